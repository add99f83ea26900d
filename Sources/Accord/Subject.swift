/// What a suite is held against.
public enum Subject: Sendable, Hashable {
  /// A server.
  case server(ServerAddress)
  /// The mock, over a socket on loopback.
  case embeddedMock
  /// The mock, in this process, without a socket.
  case inProcessMock

  /// Whether it is a server, and not our own mock.
  var isServer: Bool {
    if case .server = self { return true }
    return false
  }

  /// The subject in words, the same in every run.
  package var name: String {
    switch self {
    case .server(let address): address.description
    case .embeddedMock: "the embedded mock"
    case .inProcessMock: "the mock in process"
    }
  }
}

extension Redactor {
  /// The subject in words; an address may hold a secret, our own words hold none.
  func redact(_ subject: Subject) -> String {
    guard case .server = subject else { return subject.name }
    return redact(subject.name)
  }
}
