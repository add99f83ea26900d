public import AccordModel
import AccordWire

/// A transport over HTTP/1.1, or HTTP/2 with the trait for it, that shows the wire as it is.
public final class HTTPTransport: Transport {
  private let client: WireClient
  private let endpoint: Endpoint
  private let origin: String
  private let keepsConnections: Bool
  /// The proxy by which the server is reached.
  let proxy: ProxyInUse?

  /// Creates a transport to a server; proxies come from the environment.
  ///
  /// Throws ``ConnectionSettings/Unusable`` when the environment names a proxy that cannot be used,
  /// a file of certificates or keys cannot be read, or https or HTTP/2 is asked for in a build without it.
  public init(
    _ address: ServerAddress,
    settings: ConnectionSettings,
    environment: EnvironmentVariables
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
    let proxies = try Self.proxies(in: environment)
    client = WireClient(
      WireClientConfiguration(
        connectTimeout: .seconds(max(1, settings.timeout / 3)),
        headTimeout: timeout,
        totalTimeout: timeout,
        limits: ReadLimits(maxBodyBytes: settings.largestBody),
        maxConnectionsPerEndpoint: settings.connections,
        keepAlive: settings.keepsConnections,
        tls: TLSClientConfiguration(trust: trust, identity: identity),
        proxies: proxies,
        pinnedAddresses: settings.resolutions.map {
          PinnedAddress(host: $0.host, port: $0.port, address: $0.address)
        },
        http2: settings.usesHTTP2 ? .always : .whereChosen
      )
    )
    keepsConnections = settings.keepsConnections
    // Plain http needs none of it, and reading the system's authorities takes a while.
    let needsTLS = address.isSecure || settings.caFile != nil || identity != nil
    do throws(WireFailure) {
      try client.checkVersion()
      if needsTLS { try client.checkConfiguration() }
    } catch {
      throw ConnectionSettings.Unusable(reason: error.description)
    }
    endpoint = Endpoint(
      scheme: address.isSecure ? .https : .http,
      host: address.host,
      port: address.port,
      socketPath: address.socketPath
    )
    origin = address.origin
    proxy = ProxyInUse(for: endpoint, proxies, environment.all)
  }

  private static func proxies(
    in environment: EnvironmentVariables
  ) throws(ConnectionSettings.Unusable) -> ProxySettings {
    do throws(ProxyFault) {
      return try ProxySettings.environment(environment.all)
    } catch {
      throw ConnectionSettings.Unusable(reason: error.description)
    }
  }

  /// Where a request goes: to the server, or to another that issues its tokens.
  private func endpoint(of request: Exchange.Request) -> Endpoint {
    guard request.origin != origin, let other = try? ServerAddress(request.origin) else {
      return endpoint
    }
    return Endpoint(scheme: other.isSecure ? .https : .http, host: other.host, port: other.port)
  }

  /// Sends the request over a connection of the pool.
  public func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
    var request = request
    if !keepsConnections, request.fields.values(of: "Connection").isEmpty {
      request.fields.append(Field("Connection", "close"))
    }
    let wire = await client.exchange(
      WireRequest(
        method: request.method,
        target: Array(request.target.utf8),
        fields: request.fields.map { WireField($0.name, $0.value) },
        body: request.body
      ),
      with: endpoint(of: request),
      safeToResend: isIdempotent,
      onFreshConnection: !isIdempotent
    )
    return Exchange(
      request: request,
      outcome: proxy?.outcome(of: wire) ?? Exchange.Outcome(wire),
      timing: Exchange.Timing(
        connect: wire.timings.connect,
        firstByte: wire.timings.firstByte ?? 0,
        total: wire.timings.total
      ),
      wasResent: wire.timings.resent,
      tlsVersion: wire.tlsVersion.flatMap { TLSVersion(rawValue: $0.rawValue) }
    )
  }

  /// What the server left on connections between two responses, in the order in which it came.
  public var leftovers: [Leftover] {
    client.leftovers.map {
      Leftover(request: $0.request, status: $0.status, bytes: $0.bytes, previous: $0.previous)
    }
  }

  /// The thread of the only connection to the server, if there is no more than one: a task that runs on
  /// it sends and receives without a change of threads.
  var executor: (any TaskExecutor)? { client.executor }

  /// The proxy of the environment, if there is one.
  public var proxySentence: String? { proxy?.sentence }

  /// Closes all connections.
  public func shutdown() async { await client.shutdown() }
}
