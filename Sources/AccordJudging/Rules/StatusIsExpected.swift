package import AccordModel

/// Reports an answer to a right request that has not the status promised for it.
package struct StatusIsExpected: ExchangeRule {
  package init() {}

  package var id: String { "status-is-expected" }
  package var sentence: String { "A right request is answered with the status promised for it." }

  package func check(_ observation: Observation) -> Finding {
    // Whether the version is served is a promise of its own.
    guard let rule = observation.promisedResponse, !observation.refusesVersion else {
      return .notApplicable
    }
    guard !rule.statuses.contains(observation.response.status) else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        rule.clause,
        at: .status,
        expected: "\(rule.statuses)",
        actual: observation.statusInWords,
        hint: observation.answerHint
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    [observation.promisedResponse?.clause.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [.answer("the status promised", .json(#"{"id":7,"title":"Emma"}"#))]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "an error for a right request",
        .json(#"{"errorCode":2000,"errorMsg":"Sorry."}"#, status: 500),
        at: "response status"
      ),
      .answer(
        "a right body with the status of an error",
        .json(#"{"id":7,"title":"Emma"}"#, status: 404),
        at: "response status"
      ),
      .answer(
        "the code of success with the status of an error",
        .json(#"{"errorCode":0,"errorMsg":"OK"}"#, status: 400),
        at: "response status"
      ),
    ]
  }
}
