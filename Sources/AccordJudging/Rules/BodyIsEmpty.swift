package import AccordModel

/// Reports content where none is promised.
package struct BodyIsEmpty: ExchangeRule {
  package init() {}

  package var id: String { "body-is-empty" }
  package var sentence: String { "An answer that promises no body has none." }

  package func check(_ observation: Observation) -> Finding {
    guard case .empty? = observation.answeredResponse?.content, observation.isAsPromised else {
      return .notApplicable
    }
    guard !observation.response.body.isEmpty else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        observation.contentClause,
        at: .body(),
        expected: "no body",
        actual: Excerpt.quoted(observation.response.body)
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    [observation.contentClause.id]
  }

  package var accepted: [RuleExample] {
    [
      .removal("Content-Length: 0", .empty(200, fields: [Field("Content-Length", "0")])),
      .removal(
        "an empty chunked body",
        .empty(200, fields: [Field("Transfer-Encoding", "chunked")])
      ),
      .removal("a Content-Type of nothing", .empty(200, fields: [Field("Content-Type", "text/x")])),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .removal("an empty object", .json("{}"), at: "response body"),
      .removal("a line end", .answer(200, nil, "\n"), at: "response body"),
    ]
  }
}
