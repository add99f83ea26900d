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
    return names.first { $0.lowercased().contains(text.lowercased()) }
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
