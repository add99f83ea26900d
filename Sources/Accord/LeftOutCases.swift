/// What a read-only run leaves out.
package struct LeftOutCases: Sendable {
  private let leftOut: Int
  private let meant: Int

  /// Counts what plans leave out.
  package init(_ plans: [Plan]) {
    leftOut = plans.reduce(0) { $0 + $1.leftOut }
    meant = plans.reduce(leftOut) { $0 + $1.cases.count }
  }

  /// The counts as a sentence; `nil` if nothing is left out.
  package var sentence: String? {
    guard leftOut > 0 else { return nil }
    return """
      \(leftOut) of \(meant) cases \(leftOut == 1 ? "is" : "are") left out (--read-only): a contract \
      that they call does not declare that it changes nothing.
      """
  }
}
