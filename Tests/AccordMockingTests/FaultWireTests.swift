import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes
import PlainSocket
import Testing

/// Every fault as it shows on a plain socket.
@Suite struct FaultWireTests {
  /// One endpoint that answers every method in JSON, or in XML where the path asks for it.
  static let suite = ContractSuite(
    "ping",
    name: "Ping",
    "Answers.",
    formats: [.json, Format("xml", .xml, mediaType: "application/xml")],
    negotiation: Negotiation(ways: [.by(.suffix)], fallback: "json"),
    contracts: [
      Contract(
        "ping",
        "Answers.",
        document: "ping.txt",
        routes: [.allMethods("/ping")],
        responses: [
          .status(.ok, .payload(.object([.required("answer", .constant("pong"))]).titled("Ping")))
        ],
        examples: [.example("ping")]
      )
    ]
  )

  static let whole = #"{"answer":"pong"}"#

  /// What comes back with a fault that is asked for by the header.
  static func received(
    _ fault: String,
    method: String = "POST",
    suffix: String = "",
    patience: Int = 120_000
  ) async throws -> PlainSocket.Received {
    let server = try await MockServer.start(Mock([suite]))
    let request = """
      \(method) /ping\(suffix) HTTP/1.1
      Host: localhost
      X-Accord-Fault: \(fault)
      Connection: close


      """
    let received = try await PlainSocket.exchange(
      server.port,
      Array(wire(request).utf8),
      patience: patience
    )
    await server.shutdown()
    return received
  }

  static func head(
    _ status: String = "200 OK",
    type: String? = "application/json",
    length: Int? = 17,
    connection: String = "close"
  ) -> String {
    var lines = ["HTTP/1.1 \(status)"]
    if let type { lines.append("Content-Type: \(type)") }
    if let length { lines.append("Content-Length: \(length)") }
    if !connection.isEmpty { lines.append("Connection: \(connection)") }
    return wire(lines.joined(separator: "\n"))
  }

  static let answers: [(fault: String, received: String)] = [
    ("delay=1ms", head() + whole),
    ("slow-body=1ms", head() + whole),
    ("malformed-json", head(length: 16) + #"{"answer":"pong""#),
    ("wrong-status=503", head("503 Service Unavailable") + whole),
    ("wrong-content-type=text/html", head(type: "text/html") + whole),
    ("dropped-header=Content-Type", head(type: nil) + whole),
    ("dropped-header=content-length", head(length: nil) + whole),
    ("malformed-head", "HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n"),
    ("truncated-body", head(connection: "") + #"{"answer"#),
    ("delay=1ms, wrong-status=500", head("500 Internal Server Error") + whole),
  ]

  @Test(arguments: answers) func plays(fault: String, expected: String) async throws {
    let received = try await Self.received(fault)
    #expect(received.text == expected)
    #expect(received.end == .closed)
  }

  @Test func resetsBeforeTheHead() async throws {
    let received = try await Self.received("reset-before-head")
    #expect(received == PlainSocket.Received(bytes: [], end: .reset))
  }

  @Test func resetsInTheBody() async throws {
    let received = try await Self.received("reset-in-body")
    #expect(received.text == Self.head(connection: "") + #"{"answer"#)
    #expect(received.end == .reset)
  }

  @Test func neverAnswers() async throws {
    let received = try await Self.received("never-answer", patience: 300)
    #expect(received == PlainSocket.Received(bytes: [], end: .open))
  }

  @Test func sendsGarbage() async throws {
    let received = try await Self.received("garbage")
    #expect(
      received.bytes
        == [0x00, 0xFF, 0x16, 0x03, 0x01, 0x0D, 0x0A] + Array("this is no HTTP\r\n\r\n".utf8)
    )
  }

  @Test func breaksXML() async throws {
    let received = try await Self.received("malformed-xml", suffix: ".xml")
    #expect(received.text.hasSuffix("</Ping"))
  }

  @Test func breaksABodyOfAnotherSyntax() async throws {
    let received = try await Self.received("malformed-xml")
    #expect(received.text == Self.head(length: 2) + "<a")
  }

  @Test func saysWhatIsWrongWithAFault() async throws {
    let received = try await Self.received("delay=soon")
    let message = """
      X-Accord-Fault: The fault delay needs a duration up to 600s, in ms or s, such as \
      delay=200ms, and "soon" was given.

      """
    #expect(received.text.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
    #expect(received.text.hasSuffix("\r\n\r\n" + message))
  }

  @Test func answersHEADWithoutABody() async throws {
    let received = try await Self.received("", method: "HEAD")
    #expect(received.text == Self.head())
  }

  @Test func faultsOfTheServerAreInEveryAnswer() async throws {
    let server = try await MockServer.start(
      Mock([Self.suite], faults: [.wrongStatus(418)])
    )
    let request = "GET /nothing HTTP/1.1\nHost: localhost\nConnection: close"
    let received = try await PlainSocket.exchange(server.port, Array(wire(request).utf8))
    await server.shutdown()
    #expect(received.text.hasPrefix("HTTP/1.1 418 "))
  }
}
