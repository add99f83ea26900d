import Synchronization
import Testing

@testable import AccordWire

@Suite struct ConnectionPoolTests {
  private let route = Route.direct(Endpoint(scheme: .http, host: "a"))

  @Test func servesWhoWaitsInOrder() async throws {
    let pool = ConnectionPool(maxPerRoute: 1)
    _ = try await pool.lease(route)
    let served = Recorder<Int>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...5 {
        group.addTask {
          _ = try await pool.lease(route)
          served.add(number)
          pool.release(nil, of: route)
        }
        while pool.waiterCount(of: route) < number { await Task.yield() }
      }
      pool.release(nil, of: route)
      try await group.waitForAll()
    }
    #expect(served.all == [1, 2, 3, 4, 5])
  }

  @Test func routesDoNotWaitForEachOther() async throws {
    let pool = ConnectionPool(maxPerRoute: 1)
    _ = try await pool.lease(route)
    _ = try await pool.lease(.direct(Endpoint(scheme: .https, host: "a")))
    #expect(pool.waiterCount(of: route) == 0)
  }

  @Test func cancelledWaiterLeavesTheQueue() async throws {
    let pool = ConnectionPool(maxPerRoute: 1)
    _ = try await pool.lease(route)
    let waiter = Task { [route] in
      do throws(WireFailure) {
        _ = try await pool.lease(route)
        return WireFailure?.none
      } catch {
        return error
      }
    }
    while pool.waiterCount(of: route) < 1 { await Task.yield() }
    waiter.cancel()
    #expect(await waiter.value == .cancelled)
    #expect(pool.waiterCount(of: route) == 0)
    pool.release(nil, of: route)
    _ = try await pool.lease(route)
  }

  @Test func closingFailsWhoWaitsAndWhoComes() async throws {
    let pool = ConnectionPool(maxPerRoute: 1)
    _ = try await pool.lease(route)
    let waiter = Task { [route] in try await pool.lease(route) }
    while pool.waiterCount(of: route) < 1 { await Task.yield() }
    pool.close()
    await #expect(throws: WireFailure.clientClosed) { _ = try await waiter.value }
    await #expect(throws: WireFailure.clientClosed) { _ = try await pool.lease(route) }
  }

  @Test func connectionsAreBounded() async throws {
    let running = Recorder<Int>()
    let active = ActiveCount()
    let server = try await WireServer.start { _ in
      running.add(active.enter())
      try? await Task.sleep(for: .milliseconds(20))
      active.leave()
      return .response(status: 200)
    }
    let client = WireClient(WireClientConfiguration(maxConnectionsPerEndpoint: 3))
    let ids = await withTaskGroup(of: Int.self) { group in
      for number in 0..<20 {
        group.addTask {
          let exchange = await client.exchange(
            request("GET", "/\(number)", to: server.endpoint),
            with: server.endpoint,
            safeToResend: false
          )
          #expect(exchange.failure == nil)
          return exchange.connectionID
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(ids == [1, 2, 3])
    #expect(running.all.max() == 3)
    await client.shutdown()
    await server.shutdown()
  }
}

/// How many are inside right now.
private final class ActiveCount: Sendable {
  private let count = Atomic<Int>(0)

  func enter() -> Int { count.add(1, ordering: .relaxed).newValue }
  func leave() { count.subtract(1, ordering: .relaxed) }
}
