package import AccordModel

/// Reports an error that comes with another status than the catalogue gives it.
package struct ErrorStatus: ExchangeRule {
  package init() {}

  package var id: String { "error-status" }
  package var sentence: String { "An error comes with the status that the catalogue gives it." }

  package func check(_ observation: Observation) -> Finding {
    let status = observation.response.status
    guard status >= 400,
      let entry = observation.suite.errors.certainEntry(in: observation.shownError),
      let error = observation.contract.listedError(entry),
      let clause = observation.contract.statusClause(of: error, in: observation.suite)
    else { return .notApplicable }
    guard !entry.statuses.contains(status) else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        clause,
        at: .status,
        expected: "\(entry.statuses) with \(entry.words(in: observation.suite.errors))",
        actual: observation.statusInWords,
        hint: observation.answerHint
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard let entry = observation.suite.errors.certainEntry(in: observation.shownError),
      let error = observation.contract.listedError(entry)
    else { return [] }
    let clause = observation.contract.statusClause(of: error, in: observation.suite)
    return [clause?.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "the status of the error",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "the error with a status of the server's",
        to: BookShop.refused(.error("InvalidParameter")),
        .json(#"{"errorCode":1002,"errorMsg":"Wrong."}"#, status: 500),
        at: "response status"
      ),
      .answer(
        "the error with another status of the caller's",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 400),
        at: "response status"
      ),
    ]
  }
}
