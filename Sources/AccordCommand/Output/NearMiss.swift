/// Finds the name that was probably meant.
enum NearMiss {
  /// The name nearest to a text, if one is near enough to be a slip.
  static func of(_ text: String, among names: [String]) -> String? {
    let limit = max(2, text.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = Self.distance(text.lowercased(), name.lowercased())
      if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
    }
    if let best { return best.name }
    // A sign or two stand in every name.
    guard text.count > 2 else { return nil }
    return names.first { $0.lowercased().contains(text.lowercased()) }
  }

  /// What was probably meant by a pattern in which `*` stands for any text and `?` for any character:
  /// the same text anywhere in a name, or the nearest name.
  static func ofPattern(_ pattern: String, among names: [String]) -> String? {
    let text = pattern.lowercased()
    let core = text.split(separator: "*").max { $0.count < $1.count } ?? ""
    if !core.isEmpty, names.contains(where: { $0.lowercased().contains(core) }) {
      let wider = "*\(core)*"
      if text.filter({ $0 != "*" }) == core, wider != text { return wider }
    }
    let limit = max(2, text.count { $0 != "*" } / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = Self.distance(ofPattern: text, name.lowercased(), atMost: limit)
      if let distance, best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
    }
    return best?.name
  }

  /// The fewest changes of signs after which a pattern matches, if they are no more than a limit.
  static func distance(ofPattern pattern: String, _ text: String, atMost limit: Int) -> Int? {
    let pattern = Array(pattern), text = Array(text)
    var row = Array(0...text.count)
    for sign in pattern {
      var diagonal = row[0]
      if sign != "*" { row[0] += 1 }
      for (index, other) in text.enumerated() {
        let above = row[index + 1]
        row[index + 1] =
          sign == "*"
          ? min(above, row[index])
          : min(
            above + 1,
            row[index] + 1,
            diagonal + (sign == other || sign == "?" ? 0 : 1)
          )
        diagonal = above
      }
    }
    return row[text.count] <= limit ? row[text.count] : nil
  }

  /// The end of a message about an unknown name.
  static func hint(_ text: String, among names: [String]) -> String {
    if let name = of(text, among: names) { return "Did you mean \"\(name)\"?" }
    return names.isEmpty ? "There are none." : "There are: \(names.joined(separator: ", "))."
  }

  /// The Levenshtein distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left), right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substitution = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(row[j] + 1, row[j + 1] + 1, substitution)
      }
    }
    return row[right.count]
  }
}
