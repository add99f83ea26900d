import AccordModel
import AccordSchema
import FoundationEssentials

/// Everything that is needed to send one suite's requests to one server.
struct Session: Sendable {
  let suite: ContractSuite
  let builder: RequestBuilder
  let transport: any Transport
  let tokens: TokenSource?
  let pace: Pace
  let health = ServerHealth()

  /// The longest time that a server can make the run wait, in seconds.
  static let longestWait: Int64 = 60

  /// How often one request is put off.
  static let mostPostponements = 3

  /// What became of a request.
  enum Sent: Sendable {
    case exchanged(Exchange)
    case skipped(reason: String)
    case failed(reason: String)
  }

  /// Sends a request when it is its turn.
  ///
  /// An answer that says to come back later (429 or 503 with Retry-After) is no answer to the
  /// case: the request is sent again when the time has come, a few times, and counted.
  ///
  /// A safe method that changes something all the same is not taken to be idempotent.
  func send(
    _ template: RequestTemplate,
    _ values: OperandValues,
    changesState: Bool = false
  ) async -> Sent {
    for attempt in 0... {
      var token: Secret?
      if template.fields.contains(where: { $0.value == .credential }), let tokens {
        switch await tokens.token() {
        case .secret(let secret): token = secret
        case .missing(let reason): return .skipped(reason: reason)
        case .failed(let reason): return .failed(reason: reason)
        }
      }
      let request: Request
      do {
        request = try builder.request(template, values, token: token)
      } catch {
        return .failed(reason: error.message)
      }
      if let reason = await health.verdict { return .failed(reason: reason) }
      await pace.turn()
      if Task.isCancelled { return .skipped(reason: "The run ended first.") }
      let isSafe = ["GET", "HEAD", "OPTIONS", "TRACE"].contains(request.method)
      let exchange = await transport.exchange(
        request,
        isIdempotent: isSafe ? !changesState : ["PUT", "DELETE"].contains(request.method)
      )
      await health.note(exchange.outcome)
      guard attempt < Self.mostPostponements, let response = exchange.response,
        let seconds = RetryAfter.seconds(
          in: response,
          now: Int64(Date.now.timeIntervalSince1970)
        ), seconds <= Self.longestWait
      else { return .exchanged(exchange) }
      await pace.pause(for: .seconds(seconds))
    }
    return .failed(reason: "The request was put off too often.")
  }
}

extension RequestBuilder.Missing {
  var message: String {
    switch self {
    case .value(let operand): "The request needs a value that is not known: \(operand)."
    case .place(let pointer): "The request's body has no place \(pointer) to put a value in."
    case .fieldValue(let name):
      """
      The header \(name) cannot be sent as it is: its name is no token, or its value holds a line \
      break or another control character, or begins or ends with a blank.
      """
    case .target(let target):
      """
      The request target \(JSON.string(target).text()) holds a blank, a control character or a \
      character beyond ASCII; write it percent-encoded in the contract.
      """
    case .body(let reason): "The request's body cannot be written: \(reason)."
    }
  }
}
