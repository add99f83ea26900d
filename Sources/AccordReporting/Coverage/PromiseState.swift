/// What a run showed of one promise.
package enum PromiseState: String, Sendable, Hashable, CaseIterable {
  /// It was put to the test, and nothing broke it.
  case holds
  /// It was put to the test, and a violation that counts broke it.
  case broken
  /// It is an assumption, was put to the test, and was broken.
  case warned
  /// Every case that would have put it to the test was skipped, failed, or did not get its turn.
  case skipped
  /// Nothing brings it about from outside.
  case notProvoked
  /// No case that was selected puts it to the test.
  case notExercised

  /// Whether it was put to the test.
  package var isExercised: Bool {
    switch self {
    case .holds, .broken, .warned: true
    case .skipped, .notProvoked, .notExercised: false
    }
  }

  /// The state in words.
  package var words: String {
    switch self {
    case .holds: "holds"
    case .broken: "broken"
    case .warned: "warned"
    case .skipped: "skipped"
    case .notProvoked: "not provoked"
    case .notExercised: "not exercised"
    }
  }
}
