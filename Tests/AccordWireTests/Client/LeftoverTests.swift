import Synchronization
import Testing

@testable import AccordWire

/// Content that comes later than the head of a response that must not have any.
@Suite struct LeftoverTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"

  /// Exchanges in a row with a server that writes each reply in pieces, some time apart.
  private func exchanges(
    _ methods: [String],
    pause: Duration = .milliseconds(10),
    between: Duration = .zero,
    _ pieces: @escaping @Sendable (Int) -> [String]
  ) async throws -> (exchanges: [WireExchange], leftovers: [LeftoverBytes]) {
    let count = Atomic<Int>(0)
    let server = try await WireServer.start { _ in
      let number = count.add(1, ordering: .relaxed).newValue
      let actions = pieces(number).flatMap { [WireAction.write($0), .pause(pause)] }
      return WireReply(actions.dropLast(), keepAlive: true)
    }
    let client = WireClient()
    var exchanges: [WireExchange] = []
    for method in methods {
      exchanges.append(
        await client.exchange(
          request(method, to: server.endpoint),
          with: server.endpoint,
          safeToResend: true
        )
      )
      if between > .zero { try await Task.sleep(for: between) }
    }
    let leftovers = client.leftovers
    await client.shutdown()
    await server.shutdown(grace: .zero)
    return (exchanges, leftovers)
  }

  @Test(
    arguments: [
      ("HEAD", Self.head, "RFC9110-9.3.2-body-on-head"),
      ("GET", "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n", "RFC9110-15.4.5-body-on-304"),
    ]
  )
  func lateContentIsThatOfItsOwnResponse(
    _ method: String,
    _ head: String,
    _ deviation: String
  ) async throws {
    let (exchanges, leftovers) = try await exchanges([method, method]) { _ in [head, "Hello"] }
    for exchange in exchanges {
      #expect(exchange.failure == nil)
      #expect(exchange.response?.deviations.map(\.id) == [deviation])
      #expect(exchange.response?.surplus == Array("Hello".utf8))
      #expect(!exchange.timings.reusedConnection)
    }
    #expect(leftovers == [])
  }

  @Test func aConnectionWithoutLateContentIsKept() async throws {
    let (exchanges, leftovers) = try await exchanges(["HEAD", "HEAD"]) { _ in [Self.head] }
    #expect(exchanges.map(\.connectionID) == [1, 1])
    #expect(exchanges.allSatisfy { $0.response?.deviations.isEmpty == true })
    #expect(leftovers == [])
  }

  /// The connection is not used again, and the exchange is named.
  @Test(arguments: [
    "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
  ])
  func bytesOnAnIdleConnectionAreToldOf(head: String) async throws {
    let (exchanges, leftovers) = try await exchanges(
      ["GET", "GET"],
      between: .milliseconds(150)
    ) { $0 == 1 ? [head, "Hello"] : [head] }
    #expect(exchanges.map(\.connectionID) == [1, 2])
    #expect(exchanges.allSatisfy { $0.failure == nil })
    let status = head.contains("204") ? 204 : 200
    #expect(
      leftovers == [LeftoverBytes(request: "GET /", status: status, bytes: Array("Hello".utf8))]
    )
  }

  /// They are not taken for the next response, which is asked for again.
  @Test func bytesInThePlaceOfTheNextResponseAreNotItsOwn() async throws {
    let head = "HTTP/1.1 204 No Content\r\n\r\n"
    // The second answer is not there yet when the bytes are.
    let (exchanges, leftovers) = try await exchanges(["GET", "GET"], pause: .milliseconds(150)) {
      $0 == 1 ? [head, "Hello\n"] : $0 == 2 ? ["", head] : [head]
    }
    #expect(exchanges.map { $0.response?.status } == [204, 204])
    #expect(exchanges[1].timings.resent)
    #expect(leftovers.map(\.request) == ["GET /"])
    #expect(leftovers.map(\.bytes) == [Array("Hello\n".utf8)])
  }

  /// A server that no longer waits for a request may say so.
  @Test func aResponseNobodyWaitsForIsNotToldOf() async throws {
    let head = "HTTP/1.1 204 No Content\r\n\r\n"
    let (exchanges, leftovers) = try await exchanges(["GET", "GET"], between: .milliseconds(150)) {
      $0 == 1 ? [head, "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n"] : [head]
    }
    #expect(exchanges.map(\.connectionID) == [1, 2])
    #expect(leftovers == [])
  }

  /// What stands before an answer is cut off at its status line, and the answer is not asked for again.
  @Test func anAnswerBehindLeftoverBytesIsRead() async throws {
    let content = String(repeating: "x", count: 3000)
    let (exchanges, leftovers) = try await exchanges(["GET", "DELETE"]) {
      $0 == 1
        ? ["HTTP/1.1 204 No Content\r\n\r\n"]
        : ["JUNKHTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n\(content)"]
    }
    #expect(exchanges.map { $0.response?.status } == [204, 200])
    #expect(exchanges[1].response?.body.count == 3000)
    #expect(exchanges[1].failure == nil)
    #expect(!exchanges[1].timings.resent)
    #expect(
      leftovers == [LeftoverBytes(request: "GET /", status: 204, bytes: Array("JUNK".utf8))]
    )
  }

  @Test func anAnswerThatComesAfterLeftoverBytesIsRead() async throws {
    let (exchanges, leftovers) = try await exchanges(["GET", "DELETE", "GET"]) {
      $0 == 2
        ? ["JU", "NK", "HTTP/1.1 2", "00 OK\r\nContent-Length: 2\r\n\r\n", "ok"]
        : ["HTTP/1.1 204 No Content\r\n\r\n"]
    }
    #expect(exchanges.map { $0.response?.status } == [204, 200, 204])
    #expect(exchanges.map(\.connectionID) == [1, 1, 2])
    #expect(!exchanges[1].timings.resent)
    #expect(leftovers.map(\.bytes) == [Array("JUNK".utf8)])
  }

  /// A whole response too many is told of where it shows, with the request that it may belong to.
  @Test func aResponseTooManyIsToldOf() async throws {
    let (exchanges, leftovers) = try await exchanges(
      ["GET", "DELETE", "GET"],
      between: .milliseconds(100)
    ) {
      $0 == 2
        ? ["HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"]
        : ["HTTP/1.1 204 No Content\r\n\r\n"]
    }
    #expect(exchanges.map(\.connectionID) == [1, 1, 2])
    #expect(leftovers.map(\.request) == ["DELETE /"])
    #expect(leftovers.map(\.previous) == ["GET /"])
  }
}
