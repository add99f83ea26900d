/// Finds the name that was probably meant by another one.
enum NearestName {
  /// The name nearest to a text, if one is near enough to be a slip.
  static func of(_ text: String, among names: [String]) -> String? {
    let text = text.lowercased()
    // Nobody means a name by a text of hundreds of letters.
    guard text.unicodeScalars.count <= 64 else { return nil }
    let limit = max(1, text.count / 3)
    var best: (name: String, distance: Int)?
    for name in names where name.unicodeScalars.count <= 64 {
      let distance = distance(text, name.lowercased())
      if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
    }
    return best?.name ?? names.first { text.count > 2 && $0.lowercased().hasPrefix(text) }
  }

  /// The question whether the nearest name is meant; nil where none is near.
  static func question(_ text: String, among names: [String]) -> String? {
    of(text, among: names).map { "Did you mean \"\($0)\"?" }
  }

  /// How many letters have to be put in, left out, changed, or changed with the next one.
  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          least = min(least, before[j - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
