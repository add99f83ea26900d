import Synchronization

/// Connections by route, at most so many for each; who waits is served in order.
final class ConnectionPool: Sendable {
  /// What a caller gets: a connection that idled, or the right to open one.
  enum Lease: Sendable {
    case reuse(PooledConnection)
    case open
  }

  private struct Waiter {
    var id: Int
    var isFresh: Bool
    var continuation: CheckedContinuation<Result<Lease, WireFailure>, Never>
  }

  private struct Lane {
    var idle: [PooledConnection] = []
    var leased = 0
    var waiters: [Waiter] = []
  }

  private struct State {
    var lanes: [Route: Lane] = [:]
    var nextID = 0
    var isClosed = false
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())
  private let maxPerRoute: Int

  init(maxPerRoute: Int) {
    self.maxPerRoute = maxPerRoute
  }

  /// Waits for a connection or for room for one.
  ///
  /// A fresh lease is the right to open a connection, which takes the place of one that idles.
  /// Every lease is given back by ``release(_:of:)``.
  func lease(_ route: Route, isFresh: Bool = false) async throws(WireFailure) -> Lease {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        var replaced: PooledConnection?
        let immediate: Result<Lease, WireFailure>? = state.withLock { state in
          if state.isClosed { return .failure(.clientClosed) }
          if state.cancelled.remove(id) != nil { return .failure(.cancelled) }
          var lane = state.lanes[route] ?? Lane()
          defer { state.lanes[route] = lane }
          while !isFresh, let connection = lane.idle.popLast() {
            if connection.isActive {
              lane.leased += 1
              return .success(.reuse(connection))
            }
          }
          guard lane.leased < maxPerRoute else {
            let waiter = Waiter(id: id, isFresh: isFresh, continuation: continuation)
            lane.waiters.append(waiter)
            return nil
          }
          // A server that serves one connection after the other would not look at a second one.
          replaced = lane.idle.popLast()
          lane.leased += 1
          return .success(.open)
        }
        replaced?.close()
        if let immediate { continuation.resume(returning: immediate) }
      }
    } onCancel: {
      cancelWaiter(id, of: route)
    }
    state.withLock { state in _ = state.cancelled.remove(id) }
    return try result.get()
  }

  /// Gives a lease back, with the connection when it can carry another exchange.
  func release(_ connection: PooledConnection?, of route: Route) {
    let connection = connection?.isActive == true ? connection : nil
    let isKept = state.withLock { state -> Bool in
      guard var lane = state.lanes[route] else { return false }
      defer { state.lanes[route] = lane }
      if !lane.waiters.isEmpty {
        let waiter = lane.waiters.removeFirst()
        let reused = waiter.isFresh ? nil : connection
        waiter.continuation.resume(returning: .success(reused.map { .reuse($0) } ?? .open))
        return !waiter.isFresh
      }
      lane.leased -= 1
      guard let connection, !state.isClosed else { return false }
      lane.idle.append(connection)
      return true
    }
    guard let connection else { return }
    if isKept {
      connection.watchIdle { [weak self] in self?.forget(connection, of: route) }
    } else {
      connection.close()
    }
  }

  /// Closes all idle connections, fails all who wait, and refuses new leases.
  func close() {
    let (idle, waiters) = state.withLock { state in
      state.isClosed = true
      let idle = state.lanes.values.flatMap(\.idle)
      let waiters = state.lanes.values.flatMap(\.waiters)
      for route in state.lanes.keys {
        state.lanes[route]?.idle = []
        state.lanes[route]?.waiters = []
      }
      return (idle, waiters)
    }
    for waiter in waiters { waiter.continuation.resume(returning: .failure(.clientClosed)) }
    for connection in idle { connection.close() }
  }

  /// How many callers wait for this route.
  func waiterCount(of route: Route) -> Int {
    state.withLock { $0.lanes[route]?.waiters.count ?? 0 }
  }

  private func forget(_ connection: PooledConnection, of route: Route) {
    state.withLock { state in
      state.lanes[route]?.idle.removeAll { $0.id == connection.id }
    }
  }

  private func cancelWaiter(_ id: Int, of route: Route) {
    let waiter = state.withLock { state -> Waiter? in
      guard let index = state.lanes[route]?.waiters.firstIndex(where: { $0.id == id }) else {
        // Not waiting yet, or not any more: the first case is found when it is about to wait.
        state.cancelled.insert(id)
        return nil
      }
      return state.lanes[route]?.waiters.remove(at: index)
    }
    waiter?.continuation.resume(returning: .failure(.cancelled))
  }
}
