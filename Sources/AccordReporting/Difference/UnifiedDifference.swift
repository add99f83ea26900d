/// The difference of two texts as a unified diff, which tools can read.
package enum UnifiedDifference {
  /// How many lines that are the same stand around those that differ.
  private static let context = 3

  /// The diff of a file, empty where both texts are the same.
  ///
  /// A text that is `nil` is that of a file that is not there.
  package static func text(
    of path: String,
    from old: String?,
    to new: String?
  ) -> String {
    guard old != new else { return "" }
    let lines = LineDifference.lines(self.lines(of: old), self.lines(of: new))
    var text = "--- \(old == nil ? "/dev/null" : "a/" + path)\n"
    text += "+++ \(new == nil ? "/dev/null" : "b/" + path)\n"
    for hunk in hunks(of: lines) { text += self.text(of: hunk, in: lines) }
    return text
  }

  private static func lines(of text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The ranges of lines that differ, with those around them.
  private static func hunks(of lines: [DifferenceLine]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].kind != .same {
      let range = max(index - context, 0)..<min(index + context + 1, lines.count)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func text(of hunk: Range<Int>, in lines: [DifferenceLine]) -> String {
    func place(_ other: DifferenceLine.Kind) -> String {
      let before = lines[..<hunk.lowerBound].count { $0.kind != other }
      let count = lines[hunk].count { $0.kind != other }
      // A file without lines has none before the first.
      let first = count == 0 ? before : before + 1
      return count == 1 ? "\(first)" : "\(first),\(count)"
    }
    var text = "@@ -\(place(.actual)) +\(place(.expected)) @@\n"
    for line in lines[hunk] { text += "\(line.sign)\(line.text)\n" }
    return text
  }
}
