import Foundation
import Testing

/// Compares a text with the file of this name in `Goldens`.
///
/// With `ACCORD_RECORD_GOLDENS=1` in the environment the file is written instead, and the test fails
/// to say so.
func expectGolden(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Goldens").appending(path: name)
  if ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  guard text != golden else { return }
  let found = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let place = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let line = place ?? min(found.count, expected.count)
  Issue.record(
    """
    \(name) differs at line \(line + 1)
    expected  \(expected.indices.contains(line) ? String(expected[line]) : "the end")
    actual    \(found.indices.contains(line) ? String(found[line]) : "the end")
    """,
    sourceLocation: sourceLocation
  )
}
