import AccordModel

/// Reports a success that answers a wrong request.
package struct WrongRequestIsRefused: ExchangeRule {
  package init() {}

  package var id: String { "wrong-request-is-refused" }
  package var sentence: String { "A wrong request is not answered with success." }

  package func check(_ observation: Observation) -> Finding {
    guard case .refusal(let refusal, let why) = observation.expectation.outcome else {
      return .notApplicable
    }
    let status = observation.response.status
    // An error in a success status and a redirection are for other rules to report.
    guard (200..<300).contains(status), !observation.shownError.isShown else {
      return .satisfied
    }
    return .violations([
      observation.violation(
        self,
        refusal.refused,
        at: "response status",
        expected: "a refusal with \(refusal.names.joined(separator: " or "))",
        actual: "\(status), as if the request were right",
        hint: why.isEmpty ? nil : "The request is wrong: it \(why)."
      )
    ])
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "a refusal",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "a book for a request without a token",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"id":7,"title":"Emma"}"#),
        at: "response status"
      ),
      .answer(
        "no content for a request without a token",
        to: BookShop.refused(.error("MissingToken")),
        .empty(204),
        at: "response status"
      ),
    ]
  }
}
