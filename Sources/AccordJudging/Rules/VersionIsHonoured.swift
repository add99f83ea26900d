package import AccordModel
import AccordSchema

/// Reports an answer that shows that the server took the request for another version, or refused
/// one that it serves.
package struct VersionIsHonoured: ExchangeRule {
  package init() {}

  package var id: String { "version-is-honoured" }
  package var sentence: String {
    "A version is answered as the contract says, and an absent version as the one it means."
  }

  package func check(_ observation: Observation) -> Finding {
    guard let rule = observation.promisedResponse, let version = observation.expectation.version
    else { return .notApplicable }
    let clause = observation.expectation.versionClause
    if let clause, observation.refusesVersion {
      return .violations([
        observation.violation(
          self,
          clause,
          at: .status,
          expected: "the answer of version \(version), with status \(rule.statuses)",
          actual: observation.statusInWords,
          hint: observation.answerHint
        )
      ])
    }
    guard clause != nil || !rule.versions.isEmpty else { return .notApplicable }
    switch observation.otherVersionsResponse {
    case .failure(let hindrance): return .failed([hindrance])
    case .success(nil): return .satisfied
    case .success(let other?):
      return .violations([
        observation.violation(
          self,
          clause ?? rule.contentClause,
          at: .body(),
          expected: "the answer of version \(version)",
          actual: "the answer of version \(other.versions.first ?? 0)",
          hint: observation.answerHint
        )
      ])
    }
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard observation.hasPromisedStatus, !observation.shownError.isShown else { return [] }
    return [observation.expectation.versionClause?.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .answer("version 1", .json(#"{"id":7,"title":"Emma"}"#)),
      .answer(
        "version 2",
        to: BookShop.found(2),
        version: 2,
        .json(#"{"id":7,"title":"Emma","isbn":"0-19-953552-1"}"#)
      ),
      .answer(
        "an absent version",
        to: BookShop.found(versionClause: BookShop.absentMeansOne),
        from: .version,
        .json(#"{"id":7,"title":"Emma"}"#)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "the answer of version 1 for version 2",
        to: BookShop.found(2),
        version: 2,
        .json(#"{"id":7,"title":"Emma"}"#),
        at: "response body"
      ),
      .answer(
        "an absent version that is refused",
        to: BookShop.found(versionClause: BookShop.absentMeansOne),
        from: .version,
        .json(#"{"errorCode":1051,"errorMsg":"Which version?"}"#, status: 400),
        at: "response status"
      ),
      .answer(
        "a version that is not found",
        to: BookShop.found(versionClause: BookShop.absentMeansOne),
        from: .version,
        .answer(404, "text/plain", "404"),
        at: "response status"
      ),
    ]
  }
}
