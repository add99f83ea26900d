import NIOCore
import NIOPosix

/// Opens connections: resolves, connects, opens the proxy's tunnel and starts TLS.
struct Connector: Sendable {
  let group: any EventLoopGroup
  let configuration: WireClientConfiguration
  let leftovers = LeftoverList()
  private let contexts: TLSContextCache

  init(group: any EventLoopGroup, configuration: WireClientConfiguration) {
    self.group = group
    self.configuration = configuration
    var tls = configuration.tls
    tls.applicationProtocols = configuration.http2.applicationProtocols
    contexts = TLSContextCache(tls)
  }

  func checkConfiguration() throws(WireFailure) {
    _ = try contexts.context(checksNames: true)
  }

  /// Opens a connection before the deadline; a cancelled task gives up at once.
  func connect(
    _ route: Route,
    id: Int,
    timeout: TimeAmount
  ) async throws(WireFailure) -> PooledConnection {
    let tls = try tlsPlan(for: route)
    let loop = group.next()
    let promise = loop.makePromise(of: PooledConnection.self)
    let attempt = ConnectAttempt(promise: promise, loop: loop)
    let result: Result<PooledConnection, any Error> = await withTaskCancellationHandler {
      loop.execute { start(attempt, route: route, tls: tls, id: id, timeout: timeout) }
      do {
        return .success(try await promise.futureResult.get())
      } catch {
        return .failure(error)
      }
    } onCancel: {
      loop.execute { attempt.end(.failure(.cancelled)) }
    }
    switch result {
    case .success(let connection): return connection
    case .failure(let error): throw ConnectFailure.failure(of: error, at: route.socketEndpoint)
    }
  }

  private func start(
    _ attempt: ConnectAttempt,
    route: Route,
    tls: TLSPlan?,
    id: Int,
    timeout: TimeAmount
  ) {
    let loop = attempt.loop
    let timer = loop.scheduleTask(in: timeout) {
      attempt.end(
        .failure(.connectTimeout(step: attempt.step, nanoseconds: timeout.nanoseconds))
      )
    }
    openSocket(route.socketEndpoint, on: loop, timeout: timeout)
      .flatMap { channel -> EventLoopFuture<PooledConnection> in
        attempt.channel = channel
        do {
          let connection = PooledConnection(
            id: id,
            channel: channel,
            handler: NIOLoopBound(
              try channel.pipeline.syncOperations.handler(type: ClientConnection.self),
              eventLoop: loop
            )
          )
          return openTunnel(route, over: connection, attempt: attempt, timeout: timeout)
            .flatMap { startTLS(tls, over: connection, attempt: attempt) }
            .flatMapThrowing { try startHTTP2(over: connection, isSecure: tls != nil) }
        } catch {
          return loop.makeFailedFuture(error)
        }
      }
      .whenComplete { result in
        timer.cancel()
        attempt.end(
          result.mapError { ConnectFailure.failure(of: $0, at: route.socketEndpoint) }
        )
      }
  }

  private func openSocket(
    _ endpoint: Endpoint,
    on loop: any EventLoop,
    timeout: TimeAmount
  ) -> EventLoopFuture<any Channel> {
    guard (0...65_535).contains(endpoint.port) else {
      return loop.makeFailedFuture(WireFailure.other("\(endpoint.port) is not a port number"))
    }
    var bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelInitializer { [leftovers] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ClientConnection(leftovers: leftovers))
        }
      }
    if let path = endpoint.socketPath { return bootstrap.connect(unixDomainSocketPath: path) }
    bootstrap = bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
    let pinned = configuration.pinnedAddresses.first { $0.isOf(endpoint) }
    let host = pinned?.address ?? endpoint.host
    if let address = try? SocketAddress(ipAddress: host, port: endpoint.port) {
      return bootstrap.connect(to: address)
    }
    return bootstrap.connect(host: endpoint.host, port: endpoint.port)
  }

  private func openTunnel(
    _ route: Route,
    over connection: PooledConnection,
    attempt: ConnectAttempt,
    timeout: TimeAmount
  ) -> EventLoopFuture<Void> {
    let loop = attempt.loop
    guard case .tunnel(let proxy, let endpoint) = route else {
      return loop.makeSucceededVoidFuture()
    }
    attempt.step = .proxyTunnel
    let order = ClientConnection.Order(
      bytes: WireRequest.tunnel(to: endpoint, by: proxy).bytes,
      method: "CONNECT",
      mayReuse: true,
      limits: configuration.limits,
      headTimeout: timeout,
      // The attempt's own timer ends it, with the name of the step.
      deadline: .now() + timeout + .seconds(1),
      totalTimeout: timeout
    )
    return connection.handler.value.perform(order, on: connection.channel)
      .flatMapThrowing { outcome in
        if let failure = outcome.failure { throw ConnectFailure.ofProxy(failure) }
        guard let response = outcome.response else { throw WireFailure.cancelled }
        guard (200...299).contains(response.status) else {
          throw WireFailure.proxyRefused(status: response.status, reason: response.reason)
        }
        guard response.surplus.isEmpty else {
          throw WireFailure.proxyUnreadable(reason: "Bytes came before the tunnel was used.")
        }
      }
  }

  /// How TLS is spoken on a route: made before the event loop is entered, for it may take a while.
  private struct TLSPlan: Sendable {
    var context: TLSContext
    var host: String
    /// The name for the handshake; an address is never sent there (RFC 6066, section 3).
    var serverName: String?
    /// What the certificate must be for, beyond what the library checks.
    var subject: CertificateSubject?
  }

  private func tlsPlan(for route: Route) throws(WireFailure) -> TLSPlan? {
    guard let endpoint = route.tlsEndpoint else { return nil }
    let address = try? SocketAddress(ipAddress: endpoint.host, port: 0)
    var subject: CertificateSubject?
    // Behind a proxy the library would check the address of the proxy.
    var checksNames = true
    switch (configuration.tls.trust, address, route) {
    case (.insecure, _, _): break
    case (_, .some(let address), .tunnel):
      subject = .address(address.ipAddress ?? "")
      checksNames = false
    case (_, .some, _): break
    case (_, nil, _): subject = .host(endpoint.host)
    }
    return TLSPlan(
      context: try contexts.context(checksNames: checksNames),
      host: endpoint.host,
      serverName: address == nil ? endpoint.host : nil,
      subject: subject
    )
  }

  /// Speaks HTTP/2 from here on where it was chosen, or is known to be spoken.
  private func startHTTP2(
    over connection: PooledConnection,
    isSecure: Bool
  ) throws -> PooledConnection {
    let isChosen = connection.handler.value.applicationProtocol == "h2"
    switch (configuration.http2, isSecure) {
    case (.never, _), (.whereChosen, false): return connection
    case (.whereChosen, true) where !isChosen: return connection
    case (.always, true) where !isChosen: throw WireFailure.http2(.notChosen)
    default: break
    }
    var connection = connection
    connection.session = try HTTP2Session.start(on: connection, limits: configuration.limits)
    return connection
  }

  private func startTLS(
    _ plan: TLSPlan?,
    over connection: PooledConnection,
    attempt: ConnectAttempt
  ) -> EventLoopFuture<Void> {
    let loop = attempt.loop
    guard let plan else { return loop.makeSucceededVoidFuture() }
    attempt.step = .tlsHandshake
    do throws(WireFailure) {
      let session = try TLSClientSession(
        plan.context,
        with: plan.host,
        serverName: plan.serverName
      )
      return connection.handler.value.startTLS(
        session,
        subject: plan.subject,
        on: connection.channel
      )
    } catch {
      return loop.makeFailedFuture(error)
    }
  }
}
