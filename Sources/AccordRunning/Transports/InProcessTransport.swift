public import AccordModel

/// A transport that hands requests to a function: a server in the same process.
public struct InProcessTransport: Transport {
  private let answer: @Sendable (Exchange.Request) async -> Exchange.Outcome

  /// Creates a transport that asks `answer`.
  public init(_ answer: @escaping @Sendable (Exchange.Request) async -> Exchange.Outcome) {
    self.answer = answer
  }

  /// Asks the function.
  public func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
    let start = ContinuousClock.now
    let outcome = await answer(request)
    let total = (ContinuousClock.now - start).nanoseconds
    return Exchange(
      request: request,
      outcome: outcome,
      timing: Exchange.Timing(firstByte: total, total: total)
    )
  }

  /// Closes nothing.
  public func shutdown() async {}
}

extension Duration {
  /// The duration in whole nanoseconds.
  package var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
