import NIOCore
import NIOPosix

/// Opens the server's side of links.
struct RelayDialler: Sendable {
  let endpoint: Endpoint
  let context: TLSContext?
  let timeout: TimeAmount

  /// Connects a link with the server, on its own event loop; `failed` hears why that was not possible.
  func dial(
    _ link: RelayLink,
    on loop: any EventLoop,
    failed: @escaping @Sendable (WireFailure) -> Void
  ) {
    let bound = NIOLoopBound(link, eventLoop: loop)
    let endpoint = self.endpoint
    let context = self.context
    let fail: @Sendable (WireFailure) -> Void = { failure in
      bound.value.refuse(failure)
      failed(failure)
    }
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelOption(.autoRead, value: false)
      .channelOption(.allowRemoteHalfClosure, value: context == nil)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let context else {
            return try channel.pipeline.syncOperations.addHandler(
              RelayHandler(.server, of: bound.value)
            )
          }
          let isAddress = (try? SocketAddress(ipAddress: endpoint.host, port: 0)) != nil
          let session = try TLSClientSession(
            context,
            with: endpoint.host,
            serverName: isAddress ? nil : endpoint.host
          )
          // Until the server says something, nobody can tell it from one whose TLS was not agreed.
          let handler = RelayHandler(.server, of: bound.value) { fail(session.failure(of: $0)) }
          try channel.pipeline.syncOperations.addHandler(handler)
          try session.start(on: channel)
        }
      }
    let connected: EventLoopFuture<any Channel>
    if let path = endpoint.socketPath {
      connected = bootstrap.connect(unixDomainSocketPath: path)
    } else {
      let direct = bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
      if let address = try? SocketAddress(ipAddress: endpoint.host, port: endpoint.port) {
        connected = direct.connect(to: address)
      } else {
        connected = direct.connect(host: endpoint.host, port: endpoint.port)
      }
    }
    connected.whenFailure { fail(ConnectFailure.failure(of: $0, at: endpoint)) }
  }
}
