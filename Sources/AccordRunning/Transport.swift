public import AccordModel

/// A way to a server: over the network, or in process.
public protocol Transport: Sendable {
  /// Sends a request and waits for what comes back or goes wrong.
  ///
  /// A request is sent a second time only if it is idempotent (RFC 9110 section 9.2.2) and a reused
  /// connection turned out to be closed; the exchange says so. One that is not idempotent goes on a
  /// connection that has carried nothing before.
  func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange

  /// Closes what is open.
  func shutdown() async

  /// Bytes that the server sent between two responses, where no message has them, in the order in
  /// which they came; a report warns of them.
  ///
  /// None, unless a transport says otherwise.
  var leftovers: [Leftover] { get }

  /// The sentence that says by which proxy the server is reached; `nil`, unless a transport says
  /// otherwise.
  ///
  /// It stands beside what is said of an exchange that an intermediary may have spoilt.
  var proxySentence: String? { get }
}

extension Transport {
  /// Nothing was left.
  public var leftovers: [Leftover] { [] }

  /// There is no proxy.
  public var proxySentence: String? { nil }
}
