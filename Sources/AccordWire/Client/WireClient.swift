import NIOCore
import NIOPosix
import Synchronization

/// Sends requests as they are and shows what comes back as it is.
///
/// It follows no redirect, keeps no cookie, decodes no content, and sends nothing twice in secret.
package final class WireClient: Sendable {
  package let configuration: WireClientConfiguration
  private let connector: Connector
  let pool: ConnectionPool
  /// What is spoken where HTTP/2 may be.
  let lanes = HTTP2Lanes()
  private let connectionCount = Atomic<Int>(0)

  /// What runs tasks on the thread of the only connection; nil where there may be several for an
  /// endpoint.
  ///
  /// A task that runs there sends and receives without a change of threads. It must not wait there for
  /// anything but by suspending itself.
  package let executor: (any TaskExecutor)?

  /// A client; certificates that cannot be read show in ``checkConfiguration()`` and in exchanges.
  package init(_ configuration: WireClientConfiguration = WireClientConfiguration()) {
    self.configuration = configuration
    pool = ConnectionPool(maxPerRoute: configuration.maxConnectionsPerEndpoint)
    let group = MultiThreadedEventLoopGroup.singleton
    let isSingle = configuration.maxConnectionsPerEndpoint == 1
    let loop = group.next()
    connector = Connector(group: isSingle ? loop : group, configuration: configuration)
    executor = isSingle ? EventLoopExecutor(loop) : nil
  }

  deinit {
    pool.close()
    lanes.close()
  }

  /// Throws when the configured certificates or keys cannot be used, or this build has no TLS.
  package func checkConfiguration() throws(WireFailure) {
    try checkVersion()
    try connector.checkConfiguration()
  }

  /// Throws when HTTP/2 is asked for and this build has none.
  package func checkVersion() throws(WireFailure) {
    #if !HTTP2
    if configuration.http2 == .always { throw .http2(.notBuiltIn) }
    #endif
  }

  /// Closes all idle connections; exchanges under way end as they will.
  package func shutdown() async {
    pool.close()
    lanes.close()
  }

  /// What was found on connections between two responses, in the order in which it came.
  package var leftovers: [LeftoverBytes] { connector.leftovers.all }

  /// Sends one request and reads its response, or finds out why there is none.
  ///
  /// With `safeToResend` a request that met a kept connection just closed by the server, or one on
  /// which the server had left bytes behind, is sent once more on a new one, and
  /// ``WireTimings/resent`` says so (RFC 9112, section 9.3.1). With `onFreshConnection` it never meets one: it opens a connection of its own. Over HTTP/2 all
  /// exchanges with a server share one connection, whose end says what was not processed.
  package func exchange(
    _ request: WireRequest,
    with endpoint: Endpoint,
    safeToResend: Bool,
    onFreshConnection: Bool = false
  ) async -> WireExchange {
    let route = Route(to: endpoint, with: configuration.proxies)
    var request = request
    if case .forward(let proxy) = route {
      request = request.throughProxy(proxy, to: endpoint)
    }
    var exchange = WireExchange(
      sent: request.bytes,
      response: nil,
      failure: nil,
      timings: WireTimings(),
      connectionID: 0
    )
    guard !Task.isCancelled else {
      exchange.failure = .cancelled
      return exchange
    }
    var opened: PooledConnection?
    if configuration.http2.isPossible(on: route) {
      let attempt = await exchangeByHTTP2(
        &exchange,
        request,
        endpoint: endpoint,
        route: route,
        safeToResend: safeToResend
      )
      guard case .http1(let connection) = attempt else { return exchange }
      opened = connection
    }
    do throws(WireFailure) {
      let lease =
        opened == nil ? try await pool.lease(route, isFresh: onFreshConnection) : .open
      let kept = await run(
        &exchange,
        request,
        route: route,
        lease: lease,
        opened: opened,
        safeToResend: safeToResend
      )
      pool.release(kept, of: route)
    } catch {
      exchange.failure = error
    }
    return exchange
  }

  /// Runs the exchange on a lease; returns the connection when it can be kept.
  private func run(
    _ exchange: inout WireExchange,
    _ request: WireRequest,
    route: Route,
    lease: ConnectionPool.Lease,
    opened: PooledConnection? = nil,
    safeToResend: Bool
  ) async -> PooledConnection? {
    let start = NIODeadline.now()
    var lingered: Int64 = 0
    defer { exchange.timings.total = (NIODeadline.now() - start).nanoseconds - lingered }
    let totalTimeout = TimeAmount(configuration.totalTimeout)
    let order = ClientConnection.Order(
      bytes: exchange.sent,
      method: request.method,
      askedTransferCodings: request.askedTransferCodings,
      mayReuse: configuration.keepAlive && WireRequest.keepsConnection(exchange.sent),
      limits: configuration.limits,
      headTimeout: TimeAmount(configuration.headTimeout),
      deadline: start + totalTimeout,
      totalTimeout: totalTimeout
    )
    if case .reuse(let connection) = lease {
      exchange.timings.reusedConnection = true
      let outcome = await perform(order, on: connection, into: &exchange)
      lingered = outcome.lingered
      // What was never written can be sent by anyone; it is not sent twice.
      guard outcome.failure == .closedBeforeHead(reused: true) || outcome.isLeftover,
        safeToResend || outcome.isUnsent,
        !Task.isCancelled
      else {
        return outcome.isReusable ? connection : nil
      }
      exchange.timings.resent = !outcome.isUnsent
      exchange.timings.reusedConnection = false
    }
    do throws(WireFailure) {
      let connection: PooledConnection
      if let opened {
        connection = opened
      } else {
        let connectStart = NIODeadline.now()
        connection = try await connect(route, deadline: order.deadline)
        exchange.timings.connect = (NIODeadline.now() - connectStart).nanoseconds
      }
      let outcome = await perform(order, on: connection, into: &exchange)
      lingered = outcome.lingered
      return outcome.isReusable ? connection : nil
    } catch {
      exchange.failure = error
      return nil
    }
  }

  /// Opens a connection within the time for it and before a deadline.
  func connect(
    _ route: Route,
    deadline: NIODeadline
  ) async throws(WireFailure) -> PooledConnection {
    try await connector.connect(
      route,
      id: connectionCount.add(1, ordering: .relaxed).newValue,
      timeout: max(
        .nanoseconds(1),
        min(TimeAmount(configuration.connectTimeout), deadline - .now())
      )
    )
  }

  private func perform(
    _ order: ClientConnection.Order,
    on connection: PooledConnection,
    into exchange: inout WireExchange
  ) async -> ClientConnection.Outcome {
    let outcome = await connection.perform(order)
    exchange.connectionID = connection.id
    take(outcome, into: &exchange)
    return outcome
  }

  /// Puts what an exchange came to into its record.
  func take(_ outcome: ClientConnection.Outcome, into exchange: inout WireExchange) {
    exchange.response = outcome.response
    exchange.failure = outcome.failure
    exchange.unread = outcome.unread
    exchange.fault = outcome.fault
    exchange.tlsVersion = outcome.tlsVersion
    exchange.timings.firstByte = outcome.firstByte
  }
}

extension TimeAmount {
  /// A duration in whole nanoseconds, kept within what deadlines can hold.
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let bounded = min(max(seconds, 0), 1_000_000_000)
    self = .nanoseconds(bounded * 1_000_000_000 + (seconds < 0 ? 0 : attoseconds / 1_000_000_000))
  }
}
