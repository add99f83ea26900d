import Synchronization

/// The wish to end a run early, with its reason: a signal, or the time that a run may take.
public final class Interruption: Sendable {
  private struct State {
    var reason: String?
    var actions: [@Sendable () -> Void] = []
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
      return state.actions
    }
    for action in actions { action() }
  }

  /// Calls an action when the run ends early; at once if it already has.
  package func onInterrupt(_ action: @escaping @Sendable () -> Void) {
    let isNow = state.withLock { state in
      if state.reason == nil { state.actions.append(action) }
      return state.reason != nil
    }
    if isNow { action() }
  }

  /// Waits until the run is to end.
  public func wait() async {
    await withCheckedContinuation { continuation in
      onInterrupt { continuation.resume() }
    }
  }
}
