package import AccordModel

/// Reports an answer to a wrong request that is no refusal: a success, a redirection, a fault of the
/// server, or the answer that only the credential deserves.
package struct WrongRequestIsRefused: ExchangeRule {
  package init() {}

  package var id: String { "wrong-request-is-refused" }
  package var sentence: String {
    "A wrong request is refused for what is wrong with it: not answered with success, a redirection, "
      + "an undeclared fault of the server, or what a missing credential gets."
  }

  package func check(_ observation: Observation) -> Finding {
    guard case .refusal(let refusal, let why) = observation.expectation.outcome else {
      return .notApplicable
    }
    guard let actual = actual(observation, refusal) else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        observation.brokenOutcomeClause,
        at: .status,
        expected: "a refusal with \(refusal.answerWords)",
        actual: actual,
        hint: why.isEmpty ? nil : "The request is wrong: it \(why)."
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard observation.response.status >= 400 || observation.hasPromisedStatus else { return [] }
    return [observation.promisedRefusal?.refused.id].compactMap(\.self)
  }

  /// What came instead of a refusal; `nil` if one came.
  private func actual(_ observation: Observation, _ refusal: Refusal) -> String? {
    let status = observation.response.status
    switch status {
    case 200..<300:
      // An error in a success status is for another rule to report.
      return observation.shownError.isShown ? nil : "\(status), as if the request were right"
    case 300..<400:
      let isPromised = refusal.lists(status, in: observation.suite.errors)
      return isPromised ? nil : "\(status), a redirection"
    case 500..<600:
      // An error of the catalogue with a status that is not its own is for the rules of errors.
      guard !observation.isDeclaredFault, !observation.contradictsCatalogue else { return nil }
      return "\(observation.statusInWords), a fault of the server"
    default:
      return observation.refusesCredentialInstead
        ? "\(observation.statusInWords), the answer to a missing or wrong credential" : nil
    }
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "a refusal",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "a fault that the contract lists",
        to: BookShop.refused(.error("Internal")),
        .json(#"{"errorCode":2000,"errorMsg":"Sorry."}"#, status: 500)
      ),
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
      .answer(
        "a redirection of a wrong request",
        to: BookShop.refused(.error("MissingToken")),
        .empty(302, fields: [Field("Location", "/login")]),
        at: "response status"
      ),
      .answer(
        "a fault of the server for a wrong request",
        to: BookShop.refusedID(.error("InvalidParameter")),
        .answer(500, "text/html", "<p>Sorry"),
        at: "response status"
      ),
      .answer(
        "a redirection, where it is only assumed that the request is refused",
        to: BookShop.refused(.error("MissingToken", refused: .assumption("It is not written."))),
        .empty(302, fields: [Field("Location", "/login")]),
        at: "response status"
      ),
      .answer(
        "an undeclared fault, where it is only assumed that the request is refused",
        to: BookShop.refusedID(.error("InvalidParameter", refused: .assumption("Not written."))),
        .answer(503, "text/html", "<p>Sorry"),
        at: "response status"
      ),
      .answer(
        "a fault of the server that the contract does not list",
        to: BookShop.refusedID(.error("InvalidParameter")),
        .json(#"{"errorCode":2001,"errorMsg":"Sorry."}"#, status: 500),
        at: "response status"
      ),
      .answer(
        "the answer to a missing token for a wrong parameter",
        to: BookShop.refusedID(.error("InvalidParameter")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401),
        at: "response status"
      ),
      .answer(
        "401 without a word for a wrong parameter",
        to: BookShop.refusedID(.error("UnsupportedVersion", allowsEmptyBody: true)),
        .empty(401),
        at: "response status"
      ),
    ]
  }
}
