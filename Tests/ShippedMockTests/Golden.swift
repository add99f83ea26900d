import AccordMocking
import AccordModel
import PlainSocket
import ShippedContracts
import Testing

/// A request and its answer, byte for byte, written out by hand.
struct Golden: Sendable, CustomTestStringConvertible {
  var name: String
  var request: String
  var response: String

  init(_ name: String, _ request: String, _ response: String) {
    self.name = name
    self.request = request
    self.response = response
  }

  var testDescription: String { name }

  /// Sends the request to a fresh mock over a socket and compares what comes back.
  func check() async throws {
    let server = try await MockServer.start(Mock(ShippedContracts.suites))
    let received = try await PlainSocket.exchange(server.port, Array(wire(request).utf8))
    await server.shutdown()
    #expect(received.end == .closed)
    #expect(received.text == wire(response))
  }
}
