import AccordJudging
import AccordRunning

/// What has to be said of the connections of a run: old versions of TLS, requests sent twice, and bytes
/// between two responses.
enum ConnectionWarnings {
  /// The warnings, suite by suite.
  static func warnings(of suites: [Report.SuiteResult]) -> [String] {
    suites.flatMap { suite in
      let exchanges = suite.results.flatMap(\.exchanges)
      var warnings = TLSVersion.allCases.filter(\.isDeprecated).compactMap { version in
        let count = exchanges.count { $0.tlsVersion == version }
        return count == 0
          ? nil
          : """
          \(suite.subject): \(quantity(count, "exchange")) took place over \(version.rawValue), \
          which must not be used any more (RFC 8996). TLS 1.2 and 1.3 were offered and the server \
          did not choose them.
          """
      }
      let resent = suite.results.filter { $0.exchanges.contains(where: \.wasResent) }
      let count = resent.reduce(0) { $0 + $1.exchanges.count(where: \.wasResent) }
      if let first = resent.first {
        warnings.append(
          """
          \(suite.subject): \(quantity(count, "request")) met a kept connection that the server \
          had closed and did not announce to close, or on which it had left bytes behind, and went \
          out once more on a new one; the first of them in \(first.testCase.id). With --connection \
          close nothing is sent twice.
          """
        )
      }
      return warnings
    }
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
    ]
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
      bytes: redact(content: leftover.bytes, describedBy: [])
    )
  }
}
