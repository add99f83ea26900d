#if HTTP2
import NIOCore
import Testing

@testable import AccordWire

/// What servers do wrong in frames, and variations that are none.
@Suite struct HTTP2BehaviourTests {
  struct Behaviour: Sendable, CustomTestStringConvertible {
    var name: String
    var atStart: [FrameServer.Action] = [.write(Frame.settings())]
    var actions: [FrameServer.Action] = []
    var body: String?
    /// Whether the client waits for a moment alone, because nothing will come.
    var isAwaited = false
    var expected: String

    var testDescription: String { name }
  }

  private static let ok: [(String, String)] = [(":status", "200")]

  static let all: [Behaviour] = [
    Behaviour(
      name: "a right response",
      actions: [.write(Frame.headers(ok) + Frame.data("hello"))],
      expected: "200  | body hello"
    ),
    Behaviour(
      name: "settings only after a while, padding, ping and an unknown frame",
      atStart: [.pause(.milliseconds(20)), .write(Frame.settings([(3, 10), (0xF0, 7)]))],
      actions: [
        .write(Frame.bytes(6, [UInt8](repeating: 7, count: 8)) + Frame.bytes(0xEE, [1, 2])),
        .write(Frame.headers(ok) + Frame.bytes(0, flags: 9, stream: 1, [2, 0x61, 0x62, 0, 0])),
      ],
      expected: "200  | body ab"
    ),
    Behaviour(
      name: "interim heads and trailers",
      actions: [
        .write(
          Frame.headers([(":status", "103"), ("link", "</a>")]) + Frame.headers(ok)
            + Frame.data("a", ends: false) + Frame.headers([("x-sum", "1")], ends: true)
        )
      ],
      expected: "103  | 200  | body a | trailer x-sum: 1"
    ),
    Behaviour(
      name: "an uppercase name, a field of the connection, a length that does not fit",
      actions: [
        .write(
          Frame.headers(ok + [("X-Id", "1"), ("connection", "close"), ("content-length", "9")])
            + Frame.data("abc")
        )
      ],
      expected: "200  | X-Id: 1 | connection: close | content-length: 9 | body abc | "
        + "RFC9113-8.2.1-field-name-uppercase | RFC9113-8.2.2-connection-specific-field | "
        + "RFC9113-8.1.1-content-length-not-data"
    ),
    Behaviour(
      name: "no status",
      actions: [.write(Frame.headers([("a", "b")], ends: true))],
      expected: "The response has no :status field."
    ),
    Behaviour(
      name: "reset before the head",
      actions: [.write(Frame.reset(2))],
      expected: "The server reset the stream with RST_STREAM, INTERNAL_ERROR (0x2), before the "
        + "response head."
    ),
    Behaviour(
      name: "reset within the body",
      actions: [.write(Frame.headers(ok) + Frame.data("ab", ends: false) + Frame.reset(8))],
      expected:
        "200  | body ab | The server reset the stream with RST_STREAM, CANCEL (0x8), within the "
        + "response body."
    ),
    Behaviour(
      name: "refused",
      actions: [.write(Frame.reset(7))],
      expected: "The server refused the stream with RST_STREAM, REFUSED_STREAM (0x7): it did not "
        + "process the request."
    ),
    Behaviour(
      name: "gone away before our stream",
      actions: [.write(Frame.goAway(11, last: 0, "calm down"))],
      expected:
        "The server ended the connection with GOAWAY, ENHANCE_YOUR_CALM (0xb), last stream 0, "
        + "so that it did not process our stream 1: \"calm down\"."
    ),
    Behaviour(
      name: "gone away after our stream, which is answered",
      actions: [.write(Frame.goAway(0, last: 1) + Frame.headers(ok) + Frame.data("a"))],
      expected: "200  | body a"
    ),
    Behaviour(
      name: "gone away after our stream, which is not answered",
      actions: [.write(Frame.goAway(0, last: 1) + Frame.headers(ok)), .close],
      expected:
        "200  | The server ended the connection with GOAWAY, NO_ERROR (0x0), last stream 1, and "
        + "closed it before the response on our stream 1 was complete."
    ),
    Behaviour(
      name: "closed before the head",
      actions: [.close],
      expected: "The server closed the connection without sending a byte of a response."
    ),
    Behaviour(
      name: "closed within the body",
      actions: [.write(Frame.headers(ok) + Frame.data("abc", ends: false)), .close],
      expected:
        "200  | body abc | The server closed the connection within the body, after 3 bytes of "
        + "content: its stream was not ended."
    ),
    Behaviour(
      name: "HTTP/1.1",
      atStart: [.write(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)), .close],
      expected: "The server does not speak HTTP/2: expected a SETTINGS frame, found "
        + "\"HTTP/1.1 400 Bad Request\\r\\n\\r\\n\"."
    ),
    Behaviour(
      name: "closed at once",
      atStart: [.close],
      expected: "The server closed the connection before its SETTINGS frame. Check that it speaks "
        + "HTTP/2 here."
    ),
    Behaviour(
      name: "no settings",
      atStart: [],
      isAwaited: true,
      expected: "No SETTINGS frame within LIMIT of connecting."
    ),
    Behaviour(
      name: "no stream allowed",
      atStart: [.write(Frame.settings([(3, 0)]))],
      isAwaited: true,
      expected: "No stream could be opened within LIMIT: the server allows 0 at once "
        + "(SETTINGS_MAX_CONCURRENT_STREAMS)."
    ),
    Behaviour(
      name: "a window that never opens",
      atStart: [.write(Frame.settings([(4, 0)]))],
      body: "hello",
      isAwaited: true,
      expected: "The flow-control window of the stream did not open within LIMIT: 0 of 5 bytes of "
        + "content were sent."
    ),
    Behaviour(
      name: "a window of the connection that does not open again",
      atStart: [.write(Frame.settings([(4, 1 << 20)]))],
      body: String(repeating: "a", count: 100_000),
      isAwaited: true,
      expected:
        "The flow-control window of the connection did not open within LIMIT: 49152 of 100000 "
        + "bytes of content were sent."
    ),
    Behaviour(
      name: "a window that opens late",
      atStart: [.write(Frame.settings([(4, 0)]))],
      actions: [
        .pause(.milliseconds(20)), .write(Frame.windowUpdate(5, stream: 1)),
        .write(Frame.headers(ok) + Frame.data("a")),
      ],
      body: "hello",
      expected: "200  | body a"
    ),
    Behaviour(
      name: "no head in time",
      isAwaited: true,
      expected: "No complete response head within LIMIT of sending the request."
    ),
    Behaviour(
      name: "no end in time",
      actions: [.write(Frame.headers(ok) + Frame.data("a", ends: false))],
      isAwaited: true,
      expected: "200  | body a | The response body did not end within the LIMIT of the exchange."
    ),
    Behaviour(
      name: "a head over the limit",
      actions: [
        .write(Frame.headers(ok + [("a", String(repeating: "b", count: 5000))], ends: true))
      ],
      expected: "The message heads and trailers are longer than the limit of 4096 bytes."
    ),
    Behaviour(
      name: "content over the limit",
      actions: [
        .write(Frame.headers(ok) + Frame.data(String(repeating: "b", count: 11), ends: true))
      ],
      expected:
        "200  | body \(String(repeating: "b", count: 10)) | The body is longer than the "
        + "limit of 10 bytes."
    ),
    Behaviour(
      name: "a field section that cannot be decompressed",
      actions: [.write(Frame.bytes(1, flags: 5, stream: 1, [0xFE]))],
      expected: "The server broke HTTP/2 on the connection: a frame cannot be parsed."
    ),
    Behaviour(
      name: "a push that nobody wants",
      actions: [
        .write(
          Frame.bytes(4, flags: 1, [])
            + Frame.bytes(5, flags: 4, stream: 1, Frame.number(2) + [0x82, 0x84, 0x86])
        )
      ],
      expected:
        "The server broke HTTP/2 on the connection: PUSH_PROMISE came though push is disabled."
    ),
    Behaviour(
      name: "content before the head",
      actions: [.write(Frame.data("a"))],
      expected:
        "The server broke HTTP/2 on the connection: a frame came that the state of its stream "
        + "forbids."
    ),
    Behaviour(
      name: "a stream that nobody opened",
      actions: [.write(Frame.data("a", stream: 7))],
      expected:
        "The server broke HTTP/2 on the connection: a frame came on a stream that was never "
        + "opened."
    ),
    Behaviour(
      name: "a window that opens by nothing",
      actions: [.write(Frame.windowUpdate(0))],
      expected: "The server broke HTTP/2 on the connection: WINDOW_UPDATE had an increment of 0."
    ),
  ]

  private func run(_ behaviour: Behaviour, limit: Int) async throws -> String {
    let server = try await FrameServer(
      FrameServer.Script(atStart: behaviour.atStart) { connection, stream in
        connection == 1 ? behaviour.actions : []
      }
    )
    var configuration = WireClientConfiguration(
      limits: ReadLimits(maxHeadBytes: 4096, maxBodyBytes: 10),
      http2: .always
    )
    if behaviour.isAwaited { configuration.totalTimeout = .milliseconds(limit) }
    let client = WireClient(configuration)
    let exchange = await client.exchange(
      request(behaviour.body == nil ? "GET" : "POST", to: server.endpoint, body: behaviour.body),
      with: server.endpoint,
      safeToResend: false
    )
    #expect(!exchange.timings.resent)
    await client.shutdown()
    await server.shutdown()
    return "\(ExchangeSummary(exchange: exchange))"
  }

  @Test(arguments: all)
  func isNamedRightly(_ behaviour: Behaviour) async throws {
    // A short limit may end before a stalled machine had its turn: then a longer one is tried.
    var limit = 200
    var found = ""
    repeat {
      found = try await run(behaviour, limit: limit)
      limit *= 4
    } while behaviour.isAwaited && limit < 5000
      && found != behaviour.expected.replacing("LIMIT", with: "\(limit / 4) ms")
    #expect(found == behaviour.expected.replacing("LIMIT", with: "\(limit / 4) ms"))
  }
}
#endif
