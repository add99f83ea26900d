import AccordModel
import AccordSchema

extension Observation {
  /// The response that the answer is held to: the promised one, or that of another version where
  /// the answer is of that version, which one rule alone reports; what the contract says of other answers,
  /// where it is none that a right request gets.
  var answeredResponse: ResponseRule? {
    if let otherResponse { return otherResponse }
    guard case .success(let other?) = otherVersionsResponse else { return writtenResponse }
    return other
  }

  /// Whether the answer refuses the version alone, which is then the only thing that is wrong with
  /// its status.
  var refusesVersion: Bool {
    guard let rule = promisedResponse, expectation.version != nil,
      expectation.versionClause != nil, origin == .version
    else { return false }
    // Not found, or one of the errors that the contract has for wrong versions.
    guard response.status >= 400, !rule.statuses.contains(response.status) else { return false }
    guard shownError.isShown else { return response.status == 404 }
    let refusals = contract.routes.compactMap(\.version)
      .flatMap { [$0.unsupported, $0.missing, $0.notANumber].compactMap(\.self) }
    return refusals.contains { isRefused(as: $0) }
  }

  /// The response of another version whose answer this is, when it is not the answer of the version
  /// asked for.
  func findOtherVersionsResponse() -> Result<ResponseRule?, Hindrance> {
    guard let rule = promisedResponse, let version = expectation.version, !rule.versions.isEmpty
    else { return .success(nil) }
    do throws(Hindrance) {
      if try conforms(to: rule) { return .success(nil) }
      for other in contract.responses
      where !other.versions.isEmpty && !other.versions.contains(version) {
        if try conforms(to: other) { return .success(other) }
      }
      return .success(nil)
    } catch {
      return .failure(error)
    }
  }

  private func conforms(to rule: ResponseRule) throws(Hindrance) -> Bool {
    guard rule.statuses.contains(response.status) else { return false }
    switch rule.content {
    case .unspecified: return false
    case .empty: return response.body.isEmpty
    case .octets(let octets): return octets.count.contains(content.count)
    case .payload(let schema), .rows(let schema, _):
      let validator = try validator(of: schema, for: "the answer \(rule.clause.id)")
      let check: SchemaCheck
      switch body {
      case .json(let document):
        if validator.admits(document) { return true }
        check = SchemaCheck(validator.validate(document))
      case .xml(let document):
        if validator.admits(document) { return true }
        check = SchemaCheck(validator.validate(document))
      default: return false
      }
      if check.broken.isEmpty, let hindrance = check.hindrances(at: .body()).first {
        throw hindrance
      }
      return check.broken.isEmpty
    }
  }
}
