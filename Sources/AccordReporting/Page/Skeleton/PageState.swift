/// What a page says of a promise or of a case; shown by a sign, a word and a colour, never by the
/// colour alone.
package enum PageState: String, Sendable, Hashable, CaseIterable {
  /// It holds.
  case holds
  /// It is broken.
  case broken
  /// An assumption is broken.
  case warned
  /// It holds now and then.
  case flaky
  /// It could not be checked.
  case notChecked = "not-checked"
  /// Nothing brings it about.
  case notProvoked = "not-provoked"
  /// It was skipped.
  case skipped
  /// The exchange failed.
  case failed
  /// Its turn did not come.
  case notRun = "not-run"

  /// The sign.
  package var sign: String {
    switch self {
    case .holds: "✓"
    case .broken: "✗"
    case .warned: "!"
    case .flaky: "≈"
    case .notChecked: "?"
    case .notProvoked, .notRun: "○"
    case .skipped: "–"
    case .failed: "⊘"
    }
  }

  /// The word for a promise.
  package var word: String {
    switch self {
    case .notChecked: "not checked"
    case .notProvoked: "not provoked"
    case .notRun: "not run"
    default: rawValue
    }
  }

  /// A badge with a word, that of a promise unless another is given; the style adds the sign.
  package func badge(_ word: String? = nil) -> HTML {
    "<span class=\"badge \(rawValue)\">\(word ?? self.word)</span>"
  }
}
