/// The states of the thing that an endpoint changes, as its document tells them.
///
/// It is shown in the living documents; what of it is promised stands in clauses.
public struct StateDiagram: Sendable, Hashable {
  /// A change of state.
  public struct Transition: Sendable, Hashable {
    /// The state before.
    public var from: String
    /// The state after.
    public var to: String
    /// What brings it about.
    public var cause: String

    /// A change from one state to another.
    public static func transition(from: String, to: String, by cause: String) -> Transition {
      Transition(from: from, to: to, cause: cause)
    }
  }

  /// What has the states, such as `invitation`.
  public var subject: String

  /// The state in which it begins.
  public var initial: String

  /// The changes.
  public var transitions: [Transition]

  /// Creates a life cycle.
  public init(of subject: String, from initial: String, _ transitions: [Transition]) {
    self.subject = subject
    self.initial = initial
    self.transitions = transitions
  }
}
