public import AccordModel
import AccordWire

/// A transport over HTTP/1.1 that shows the wire as it is.
public final class HTTPTransport: Transport {
  private let client: WireClient
  private let endpoint: Endpoint

  /// Creates a transport to a server; proxies come from the environment.
  ///
  /// Throws ``ConnectionSettings/Unusable`` when the environment names a proxy that cannot be used,
  /// or a file of certificates or keys cannot be read.
  public init(
    _ address: ServerAddress,
    settings: ConnectionSettings,
    environment: Environment
  ) throws(ConnectionSettings.Unusable) {
    let timeout = Duration.seconds(settings.timeout)
    var trust = TLSClientConfiguration.Trust.system
    if let file = settings.caFile { trust = .authorities([.file(file)]) }
    if settings.isInsecure { trust = .insecure }
    var identity: TLSClientConfiguration.Identity?
    if let certificate = settings.clientCertificate {
      identity = TLSClientConfiguration.Identity(
        certificateChain: .file(certificate),
        privateKey: .file(settings.clientKey ?? certificate)
      )
    }
    client = WireClient(
      WireClientConfiguration(
        connectTimeout: .seconds(max(1, settings.timeout / 3)),
        headTimeout: timeout,
        totalTimeout: timeout,
        limits: ReadLimits(maxBodyBytes: settings.largestBody),
        maxConnectionsPerEndpoint: settings.connections,
        tls: TLSClientConfiguration(trust: trust, identity: identity),
        proxies: try Self.proxies(in: environment)
      )
    )
    do throws(WireFailure) {
      try client.checkConfiguration()
    } catch {
      throw ConnectionSettings.Unusable(reason: error.description)
    }
    endpoint = Endpoint(
      scheme: address.isSecure ? .https : .http,
      host: address.host,
      port: address.port
    )
  }

  private static func proxies(
    in environment: Environment
  ) throws(ConnectionSettings.Unusable) -> ProxySettings {
    do throws(ProxyFault) {
      return try ProxySettings.environment(environment.all)
    } catch {
      throw ConnectionSettings.Unusable(reason: error.description)
    }
  }

  /// Sends the request over a connection of the pool.
  public func exchange(_ request: Request, isSafe: Bool) async -> Exchange {
    let wire = await client.exchange(
      WireRequest(
        method: request.method,
        target: Array(request.target.utf8),
        fields: request.fields.map { WireField($0.name, $0.value) },
        body: request.body
      ),
      with: endpoint,
      safeToResend: isSafe
    )
    let response = wire.response.map(Response.init)
    let outcome: Exchange.Outcome =
      switch (wire.failure, response) {
      case (nil, .some(let response)): .answered(response)
      case (.some(let failure), let partial):
        .failed(ExchangeFailure(failure), partial: partial)
      case (nil, nil):
        .failed(ExchangeFailure(.closedBeforeHead, "No response was read."), partial: nil)
      }
    return Exchange(
      request: request,
      outcome: outcome,
      timing: Exchange.Timing(
        connect: wire.timings.connect,
        firstByte: wire.timings.firstByte ?? 0,
        total: wire.timings.total
      ),
      wasResent: wire.timings.resent
    )
  }

  /// Closes all connections.
  public func shutdown() async { await client.shutdown() }
}

extension Response {
  init(_ wire: WireResponse) {
    self.init(
      version: wire.version,
      status: wire.status,
      reason: wire.reason,
      fields: wire.fields.map(Field.init),
      body: wire.body,
      trailers: wire.trailers.map(Field.init),
      interim: wire.interim.map { interim in
        Interim(status: interim.status, fields: interim.fields.map(Field.init))
      },
      surplus: wire.surplus,
      deviations: wire.deviations.map { Deviation(id: $0.id, sentence: $0.sentence) }
    )
  }
}

extension Field {
  init(_ wire: WireField) { self.init(wire.nameText, wire.valueText) }
}

extension ExchangeFailure {
  init(_ failure: WireFailure) { self.init(Kind(failure), failure.description) }
}

extension ExchangeFailure.Kind {
  init(_ failure: WireFailure) {
    self =
      switch failure {
      case .nameNotResolved: .nameNotResolved
      case .refused: .refused
      case .connectTimeout: .connectTimeout
      case .responseTimeout: .responseTimeout
      case .tls: .tls
      case .reset: .reset
      case .closedBeforeHead: .closedBeforeHead
      case .truncated: .truncatedBody
      case .closedInHead, .malformedHead: .malformedHead
      case .malformedChunk: .malformedChunk
      case .headOverLimit: .headOverLimit
      case .bodyOverLimit: .bodyOverLimit
      case .proxyRefused, .proxyUnreadable: .proxyRefused
      case .cancelled, .clientClosed: .cancelled
      case .unreachable, .other: .network
      }
  }
}
