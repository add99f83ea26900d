public import AccordModel

/// A way to a server: over the network, or in process.
public protocol Transport: Sendable {
  /// Sends a request and waits for what comes back or goes wrong.
  ///
  /// A request is sent a second time only if `isSafe` allows it and a reused connection turned out
  /// to be closed; the exchange says so.
  func exchange(_ request: Request, isSafe: Bool) async -> Exchange

  /// Closes what is open.
  func shutdown() async
}
