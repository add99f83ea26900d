import AccordModel
import AccordReporting

/// Why a call fails: two calls with the same cause fail in the same way.
struct FailureCause: Hashable {
  private enum Kind: Hashable {
    case violation(
      rule: String,
      clause: Clause.ID,
      place: String,
      keyword: String?,
      status: String?
    )
    case exchange(ExchangeFailure.Kind)
  }

  private let kind: Kind

  /// The cause in words: what was expected, and what was found.
  let words: String

  /// The cause of a case that fails; `nil` where it does not.
  ///
  /// A connection that ends where an answer is due is a failure of the server; that nobody could be reached
  /// is none.
  init?(_ result: RunRecord.Case, in run: RunRecord) {
    switch result.verdict {
    case .violates:
      guard let violation = result.violations.first(where: { run.counts($0) }) else { return nil }
      // What was sent and found changes with each call; only a status tells one cause from another: a
      // refusal is no error of the server.
      kind = .violation(
        rule: violation.rule,
        clause: violation.clause.id,
        place: violation.place.generalDescription,
        keyword: violation.keyword,
        status: violation.place == .status ? violation.actual : nil
      )
      words = "\(violation.place): expected \(violation.expected), found \(violation.actual)"
    case .failed:
      guard let cause = result.cause, cause.kind.isOfServer else { return nil }
      kind = .exchange(cause.kind)
      words = cause.message
    case .conforms, .notChecked, .skipped, .notRun: return nil
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

  func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension ExchangeFailure.Kind {
  /// Whether a server that was reached did it.
  fileprivate var isOfServer: Bool {
    switch self {
    case .responseTimeout, .reset, .closedBeforeHead, .closedInHead, .truncatedBody,
      .malformedHead, .malformedChunk:
      true
    case .nameNotResolved, .refused, .connectTimeout, .tls, .headOverLimit, .bodyOverLimit,
      .proxyRefused, .network, .cancelled, .notSent, .otherServer:
      false
    }
  }
}
