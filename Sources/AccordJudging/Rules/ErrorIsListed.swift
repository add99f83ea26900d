package import AccordModel

/// Reports an error of the catalogue that the endpoint does not list.
package struct ErrorIsListed: ExchangeRule {
  package init() {}

  package var id: String { "error-is-listed" }
  package var sentence: String {
    "An error of the catalogue is one that the endpoint lists."
  }

  package func check(_ observation: Observation) -> Finding {
    let contract = observation.contract
    guard observation.response.status >= 400, let clause = contract.errorListClause,
      let entry = observation.suite.errors.certainEntry(in: observation.shownError)
    else { return .notApplicable }
    guard contract.listedError(entry) == nil else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        clause,
        at: observation.shownError.place,
        expected: "one of the \(Excerpt.counted(contract.errors.count, "error")) that the endpoint "
          + "lists",
        actual: observation.statusInWords,
        hint: observation.answerHint,
        position: observation.shownError.position
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    [observation.contract.errorListClause?.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .answer(
        "an error that is listed",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1006,"errorMsg":"No token."}"#, status: 401)
      ),
      .answer(
        "a code that the catalogue does not know",
        to: BookShop.refused(.error("UnsupportedVersion")),
        .json(#"{"errorCode":4711,"errorMsg":"No such version."}"#, status: 400)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "an error of other endpoints",
        to: BookShop.refused(.error("MissingToken")),
        .json(#"{"errorCode":1009,"errorMsg":"Paid already."}"#, status: 400),
        at: "response body /errorCode"
      ),
      .answer(
        "the name of an error of other endpoints",
        to: BookShop.refused(.error("InvalidParameter")),
        .json(#"{"errorCode":77,"errorName":"PaidAlready","errorMsg":"No."}"#, status: 400),
        at: "response body /errorName"
      ),
    ]
  }
}
