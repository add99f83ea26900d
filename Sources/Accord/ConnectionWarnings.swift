/// What has to be said of the connections of a run: old versions of TLS, and requests sent twice.
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
          had closed and did not announce to close, and went out once more on a new one; the \
          first of them in \(first.testCase.id). With --connection close nothing is sent twice.
          """
        )
      }
      return warnings
    }
  }

  private static func quantity(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
