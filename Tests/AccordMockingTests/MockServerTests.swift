import AccordMocking
import PlainSocket
import Testing

@Suite struct MockServerTests {
  static let pet = #"{"name":"Rex","age":3}"#
  static let created = "HTTP/1.1 201 Created\nContent-Length: 0"

  /// Two requests on one connection, the second in the absolute form that a proxy gets.
  @Test func keepsConnections() async throws {
    let server = try await MockServer.start(Mock([PetStore.suite]))
    let first = """
      POST /pets HTTP/1.1
      Host: localhost
      Content-Length: \(Self.pet.utf8.count)

      \(Self.pet)
      """
    let second = """
      POST http://localhost:1/pets HTTP/1.1
      Host: localhost:1
      Content-Length: \(Self.pet.utf8.count)
      Connection: close

      \(Self.pet)
      """
    let received = try await PlainSocket.exchange(
      server.port,
      Array((wire(first) + wire(second)).utf8)
    )
    await server.shutdown()
    #expect(received.text == wire(Self.created) + wire("\(Self.created)\nConnection: close"))
  }

  @Test func readsChunkedBodies() async throws {
    let server = try await MockServer.start(Mock([PetStore.suite]))
    let request = """
      POST /pets HTTP/1.1
      Host: localhost
      Content-Type: application/x-www-form-urlencoded
      Transfer-Encoding: chunked
      Connection: close


      """
    let chunks = "9\r\nname=Rex+\r\n10\r\nthe+First&age=30\r\n0\r\n\r\n"
    let received = try await PlainSocket.exchange(
      server.port,
      Array((wire(request) + chunks).utf8)
    )
    await server.shutdown()
    #expect(received.text == wire("\(Self.created)\nConnection: close"))
  }

  @Test func aTakenPortIsAnError() async throws {
    let server = try await MockServer.start(Mock([]))
    await #expect(throws: (any Error).self) {
      try await MockServer.start(Mock([]), port: server.port)
    }
    await server.shutdown()
  }
}
