import AccordModel
import Synchronization

/// Whether a server answers at all.
///
/// A server that hangs would cost every case the longest time for one exchange, one after the
/// other: hours for a plan. After a few exchanges in a row without an answer it is taken to be down.
///
/// It is asked before every request and told after it, without waiting.
final class ServerHealth: Sendable {
  /// How many exchanges in a row may go without an answer.
  static let patience = 6

  /// How many requests in a row may be given up because the server limits the rate: each of them
  /// was put off as often and as long as a request may be.
  static let patienceWithLimits = 3

  private struct State {
    var failures: [ExchangeFailure] = []
    var limits = 0
  }

  private let state = Mutex(State())

  /// Why nothing more is sent, if nothing is.
  ///
  /// What was on its way already does not change it, so that all that is not sent has one reason; the
  /// cause is the exchange that failed last.
  var verdict: (reason: String, cause: ExchangeFailure?)? {
    let (failures, limits) = state.withLock { ($0.failures, $0.limits) }
    if limits >= Self.patienceWithLimits {
      let reason = """
        Not sent: the server limits the rate, and answered \(Self.patienceWithLimits) requests in a row with \
        429 as often as they were sent; send fewer requests a second with --rate.
        """
      return (reason, nil)
    }
    guard failures.count >= Self.patience else { return nil }
    let last = failures[Self.patience - 1]
    let reason = """
      Not sent: \(Self.patience) exchanges in a row got no answer, so the server is taken to be \
      down. The last failed with \(last.words)
      """
    return (reason, last)
  }

  /// Learns how an exchange ended.
  ///
  /// Only a failure to get any answer counts: a server that sends half an answer is there.
  func note(_ outcome: Exchange.Outcome) {
    state.withLock { state in
      if case .answered(let response) = outcome, response.status != 429 { state.limits = 0 }
      switch outcome {
      case .failed(let failure, partial: nil) where failure.kind.isSilence:
        state.failures.append(failure)
      // What a proxy says for itself is no answer of the server.
      case .failed(let failure, _) where failure.kind == .proxyRefused:
        state.failures.append(failure)
      case .failed(let failure, _)
      where [.cancelled, .notSent, .otherServer].contains(failure.kind):
        break
      case .answered, .failed: state.failures = []
      }
    }
  }

  /// Learns that a request was given up, because the server answered nothing but 429.
  func noteLimit() { state.withLock { $0.limits += 1 } }
}

extension ExchangeFailure.Kind {
  /// Whether it says that there is nobody there, or nobody who speaks.
  fileprivate var isSilence: Bool {
    switch self {
    case .nameNotResolved, .refused, .connectTimeout, .responseTimeout, .tls, .network,
      .proxyRefused:
      true
    case .reset, .closedBeforeHead, .closedInHead, .truncatedBody, .malformedHead,
      .malformedChunk, .headOverLimit, .bodyOverLimit, .cancelled, .notSent, .otherServer:
      false
    }
  }
}
