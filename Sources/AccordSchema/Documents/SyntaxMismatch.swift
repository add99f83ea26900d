/// What a grammar asks for and what stands there instead.
package struct SyntaxMismatch: Sendable, Hashable {
  /// What must stand there.
  package var expected: String

  /// What stands there, and what to do about it; `nil` where nothing is to be said of that.
  package var found: String?

  /// Creates a mismatch.
  package init(_ expected: String, found: String? = nil) {
    self.expected = expected
    self.found = found
  }

  /// Both as a sentence without its beginning and its end.
  package var message: String {
    "expected \(expected)" + (found.map { ", found \($0)" } ?? "")
  }
}
