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
        clause(of: observation, deviation),
        at: .message,
        expected: Excerpt.text(deviation.sentence),
        actual: "a message that deviates from it (\(Excerpt.text(deviation.id)))",
        hint: Self.evidence(of: deviation)
      )
    }
    let reportsSurplus = response.deviations.contains { Self.surplusDeviations.contains($0.id) }
    if !response.surplus.isEmpty, !reportsSurplus {
      violations.append(
        observation.violation(
          self,
          clause(
            of: observation,
            Exchange.Response.Deviation(
              id: "RFC9112-6.3-surplus",
              section: "RFC 9112 section 6.3",
              sentence: "Nothing follows the end of a message."
            )
          ),
          at: .surplus,
          expected: "nothing after the end of the message",
          actual: Excerpt.quoted(response.surplus),
          hint: "Make Content-Length or the chunks cover the whole content."
        )
      )
    }
    return .of(violations)
  }

  /// The bytes that show it, where they are, and how often.
  ///
  /// They differ from answer to answer, and what is wrong is one thing: so they are no part of what
  /// tells one cause from another.
  private static func evidence(of deviation: Exchange.Response.Deviation) -> String? {
    guard !deviation.evidence.isEmpty else { return nil }
    let places = deviation.count > 1 ? ", the first of \(deviation.count) places" : ""
    return "At byte \(deviation.offset) of the message\(places): "
      + Excerpt.escaped(deviation.evidence)
  }

  /// The promise of the route, which bears what the specification demands of every message, in the
  /// words of the specification: it weighs as a must even where the route is an assumption, and what
  /// RFC 9110 and 9112 only recommend is never more than a warning.
  private func clause(
    of observation: Observation,
    _ deviation: Exchange.Response.Deviation
  ) -> Clause {
    var clause = observation.routeClause
    clause.sentence = "\(Excerpt.text(deviation.section)): \(Excerpt.text(deviation.sentence))"
    clause.basis =
      deviation.isRecommendation
      ? .assumption("The specification recommends it and does not demand it.") : .stated
    return clause
  }

  /// The deviations that already say that there is surplus.
  private static let surplusDeviations: Set<String> = [
    "RFC9112-6.3-surplus", "RFC9110-9.3.2-body-on-head", "RFC9110-15.3.5-body-on-204",
    "RFC9110-15.4.5-body-on-304", "RFC9112-6.3-content-length-conflict",
  ]

  package var accepted: [RuleExample] {
    [.answer("a message without deviations", .json(#"{"id":7,"title":"Emma"}"#))]
  }

  package var rejected: [RuleExample] {
    var bareLineFeed = Exchange.Response.json(#"{"id":7,"title":"Emma"}"#)
    bareLineFeed.deviations = [
      Exchange.Response.Deviation(
        id: "RFC9112-2.2-bare-lf",
        section: "RFC 9112 section 2.2",
        sentence: "Every line ends with CR LF, not with LF alone.",
        offset: 15,
        evidence: Array("HTTP/1.1 200 OK\n".utf8),
        count: 4
      )
    ]
    var closing = Exchange.Response.json(#"{"id":7,"title":"Emma"}"#)
    closing.deviations = [
      Exchange.Response.Deviation(
        id: "RFC9112-0-unseen",
        sentence: "Nothing shows what is not there."
      )
    ]
    var surplus = Exchange.Response.json(#"{"id":7,"title":"Emma"}"#)
    surplus.surplus = Array("\r\n".utf8)
    return [
      .answer("lines that end with LF alone", bareLineFeed, at: "response message"),
      .answer("something that no byte shows", closing, at: "response message"),
      .unreadable(
        "no HTTP at all",
        ExchangeFailure(
          .malformedHead,
          "The message head cannot be read.",
          deviation: Exchange.Response.Deviation(
            id: "RFC9112-2.1-not-http",
            section: "RFC 9112 section 2.1",
            sentence: "A response begins with its status line: HTTP/1.1, a status and a reason.",
            evidence: Array("<html>hello</html>".utf8)
          )
        ),
        at: "response message"
      ),
      .answer("bytes after the body", surplus, at: "after the response"),
    ]
  }
}
