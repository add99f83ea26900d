import NIOCore
import NIOPosix
import Synchronization

/// Listens on a port and passes every connection on to a server, byte for byte: nothing is added, left out,
/// reordered or held back until a message is whole.
///
/// It tells of the exchanges that it saw after their bytes were passed on.
package final class WireRelay: Sendable {
  /// What passed.
  package enum Event: Sendable, Hashable {
    /// An exchange.
    case exchange(RelayedExchange)
    /// Something that is none.
    case other(RelayedOther)
  }

  /// The port that is listened on.
  package let port: Int
  private let channel: any Channel
  private let connections: RelayConnections

  private init(port: Int, channel: any Channel, connections: RelayConnections) {
    self.port = port
    self.channel = channel
    self.connections = connections
  }

  /// Listens on a host and a port, 0 for any free one, and passes on to a server.
  ///
  /// `hear` is called on event loops and must not take long.
  package static func start(
    host: String = "127.0.0.1",
    port: Int = 0,
    to endpoint: Endpoint,
    tls: TLSClientConfiguration = TLSClientConfiguration(),
    limits: ReadLimits = ReadLimits(),
    connectTimeout: Duration = .seconds(10),
    hear: @escaping @Sendable (Event) -> Void
  ) async throws(WireServerFailure) -> WireRelay {
    guard (0...65_535).contains(port) else { throw .other("\(port) is not a port number") }
    let context: TLSContext?
    do throws(WireFailure) {
      context =
        endpoint.scheme == .https ? try TLSContexts.client(tls, checksNames: true) : nil
    } catch {
      throw .tls(error)
    }
    let connections = RelayConnections()
    let dialler = RelayDialler(
      endpoint: endpoint,
      context: context,
      timeout: TimeAmount(connectTimeout)
    )
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let id = connections.add(channel)
          let link = RelayLink(
            connectionID: id,
            limits: limits,
            isServerSecure: context != nil,
            tell: { $0.forEach(hear) }
          )
          try channel.pipeline.syncOperations.addHandler(RelayHandler(.client, of: link))
          dialler.dial(link, on: channel.eventLoop) { failure in
            hear(.other(RelayedOther(connectionID: id, reason: "\(failure)")))
          }
        }
      }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return WireRelay(
        port: channel.localAddress?.port ?? port,
        channel: channel,
        connections: connections
      )
    } catch {
      throw WireServer.failure(of: error, host: host, port: port)
    }
  }

  /// Stops listening, lets connections end for so long, then closes all of them.
  package func shutdown(grace: Duration = .milliseconds(200)) async {
    try? await channel.close()
    await connections.shutdown(grace: grace)
  }
}
