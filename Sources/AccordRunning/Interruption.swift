import Synchronization

/// The wish to end a run early, with its reason: a signal, or the time that a run may take.
public final class Interruption: Sendable {
  private struct State {
    var reason: String?
    var actions: [(number: Int, action: @Sendable () -> Void)] = []
    var count = 0
  }

  private let state = Mutex(State())

  /// Creates an interruption that has not happened.
  public init() {}

  /// Why the run ends early, if it does.
  public var reason: String? { state.withLock { $0.reason } }

  /// Ends the run.
  ///
  /// Only the first reason counts.
  public func interrupt(_ reason: String) {
    let actions = state.withLock { state -> [@Sendable () -> Void] in
      guard state.reason == nil else { return [] }
      state.reason = reason
      defer { state.actions = [] }
      return state.actions.map(\.action)
    }
    for action in actions { action() }
  }

  /// Calls an action when the run ends early; at once if it already has.
  ///
  /// Returns the number by which it is forgotten when it is no longer wanted.
  @discardableResult
  package func onInterrupt(_ action: @escaping @Sendable () -> Void) -> Int {
    let (number, isNow) = state.withLock { state in
      state.count += 1
      if state.reason == nil { state.actions.append((state.count, action)) }
      return (state.count, state.reason != nil)
    }
    if isNow { action() }
    return number
  }

  /// Forgets an action, so that many that are over do not wait for the end of a run.
  package func forget(_ number: Int) {
    state.withLock { $0.actions.removeAll { $0.number == number } }
  }

  /// How many actions wait for the end.
  package var waiting: Int { state.withLock { $0.actions.count } }

  /// Waits until the run is to end.
  public func wait() async {
    await withCheckedContinuation { continuation in
      onInterrupt { continuation.resume() }
    }
  }
}
