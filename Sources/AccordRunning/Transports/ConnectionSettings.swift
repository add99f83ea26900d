/// How connections to a server are made.
public struct ConnectionSettings: Sendable, Hashable {
  /// The longest time for one exchange, in seconds; connecting may take a third of it, at least
  /// one second.
  public var timeout: Double

  /// A file of certificates in PEM that are trusted instead of the system's.
  public var caFile: String?

  /// A file with the certificate chain in PEM that the client shows.
  public var clientCertificate: String?

  /// The file with its private key.
  public var clientKey: String?

  /// Whether certificates are not checked at all.
  public var isInsecure: Bool

  /// How many connections are open at once, at most.
  public var connections: Int

  /// How many bytes of a body are read, at most.
  public var largestBody: Int

  /// Whether connections are kept for the next exchange; if not, every request says so with
  /// `Connection: close` (RFC 9112 section 9.6).
  public var keepsConnections: Bool

  /// The addresses of hosts whose names are not looked up.
  public var resolutions: [HostResolution]

  /// Whether HTTP/2 is spoken with every server, also without TLS (RFC 9113 section 3.3).
  ///
  /// If not, it is spoken where a server chooses it in the TLS handshake. Both need the package trait
  /// `HTTP2`: without it the first is an error, and the second is HTTP/1.1.
  public var usesHTTP2: Bool

  /// Settings that no connection can be made with.
  public struct Unusable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was expected, what was found and what to do.
    public var reason: String

    /// The reason.
    public var description: String { reason }
  }

  /// Creates settings.
  public init(
    timeout: Double = 30,
    caFile: String? = nil,
    clientCertificate: String? = nil,
    clientKey: String? = nil,
    isInsecure: Bool = false,
    connections: Int = 8,
    largestBody: Int = 16 << 20,
    keepsConnections: Bool = true,
    resolutions: [HostResolution] = [],
    usesHTTP2: Bool = false
  ) {
    self.timeout = timeout
    self.caFile = caFile
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
    self.isInsecure = isInsecure
    self.connections = connections
    self.largestBody = largestBody
    self.keepsConnections = keepsConnections
    self.resolutions = resolutions
    self.usesHTTP2 = usesHTTP2
  }
}
