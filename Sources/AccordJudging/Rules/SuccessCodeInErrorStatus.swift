import AccordModel

/// Reports a refusal whose code says success.
package struct SuccessCodeInErrorStatus: ExchangeRule {
  package init() {}

  package var id: String { "success-code-in-error-status" }
  package var sentence: String { "A status of an error does not come with the code of success." }

  package func check(_ observation: Observation) -> Finding {
    let status = observation.response.status
    let shown = observation.shownError
    guard let refusal = observation.promisedRefusal, status >= 400,
      observation.suite.errors.showsCodes
    else { return .notApplicable }
    guard shown.showsSuccess, !shown.isShown else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        refusal.refused,
        at: shown.place,
        expected: "the code of an error with status \(status)",
        actual: "the code of success",
        hint: observation.answerHint,
        position: shown.position
      )
    ])
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "an error with its code",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006.0,"errorMsg":"No token."}"#, status: 401)
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "a refusal whose code is that of success",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":0,"errorMsg":"OK"}"#, status: 401),
        at: "response body /errorCode"
      )
    ]
  }
}
