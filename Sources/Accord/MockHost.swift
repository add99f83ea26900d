import AccordMocking

/// The mock of a run, started if a suite is held against it.
struct MockHost {
  /// What a suite's requests need to get to their server.
  struct Link {
    var address: ServerAddress
    var transport: any Transport
    var environment: EnvironmentVariables
    var givens: GivenValues
    /// The address that reports show instead, where the real one differs from run to run.
    var shownAddress: ServerAddress?
  }

  private let mock: Mock?
  private let server: MockServer?

  /// Starts the mock that the targets need: none, one in process, or one over a socket; a mock that
  /// is given is used instead of a new one.
  init(for targets: [ConformanceRun.Target], _ given: Mock? = nil) async throws {
    let mocked = targets.filter { target in
      guard case .server = target.subject else { return true }
      return false
    }
    guard !mocked.isEmpty else {
      (mock, server) = (nil, nil)
      return
    }
    let mock = given ?? Mock(mocked.map(\.suite))
    self.mock = mock
    server =
      mocked.contains { $0.subject == .embeddedMock }
      ? try await MockServer.start(mock, host: "127.0.0.1", port: 0) : nil
  }

  /// The way to a target's server.
  ///
  /// Every call makes a transport of its own.
  func link(
    to target: ConformanceRun.Target,
    _ settings: ConformanceRun.Settings
  ) throws -> Link {
    var link: Link
    switch target.subject {
    case .server(let address):
      return Link(
        address: address,
        transport: try target.transport
          ?? settings.extensions.transport?(target.suite, address)
          ?? HTTPTransport(
            address,
            settings: settings.connection,
            environment: settings.environment
          ),
        environment: settings.environment,
        givens: settings.givens
      )
    case .embeddedMock:
      let address = try ServerAddress("http://127.0.0.1:\(server?.port ?? 0)")
      link = Link(
        address: address,
        transport: try HTTPTransport(
          address,
          settings: ConnectionSettings(
            connections: settings.jobs,
            keepsConnections: settings.connection.keepsConnections
          ),
          // A proxy in the environment is for servers, not for our own mock.
          environment: EnvironmentVariables([:])
        ),
        environment: settings.environment,
        givens: settings.givens,
        // Where `accord mock` listens, so that the curl lines work when it does.
        shownAddress: try ServerAddress("http://127.0.0.1:8080")
      )
    case .inProcessMock:
      guard let mock else { throw Missing() }
      link = Link(
        address: try ServerAddress("http://mock.invalid"),
        transport: InProcessTransport { request in await mock.outcome(of: request) },
        environment: settings.environment,
        givens: settings.givens
      )
    }
    guard let mock else { return link }
    // The mock knows its own callers, and its store is the live data, whatever was given for servers.
    for (variable, value) in mock.environment(of: target.suite) {
      link.environment = link.environment.setting(variable, value)
    }
    link.givens = GivenValues()
    for given in target.suite.givens {
      link.givens.add(mock.values(of: given, in: target.suite), of: given, in: target.suite)
    }
    return link
  }

  /// A suite is held against a mock that was not started; `init` starts it for every target.
  private struct Missing: Error {}

  /// Stops the mock.
  func shutdown() async { await server?.shutdown() }
}
