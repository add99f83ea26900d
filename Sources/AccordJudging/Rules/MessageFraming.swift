import AccordModel

/// Reports what a message does against RFC 9112.
package struct MessageFraming: ExchangeRule {
  package init() {}

  package var id: String { "message-framing" }
  package var sentence: String { "The response is framed as RFC 9112 demands." }
  package var level: RuleLevel { .specification }

  package func check(_ observation: Observation) -> Finding {
    let response = observation.response
    var violations = response.deviations.map { deviation in
      observation.violation(
        self,
        clause(of: observation, deviation.id),
        at: "response message",
        expected: Excerpt.text(deviation.sentence),
        actual: "a message that deviates from it (\(Excerpt.text(deviation.id)))"
      )
    }
    let reportsSurplus = response.deviations.contains { Self.surplusDeviations.contains($0.id) }
    if !response.surplus.isEmpty, !reportsSurplus {
      violations.append(
        observation.violation(
          self,
          observation.routeClause,
          at: "after the response",
          expected: "nothing after the end of the message",
          actual: Excerpt.quoted(response.surplus),
          hint: "Make Content-Length or the chunks cover the whole content."
        )
      )
    }
    return .of(violations)
  }

  /// The promise of the route; what RFC 9110 and 9112 only recommend is never more than a warning.
  private func clause(of observation: Observation, _ deviation: String) -> Clause {
    var clause = observation.routeClause
    if Self.recommendations.contains(deviation) {
      clause.basis = .assumption("The specification recommends it and does not demand it.")
    }
    return clause
  }

  private static let recommendations: Set<String> = [
    "RFC9110-5.5-non-ascii", "RFC9112-9.8-tls-incomplete-close",
  ]

  /// The deviations that already say that there is surplus.
  private static let surplusDeviations: Set<String> = [
    "RFC9112-6.3-surplus", "RFC9110-9.3.2-body-on-head", "RFC9110-15.3.5-body-on-204",
    "RFC9110-15.4.5-body-on-304",
  ]

  package var accepted: [RuleExample] {
    [.answer("a message without deviations", .json(#"{"id":7,"title":"Emma"}"#))]
  }

  package var rejected: [RuleExample] {
    var bareLineFeed = Response.json(#"{"id":7,"title":"Emma"}"#)
    bareLineFeed.deviations = [
      Response.Deviation(
        id: "RFC9112-2.2-bare-lf",
        sentence: "Every line ends with CR LF, not with LF alone."
      )
    ]
    var surplus = Response.json(#"{"id":7,"title":"Emma"}"#)
    surplus.surplus = Array("\r\n".utf8)
    return [
      .answer("lines that end with LF alone", bareLineFeed, at: "response message"),
      .answer("bytes after the body", surplus, at: "after the response"),
    ]
  }
}
