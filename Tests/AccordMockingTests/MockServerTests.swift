import AccordMocking
import ShippedContracts
import Testing

@Suite struct MockServerTests {
  static let list = "/rest/user/company/connections/1001/Accepted"

  /// Two requests on one connection, the second in the absolute form that a proxy gets.
  @Test func keepsConnections() async throws {
    let server = try await MockServer.start(Mock(ShippedContracts.suites))
    let first = """
      PUT \(Self.list) HTTP/1.1
      Host: localhost
      x-nextinteract-authtoken: accord-mock-token


      """
    let second = """
      PUT http://localhost:1\(Self.list) HTTP/1.1
      Host: localhost:1
      x-nextinteract-authtoken: accord-mock-token
      Connection: close


      """
    let received = try await PlainSocket.exchange(
      server.port,
      Array((wire(first) + wire(second)).utf8)
    )
    await server.shutdown()
    let head = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 48"
    let body = #"{"errorCode":0,"errorMsg":"Connection updated."}"#
    #expect(
      received.text
        == wire("\(head)\n\n\(body)") + wire("\(head)\nConnection: close\n\n\(body)")
    )
  }

  @Test func readsChunkedBodies() async throws {
    let server = try await MockServer.start(Mock(ShippedContracts.suites))
    let request = """
      POST /rest/user/login HTTP/1.1
      Host: localhost
      Content-Type: application/x-www-form-urlencoded
      Transfer-Encoding: chunked
      Connection: close


      """
    let chunks =
      "23\r\nuEmail=george.citizen%40yopmail.com\r\n"
      + "1F\r\n&uPassword=accord-mock-password\r\n15\r\n&appCode=NI&version=1\r\n0\r\n\r\n"
    let received = try await PlainSocket.exchange(
      server.port,
      Array((wire(request) + chunks).utf8)
    )
    await server.shutdown()
    #expect(received.text.hasPrefix("HTTP/1.1 200 OK\r\nx-nextinteract-authtoken: accord-0-1\r\n"))
  }

  @Test func aTakenPortIsAnError() async throws {
    let server = try await MockServer.start(Mock([]))
    await #expect(throws: (any Error).self) {
      try await MockServer.start(Mock([]), port: server.port)
    }
    await server.shutdown()
  }
}
