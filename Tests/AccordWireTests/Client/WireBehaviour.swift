import Testing

@testable import AccordWire

/// Something that a server does on the wire, and what the client must make of it.
struct WireBehaviour: Sendable, CustomTestStringConvertible {
  /// What the client waits for only a moment, because it will not come.
  enum Impatience: Sendable {
    case none
    case head
    case body
  }

  let name: String
  let method: String
  let actions: [WireAction]
  let impatience: Impatience
  /// The text of ``ExchangeSummary``, with LIMIT for the time that the client waits.
  let expected: String

  var testDescription: String { name }

  init(
    _ name: String,
    to method: String = "GET",
    plays actions: [WireAction],
    impatience: Impatience = .none,
    _ expected: String
  ) {
    self.name = name
    self.method = method
    self.actions = actions
    self.impatience = impatience
    self.expected = expected
  }

  /// Writes the bytes at once, and leaves the connection as the message says.
  init(_ name: String, to method: String = "GET", writes text: String, _ expected: String) {
    self.init(name, to: method, plays: [.write(text)], expected)
  }

  /// A client that waits for so many milliseconds where it is impatient.
  func configuration(limit: Int) -> WireClientConfiguration {
    var configuration = WireClientConfiguration(
      limits: ReadLimits(maxHeadBytes: 4096, maxBodyBytes: 10_000)
    )
    switch impatience {
    case .none: break
    case .head: configuration.headTimeout = .milliseconds(limit)
    case .body: configuration.totalTimeout = .milliseconds(limit)
    }
    return configuration
  }

  /// What such a client must make of it.
  func expected(limit: Int) -> String {
    expected.replacing("LIMIT", with: "\(limit) ms")
  }
}
