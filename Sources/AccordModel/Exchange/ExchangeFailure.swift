/// Why an exchange has no whole response.
///
/// It is ours or the network's, unless a ``deviation`` says that the server sent bytes that no
/// network makes.
public struct ExchangeFailure: Error, Sendable, Hashable {
  /// The ways an exchange goes wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The host's name has no address.
    case nameNotResolved = "name-not-resolved"
    /// Nothing listens there.
    case refused
    /// No connection in time.
    case connectTimeout = "connect-timeout"
    /// No response in time.
    case responseTimeout = "response-timeout"
    /// TLS was not agreed.
    case tls
    /// The connection was reset.
    case reset
    /// The connection was closed before a response began.
    case closedBeforeHead = "closed-before-head"
    /// The connection was closed inside the head.
    case closedInHead = "closed-in-head"
    /// The connection was closed inside the body.
    case truncatedBody = "truncated-body"
    /// The head of the response cannot be read.
    case malformedHead = "malformed-head"
    /// The chunked coding of the body cannot be read.
    case malformedChunk = "malformed-chunk"
    /// The head is larger than the limit.
    case headOverLimit = "head-over-limit"
    /// The body is larger than the limit.
    case bodyOverLimit = "body-over-limit"
    /// A proxy refused to connect.
    case proxyRefused = "proxy-refused"
    /// The network cannot be reached, or another error of the system.
    case network
    /// The run ended first.
    case cancelled
    /// Nothing was sent, because an earlier exchange of its case did not give what it needs.
    case notSent = "not-sent"
    /// Nothing was sent, because an earlier answer leads to a server that may not be asked.
    case otherServer = "other-server"
  }

  /// The kind.
  public var kind: Kind

  /// What was expected, what happened, where, and what to do.
  public var message: String

  /// What the message does against RFC 9112, where that is why it cannot be read: then the server
  /// is at fault.
  public var deviation: Exchange.Response.Deviation?

  /// Creates a failure.
  public init(_ kind: Kind, _ message: String, deviation: Exchange.Response.Deviation? = nil) {
    self.kind = kind
    self.message = message
    self.deviation = deviation
  }

  /// The kind and the message, as reasons say them.
  package var words: String { "\(kind.rawValue): \(message)" }
}
