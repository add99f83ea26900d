import NIOCore

extension WireClient {
  /// What became of an exchange where HTTP/2 may be spoken.
  enum HTTP2Attempt: Sendable {
    case ended
    /// HTTP/1.1 is spoken; on this connection, which was opened with a lease of the pool, if there is one.
    case http1(PooledConnection?)
  }

  /// Runs the exchange on a stream of the connection that the route has, or finds that there is none.
  ///
  /// A request that a server says it did not process is sent once more, on a new connection if it has
  /// to be, whatever its method (RFC 9113 section 8.7); one that met a connection just closed only with
  /// `safeToResend`.
  func exchangeByHTTP2(
    _ exchange: inout WireExchange,
    _ request: WireRequest,
    endpoint: Endpoint,
    route: Route,
    safeToResend: Bool
  ) async -> HTTP2Attempt {
    #if !HTTP2
    exchange.failure = .http2(.notBuiltIn)
    return .ended
    #else
    if case .forward = route {
      exchange.failure = .http2(.forwardProxy)
      return .ended
    }
    let start = NIODeadline.now()
    defer { exchange.timings.total = (NIODeadline.now() - start).nanoseconds }
    let totalTimeout = TimeAmount(configuration.totalTimeout)
    let fields = HTTP2Fields(request, scheme: endpoint.scheme)
    let order = HTTP2Order(
      request: fields,
      method: request.method,
      limits: configuration.limits,
      headTimeout: TimeAmount(configuration.headTimeout),
      deadline: start + totalTimeout,
      totalTimeout: totalTimeout
    )
    for attempt in 0... {
      let session: HTTP2Session
      exchange.timings.reusedConnection = false
      switch await lanes.place(on: route) {
      case .failed(let failure):
        exchange.failure = failure
        return .ended
      case .http1:
        return .http1(nil)
      case .session(let shared):
        session = shared
        exchange.timings.reusedConnection = true
      case .lead:
        do throws(WireFailure) {
          let connection = try await open(route, deadline: order.deadline, &exchange)
          guard let opened = connection.session else {
            lanes.settle(.http1, on: route)
            return .http1(connection)
          }
          pool.release(nil, of: route)
          lanes.settle(.session(opened), on: route)
          session = opened
        } catch {
          lanes.settle(.failed(error), on: route)
          exchange.failure = error
          return .ended
        }
      }
      exchange.sent = fields.shown
      let outcome = await session.perform(order)
      exchange.connectionID = session.id
      take(outcome, into: &exchange)
      if !configuration.keepAlive { session.retire() }
      guard exchange.timings.reusedConnection, !Task.isCancelled, !exchange.timings.resent,
        attempt < 4,
        outcome.isUnsent || outcome.isUnprocessed
          || outcome.failure == .closedBeforeHead(reused: true) && safeToResend
      else { break }
      exchange.timings.resent = !outcome.isUnsent
    }
    return .ended
    #endif
  }

  /// Opens a connection with a lease of the pool, which is given back when there is none.
  private func open(
    _ route: Route,
    deadline: NIODeadline,
    _ exchange: inout WireExchange
  ) async throws(WireFailure) -> PooledConnection {
    _ = try await pool.lease(route, isFresh: true)
    let begin = NIODeadline.now()
    do throws(WireFailure) {
      let connection = try await connect(route, deadline: deadline)
      exchange.timings.connect = (NIODeadline.now() - begin).nanoseconds
      return connection
    } catch {
      pool.release(nil, of: route)
      throw error
    }
  }
}
