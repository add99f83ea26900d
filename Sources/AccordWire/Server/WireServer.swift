import NIOCore
import NIOPosix
import Synchronization

/// Answers HTTP/1.1 on a socket exactly as its handler says, right or wrong.
///
/// With `speaksHTTP2`, and the trait `HTTP2`, a client that begins with the preface of HTTP/2 is answered in it: what
/// the handler's bytes say, as far as frames can say it.
package final class WireServer: Sendable {
  package typealias Handler = @Sendable (WireServerRequest) async -> WireReply

  /// The port that is listened on.
  package let port: Int
  private let channel: any Channel
  private let connections: ServerConnections

  private init(port: Int, channel: any Channel, connections: ServerConnections) {
    self.port = port
    self.channel = channel
    self.connections = connections
  }

  /// Listens on a host and a port, 0 for any free one, with TLS when it is configured.
  package static func start(
    host: String = "127.0.0.1",
    port: Int = 0,
    tls: TLSServerConfiguration? = nil,
    limits: ReadLimits = ReadLimits(),
    speaksHTTP2: Bool = false,
    handler: @escaping Handler
  ) async throws(WireServerFailure) -> WireServer {
    let context: TLSContext?
    do throws(WireFailure) {
      context = try tls.map { (tls) throws(WireFailure) in
        var tls = tls
        if speaksHTTP2 { tls.applicationProtocols = HTTP2Use.whereChosen.applicationProtocols }
        return try TLSContexts.server(tls)
      }
    } catch {
      throw .tls(error)
    }
    guard (0...65_535).contains(port) else { throw .other("\(port) is not a port number") }
    let connections = ServerConnections()
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context { try TLSServerSession.start(context, on: channel) }
          let id = connections.nextID()
          let connection = ServerConnection(
            id: id,
            limits: limits,
            usesTLS: context != nil,
            speaksHTTP2: speaksHTTP2 && HTTP2Use.always.isBuiltIn,
            handler: handler,
            ended: { connections.remove(id) }
          )
          try channel.pipeline.syncOperations.addHandler(connection)
          connections.add(
            id,
            ServerConnections.Entry(
              channel: channel,
              handler: NIOLoopBound(connection, eventLoop: channel.eventLoop)
            )
          )
        }
      }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return WireServer(
        port: channel.localAddress?.port ?? port,
        channel: channel,
        connections: connections
      )
    } catch {
      throw failure(of: error, host: host, port: port)
    }
  }

  /// Stops listening, lets replies under way end for so long, then closes all connections.
  package func shutdown(grace: Duration = .seconds(1)) async {
    try? await channel.close()
    await connections.shutdown(grace: grace)
  }

  static func failure(of error: any Error, host: String, port: Int) -> WireServerFailure {
    if error is SocketAddressError || error is SocketAddressError.UnknownHost {
      return .hostUnknown(host: host)
    }
    return switch (error as? IOError)?.errnoCode {
    case POSIXCode.addressInUse: .addressInUse(host: host, port: port)
    case POSIXCode.addressNotAvailable: .addressNotAvailable(host: host)
    case POSIXCode.permissionDenied: .permissionDenied(port: port)
    case let code?: .other(POSIXCode.words(code))
    case nil: .other("\(error)")
    }
  }
}
