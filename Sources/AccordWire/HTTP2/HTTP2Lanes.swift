import Synchronization

/// What is spoken on each route, and the connection that all exchanges of a route share over HTTP/2.
final class HTTP2Lanes: Sendable {
  /// What a caller finds.
  enum Place: Sendable {
    /// Nobody knows yet: the caller connects, and tells by ``settle(_:_:)``.
    case lead
    case http1
    case session(HTTP2Session)
    case failed(WireFailure)
  }

  private enum Lane {
    case opening([(id: Int, continuation: CheckedContinuation<Place, Never>)])
    case http1
    case open(HTTP2Session)
  }

  private struct State {
    var lanes: [Route: Lane] = [:]
    var nextID = 0
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Waits while another caller finds out.
  func place(on route: Route) async -> Place {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    let place = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let found: Place? = state.withLock { state in
          if state.cancelled.remove(id) != nil { return .failed(.cancelled) }
          switch state.lanes[route] {
          case .opening(let waiters):
            state.lanes[route] = .opening(waiters + [(id, continuation)])
            return nil
          case .http1:
            return .http1
          case .open(let session) where session.isUsable:
            return .session(session)
          case .open, nil:
            state.lanes[route] = .opening([])
            return .lead
          }
        }
        if let found { continuation.resume(returning: found) }
      }
    } onCancel: {
      cancel(id, on: route)
    }
    state.withLock { state in _ = state.cancelled.remove(id) }
    return place
  }

  /// Tells all who wait what the caller that leads has found; one that was cancelled hands the lead on.
  func settle(_ place: Place, on route: Route) {
    let told = state.withLock { state -> [(CheckedContinuation<Place, Never>, Place)] in
      guard case .opening(var waiters) = state.lanes[route] else { return [] }
      switch place {
      case .http1: state.lanes[route] = .http1
      case .session(let session): state.lanes[route] = .open(session)
      case .failed(.cancelled) where !waiters.isEmpty:
        let next = waiters.removeFirst()
        state.lanes[route] = .opening(waiters)
        return [(next.continuation, .lead)]
      case .failed, .lead: state.lanes[route] = nil
      }
      return waiters.map { ($0.continuation, place) }
    }
    for (continuation, place) in told { continuation.resume(returning: place) }
  }

  /// Closes the connections.
  func close() {
    let sessions = state.withLock { state in
      let sessions = state.lanes.values.compactMap { lane -> HTTP2Session? in
        if case .open(let session) = lane { session } else { nil }
      }
      state.lanes = state.lanes.filter { if case .opening = $0.value { true } else { false } }
      return sessions
    }
    for session in sessions { session.close() }
  }

  private func cancel(_ id: Int, on route: Route) {
    let waiter = state.withLock { state -> CheckedContinuation<Place, Never>? in
      guard case .opening(var waiters) = state.lanes[route],
        let index = waiters.firstIndex(where: { $0.id == id })
      else {
        state.cancelled.insert(id)
        return nil
      }
      let waiter = waiters.remove(at: index)
      state.lanes[route] = .opening(waiters)
      return waiter.continuation
    }
    waiter?.resume(returning: .failed(.cancelled))
  }
}
