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
}
