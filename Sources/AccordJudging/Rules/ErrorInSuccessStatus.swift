import AccordModel

/// Reports an error that comes with a status of success.
package struct ErrorInSuccessStatus: ExchangeRule {
  package init() {}

  package var id: String { "error-in-success-status" }
  package var sentence: String { "A status of success does not come with an error." }

  package func check(_ observation: Observation) -> Finding {
    let status = observation.response.status
    let shown = observation.shownError
    guard (200..<300).contains(status), !observation.suite.errors.places.isEmpty else {
      return .notApplicable
    }
    guard let error = shown.words(in: observation.suite.errors), shown.isShown else {
      return .satisfied
    }
    guard !observation.step.expectation.mayBeRefused else { return .notApplicable }
    return .violations([
      observation.violation(
        self,
        observation.outcomeClause,
        at: shown.place,
        expected: observation.promisedRefusal == nil
          ? "no error, with status \(status)" : "a status of 400 or more with an error",
        actual: "\(error), with status \(status)",
        hint: observation.answerHint,
        position: shown.position
      )
    ])
  }

  package var accepted: [RuleExample] {
    [
      .answer("a book", .json(#"{"id":7,"title":"Emma"}"#)),
      .answer("the code of success", .json(#"{"errorCode":0,"id":7,"title":"Emma"}"#)),
      .answer("a name that is null", .json(#"{"errorName":null,"id":7,"title":"Emma"}"#)),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "an error with status 200",
        .json(#"{"errorCode":2000,"errorMsg":"Sorry."}"#),
        at: "response body /errorCode"
      ),
      .answer(
        "a refusal with status 200",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#),
        at: "response body /errorCode"
      ),
    ]
  }
}
