/// What a run showed of one promise.
public enum PromiseState: String, Sendable, Hashable, CaseIterable {
  /// A rule looked at it, had something to see, and nothing broke it.
  case holds
  /// It was put to the test, and a violation that counts broke it.
  case broken
  /// It is an assumption, was put to the test, and was broken.
  case warned
  /// Cases that would have put it to the test ran, and no rule had anything to see of it.
  case notSeen
  /// Every case that would have put it to the test was skipped, failed, or did not get its turn.
  case skipped
  /// Nothing brings it about from outside.
  case notProvoked
  /// No case that was selected puts it to the test.
  case notExercised

  /// Whether it was put to the test.
  public var isExercised: Bool {
    switch self {
    case .holds, .broken, .warned: true
    case .notSeen, .skipped, .notProvoked, .notExercised: false
    }
  }

  /// The state in words.
  public var words: String {
    switch self {
    case .holds: "holds"
    case .broken: "broken"
    case .warned: "warned"
    case .notSeen: "not seen"
    case .skipped: "skipped"
    case .notProvoked: "not provoked"
    case .notExercised: "not exercised"
    }
  }

  /// How a page shows it.
  package var pageState: PageState {
    switch self {
    case .holds: .holds
    case .broken: .broken
    case .warned: .warned
    case .notSeen: .notChecked
    case .skipped: .skipped
    case .notProvoked: .notProvoked
    case .notExercised: .notRun
    }
  }
}
