package import AccordModel

/// Reports a status that the contract declares for no request at all.
package struct StatusIsDeclared: ExchangeRule {
  package init() {}

  package var id: String { "status-is-declared" }
  package var sentence: String { "The status is one that the contract declares." }

  package func check(_ observation: Observation) -> Finding {
    // Whether the version is served is a promise of its own.
    guard !observation.refusesVersion else { return .notApplicable }
    let declared = observation.declaredStatuses
    let status = observation.response.status
    guard !declared.contains(where: { $0.contains(status) }), !observation.contract.hasDefault
    else { return .satisfied }
    // A refusal with the wrong status is refused all the same; only 400 to 499 is one.
    let isRefused = observation.promisedRefusal != nil && (400..<500).contains(status)
    return .violations([
      observation.violation(
        self,
        isRefused ? observation.contentClause : observation.brokenOutcomeClause,
        at: .status,
        expected: "a status that the contract declares: \(declared.words)",
        actual: observation.statusInWords,
        hint: observation.answerHint
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    let other = [observation.otherResponse?.clause.id].compactMap(\.self)
    // The status of an answer that nobody expected says nothing of when it is one.
    guard observation.hasPromisedStatus else { return other }
    return [Contract.statusPromise(observation.response.status)] + other
  }

  package var accepted: [RuleExample] {
    [.answer("the status of success", .json(#"{"id":7,"title":"Emma"}"#))]
  }

  package var rejected: [RuleExample] {
    [
      .answer("a fault of a gateway", .answer(503, "text/html", "<p>down"), at: "response status"),
      .answer("a success that is another", .json(#"{"id":7}"#, status: 202), at: "response status"),
    ]
  }
}
