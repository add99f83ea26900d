import AccordJudging
import AccordRunning

/// What has to be said of the connections of a run: old versions of TLS, requests sent twice, and bytes
/// between two responses.
enum ConnectionWarnings {
  /// The warnings of a suite's run.
  static func warnings(of tally: ConnectionTally, from subject: String) -> [String] {
    var warnings = TLSVersion.allCases.filter(\.isDeprecated).compactMap { version in
      tally.versions[version].map { count in
        """
        \(subject): \(quantity(count, "exchange")) took place over \(version.rawValue), \
        which must not be used any more (RFC 8996). TLS 1.2 and 1.3 were offered and the server \
        did not choose them.
        """
      }
    }
    if let first = tally.firstResent {
      warnings.append(
        """
        \(subject): \(quantity(tally.resent, "request")) met a kept connection that the server \
        had closed and did not announce to close, or on which it had left bytes behind, and went \
        out once more on a new one; the first of them in \(first). With --connection \
        close nothing is sent twice.
        """
      )
    }
    return warnings
  }

  /// What has to be said of bytes that stand in no message: the judge never sees them, because the
  /// answer before them is judged when it is whole.
  static func warnings(of leftovers: [Leftover], from subject: String) -> [String] {
    guard let first = leftovers.first else { return [] }
    let count = leftovers.count > 1 ? ", the first of \(leftovers.count) times" : ""
    return [
      """
      \(subject): after the answer \(first.status) to \(Excerpt.text(first.request)) the server sent \
      \(Excerpt.quoted(first.bytes)), which belongs to no message\(count). An answer to HEAD, a 204 and \
      a 304 have no content, and every other ends where its Content-Length or its chunks say \
      (RFC 9112 section 6.3); the connection was given up.
      """
    ] + leftovers.filter(\.isResponse).prefix(mostShifts).map { shift($0, from: subject) }
  }

  /// How many responses too many are named.
  private static let mostShifts = 5

  /// What has to be said of a response too many: the answers before it may be those to other requests.
  private static func shift(_ leftover: Leftover, from subject: String) -> String {
    let request = Excerpt.text(leftover.request)
    guard let previous = leftover.previous else {
      return """
        \(subject): a whole response came after the answer to \(request), which nobody had asked for.
        """
    }
    return """
      \(subject): a whole response came after the answer to \(request), and may be the one to it: \
      what was taken for its answer may be a second one to \(Excerpt.text(previous)), the request \
      before it on the connection. What is said of both may be wrong; --connection close keeps them \
      apart.
      """
  }

  private static func quantity(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension Redactor {
  /// Leftover bytes without the secrets.
  func redact(_ leftover: Leftover) -> Leftover {
    Leftover(
      request: redact(leftover.request),
      status: leftover.status,
      bytes: redact(content: leftover.bytes, describedBy: []),
      previous: leftover.previous.map(redact)
    )
  }
}

extension Leftover {
  /// Whether the bytes begin a response.
  fileprivate var isResponse: Bool { bytes.starts(with: Array("HTTP/1.".utf8)) }
}
