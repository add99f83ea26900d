/// One request, and what came back or went wrong.
public struct Exchange: Sendable, Hashable {
  /// How it ended.
  public enum Outcome: Sendable, Hashable {
    /// A whole response.
    case answered(Exchange.Response)
    /// No whole response; what was received before is kept.
    case failed(ExchangeFailure, partial: Exchange.Response?)
  }

  /// How long it took, in nanoseconds.
  ///
  /// Not part of any comparison of runs.
  public struct Timing: Sendable, Hashable {
    /// Until connected; zero on a reused connection.
    public var connect: Int64
    /// Until the first byte of the response.
    public var firstByte: Int64
    /// Until the end.
    public var total: Int64

    /// Creates a timing.
    public init(connect: Int64 = 0, firstByte: Int64 = 0, total: Int64 = 0) {
      self.connect = connect
      self.firstByte = firstByte
      self.total = total
    }

    /// The time from the writing of the request to the end of the answer, without the connecting; `nil` where
    /// nothing was measured.
    package var answering: Duration? {
      total > 0 ? .nanoseconds(max(0, total - max(0, connect))) : nil
    }
  }

  /// The request, with its secrets.
  public var request: Exchange.Request

  /// How it ended.
  public var outcome: Outcome

  /// How long it took.
  public var timing: Timing

  /// Whether it was sent a second time after a reused connection was found closed.
  public var wasResent: Bool

  /// The version of TLS that its connection agreed on; `nil` without TLS.
  public var tlsVersion: TLSVersion?

  /// Creates an exchange.
  public init(
    request: Exchange.Request,
    outcome: Outcome,
    timing: Timing = Timing(),
    wasResent: Bool = false,
    tlsVersion: TLSVersion? = nil
  ) {
    self.request = request
    self.outcome = outcome
    self.timing = timing
    self.wasResent = wasResent
    self.tlsVersion = tlsVersion
  }

  /// The whole response.
  public var response: Exchange.Response? {
    guard case .answered(let response) = outcome else { return nil }
    return response
  }
}
