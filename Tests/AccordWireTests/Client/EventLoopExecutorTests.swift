import NIOCore
import NIOPosix
import Testing

@testable import AccordWire

@Suite struct EventLoopExecutorTests {
  /// A client of at most so many connections.
  private func client(_ connections: Int) -> WireClient {
    WireClient(WireClientConfiguration(maxConnectionsPerEndpoint: connections))
  }

  @Test func exchangesTakePlaceOnTheThreadOfTheOnlyConnection() async throws {
    let server = try await WireServer.start { _ in .response(status: 200, body: [0x61]) }
    let client = client(1)
    let executor = try #require(client.executor)
    let seen = await Task(executorPreference: executor) {
      var seen: [(connection: Int, status: Int?, loop: (any EventLoop)?)] = []
      for _ in 0..<3 {
        let request = request(to: server.endpoint)
        let exchange = await client.exchange(request, with: server.endpoint, safeToResend: false)
        seen.append(
          (
            exchange.connectionID, exchange.response?.status,
            MultiThreadedEventLoopGroup.currentEventLoop
          )
        )
      }
      return seen
    }.value
    #expect(seen.map(\.connection) == [1, 1, 1])
    #expect(seen.map(\.status) == [200, 200, 200])
    #expect(seen.allSatisfy { $0.loop != nil && $0.loop === seen[0].loop })
    await client.shutdown()
    await server.shutdown(grace: .zero)
  }

  @Test func aTaskThatIsCancelledThereEndsItsExchange() async throws {
    let server = try await WireServer.start { _ in WireReply([], keepAlive: true) }
    let client = client(1)
    let executor = try #require(client.executor)
    let task = Task(executorPreference: executor) {
      await client.exchange(
        request(to: server.endpoint),
        with: server.endpoint,
        safeToResend: false
      )
    }
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    await client.shutdown()
    await server.shutdown(grace: .zero)
  }

  @Test func severalConnectionsHaveNoThreadInCommon() {
    #expect(client(2).executor == nil)
  }
}
