import AccordModel
import FoundationEssentials
import HTTPTypes

/// Sends requests when it is their turn, and again when a server asks to come back later.
struct PacedTransport: Sendable {
  let transport: any Transport
  let pace: Pace
  let health = ServerHealth()

  /// How long to wait after the first 429 that does not say how long; twice as long after each more.
  var backoff: Duration = .seconds(1)

  /// The longest time that a server can make the run wait, in seconds.
  static let longestWait: Int64 = 60

  /// How often one request is put off.
  static let mostPostponements = 3

  /// A request that is made anew for every try, because a token may expire while it waits.
  enum Prepared: Sendable {
    case request(Exchange.Request)
    case skipped(reason: String)
    case failed(reason: String)
  }

  /// What became of a request.
  enum Sent: Sendable {
    case exchanged(Exchange)
    case skipped(reason: String)
    /// It was not sent, maybe because of an exchange before it.
    case failed(reason: String, cause: ExchangeFailure? = nil)
  }

  init(_ transport: any Transport, pace: Pace) {
    self.transport = transport
    self.pace = pace
  }

  /// Sends a request when it is its turn.
  ///
  /// An answer that says to come back later (429, or 503 with Retry-After) is no answer to the case:
  /// the request is sent again when the time has come, a few times, and counted. A server that still
  /// answers 429 limits the rate, which is nobody's fault; `awaitsLimit` says that 429 is what the
  /// request is to get.
  ///
  /// A safe method that changes something all the same is not taken to be idempotent.
  func send(
    awaitsLimit: Bool = false,
    changesState: Bool = false,
    _ prepare: @Sendable () async -> Prepared
  ) async -> Sent {
    for attempt in 0... {
      let request: Exchange.Request
      switch await prepare() {
      case .request(let prepared): request = prepared
      case .skipped(let reason): return .skipped(reason: reason)
      case .failed(let reason): return .failed(reason: reason)
      }
      if let verdict = health.verdict {
        return .failed(reason: verdict.reason, cause: verdict.cause)
      }
      await pace.turn()
      if Task.isCancelled { return .skipped(reason: "The run ended first.") }
      let method = HTTPRequest.Method(rawValue: request.method)
      let exchange = await transport.exchange(
        request,
        isIdempotent: method.map { $0.isIdempotent && !($0.isSafe && changesState) } ?? false
      )
      health.note(exchange.outcome)
      guard let response = exchange.response, !(awaitsLimit && response.status == 429) else {
        return .exchanged(exchange)
      }
      let asked = RetryAfter.seconds(in: response, now: Int64(Date.now.timeIntervalSince1970))
      let isTooLong = asked.map { $0 > Self.longestWait } ?? false
      let isLast = attempt == Self.mostPostponements || isTooLong
      if isLast, response.status == 429 {
        health.noteLimit()
        return .failed(reason: Self.limit(tries: attempt + 1, asked: isTooLong ? asked : nil))
      }
      guard !isLast, response.status == 429 || asked != nil else { return .exchanged(exchange) }
      await pace.pause(for: asked.map { .seconds($0) } ?? backoff * (1 << attempt))
    }
    return .failed(reason: "The request was put off too often.")
  }

  /// Why a case is not judged that got nothing but 429.
  private static func limit(tries: Int, asked: Int64?) -> String {
    let advice = "send fewer requests a second with --rate."
    guard let asked else {
      return """
        The server limits the rate: it answered 429 to each of \(tries) tries; \(advice)
        """
    }
    return """
      The server limits the rate: it answered 429 and asks to come back in \(asked) s, where a run \
      waits for \(longestWait) s at most; \(advice)
      """
  }
}
