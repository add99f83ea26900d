import AccordWire
import Synchronization

/// A server in the test's own process that answers as it is told, and counts.
final class TestServer: Sendable {
  /// Counts the requests that were read.
  private final class Counter: Sendable {
    let value = Mutex(0)
  }

  private let server: WireServer
  private let counter: Counter

  init(_ answer: @escaping @Sendable (WireServerRequest) -> WireReply) async throws {
    let counter = Counter()
    self.counter = counter
    server = try await WireServer.start { request in
      counter.value.withLock { $0 += 1 }
      return answer(request)
    }
  }

  /// A server that reads every request and never says a word.
  static func silent() async throws -> TestServer {
    try await TestServer { _ in WireReply([.neverAnswer]) }
  }

  /// Its address.
  var address: String { "http://127.0.0.1:\(server.port)" }

  /// Waits until it has read a request.
  func waitForRequest() async throws {
    let limit = ContinuousClock.now + .seconds(30)
    while counter.value.withLock({ $0 }) == 0, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  func stop() async { await server.shutdown(grace: .zero) }
}
