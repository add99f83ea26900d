import AccordMocking
import ShippedContracts
import Testing

/// Every fault as it shows on a plain socket.
@Suite struct FaultWireTests {
  static let target = "/api/connections/a0000000-0000-4000-8000-000000000007/cancel"
  static let query = PlatformWireTests.updateQuery
  static let whole = #"{"ResponseStatus":null}"#

  /// What comes back with a fault that is asked for by the header.
  static func received(
    _ fault: String,
    method: String = "POST",
    suffix: String = "",
    patience: Int = 120_000
  ) async throws -> PlainSocket.Received {
    let server = try await MockServer.start(Mock(ShippedContracts.suites))
    let request = """
      \(method) \(target)\(suffix)?\(query) HTTP/1.1
      Host: localhost
      Authorization: Bearer accord-mock-token
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
    type: String? = "application/json; charset=utf-8",
    length: Int? = 23,
    connection: String = "close"
  ) -> String {
    var lines = ["HTTP/1.1 \(status)"]
    if let type { lines.append("Content-Type: \(type)") }
    if let length { lines.append("Content-Length: \(length)") }
    lines += ["Vary: Accept", "X-Powered-By: ServiceStack/8.0"]
    if !connection.isEmpty { lines.append("Connection: \(connection)") }
    return wire(lines.joined(separator: "\n"))
  }

  static let answers: [(fault: String, received: String)] = [
    ("delay=1ms", head() + whole),
    ("slow-body=1ms", head() + whole),
    ("malformed-json", head(length: 22) + #"{"ResponseStatus":null"#),
    ("wrong-status=503", head("503 Service Unavailable") + whole),
    ("wrong-content-type=text/html", head(type: "text/html") + whole),
    ("dropped-header=Content-Type", head(type: nil) + whole),
    ("dropped-header=content-length", head(length: nil) + whole),
    ("malformed-head", "HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n"),
    ("truncated-body", head(connection: "") + #"{"ResponseS"#),
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
    #expect(received.text == Self.head(connection: "") + #"{"ResponseS"#)
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
    #expect(received.text.hasSuffix("</ConnectionStatusUpdateResponse"))
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
      Mock(ShippedContracts.suites, faults: [.wrongStatus(418)])
    )
    let request = "GET /nothing HTTP/1.1\nHost: localhost\nConnection: close"
    let received = try await PlainSocket.exchange(server.port, Array(wire(request).utf8))
    await server.shutdown()
    #expect(received.text.hasPrefix("HTTP/1.1 418 "))
  }
}
