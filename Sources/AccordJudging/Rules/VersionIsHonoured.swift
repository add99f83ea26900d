import AccordModel
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
    if let clause, observation.origin == .version, refusesVersion(observation, rule) {
      return .violations([
        observation.violation(
          self,
          clause,
          at: "response status",
          expected: "the answer of version \(version), with status \(rule.statuses)",
          actual: observation.statusInWords,
          hint: observation.answerHint
        )
      ])
    }
    guard clause != nil || !rule.versions.isEmpty else { return .notApplicable }
    if let other = answeredVersion(observation, rule, version) {
      return .violations([
        observation.violation(
          self,
          clause ?? rule.contentClause,
          at: "response body",
          expected: "the answer of version \(version)",
          actual: "the answer of version \(other)",
          hint: observation.answerHint
        )
      ])
    }
    return .satisfied
  }

  /// Whether the answer is one that a server gives when it does not know a version: not found, or
  /// one of the errors that the contract has for wrong versions.
  private func refusesVersion(_ observation: Observation, _ rule: ResponseRule) -> Bool {
    let status = observation.response.status
    guard status >= 400, !rule.statuses.contains(status) else { return false }
    guard observation.shownError.isShown else { return status == 404 }
    let refusals = observation.contract.routes.compactMap(\.version)
      .flatMap { [$0.unsupported, $0.missing, $0.notANumber].compactMap(\.self) }
    return refusals.contains { observation.isRefused(as: $0) }
  }

  /// The version whose answer this is, when it is not the answer of the version asked for.
  private func answeredVersion(
    _ observation: Observation,
    _ rule: ResponseRule,
    _ version: Int
  ) -> Int? {
    guard !rule.versions.isEmpty, !conforms(observation, to: rule) else { return nil }
    let other = observation.contract.responses.first { other in
      !other.versions.isEmpty && !other.versions.contains(version)
        && conforms(observation, to: other)
    }
    return other?.versions.first
  }

  private func conforms(_ observation: Observation, to rule: ResponseRule) -> Bool {
    guard rule.statuses.contains(observation.response.status) else { return false }
    switch rule.content {
    case .unspecified: return false
    case .empty: return observation.response.body.isEmpty
    case .payload(let schema), .rows(let schema, _):
      guard let validator = try? Validator(schema) else { return false }
      switch observation.body {
      case .json(let document): return validator.admits(document)
      case .xml(let document): return validator.admits(document)
      default: return false
      }
    }
  }

  package var accepted: [RuleExample] {
    [
      .answer("version 1", .json(#"{"id":7,"title":"Emma"}"#)),
      .answer(
        "version 2",
        to: BookShop.found(2),
        target: "/v2/books/7",
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
        target: "/v2/books/7",
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
