package import AccordModel
import AccordSchema
import HTTPTypes

/// The answer that a request gets whose credential is missing or wrong.
package struct CredentialAnswer: Sendable {
  private let suite: ContractSuite

  /// The identifiers of the promises that such a request is refused.
  private let promises: Set<Clause.ID>

  /// The errors that such a request gets.
  private let entries: [ErrorCatalogue.Entry]

  /// The status that says that the credential is missing or wrong (RFC 9110 section 15.5.2).
  private static let status = 401

  /// The answer, in a suite that asks its callers who they are.
  package init?(of suite: ContractSuite) {
    let headers = suite.operations.flatMap(\.headers).filter(\.isCredential)
    let rules = suite.operations.compactMap(\.credential)
    guard !suite.credentials.isEmpty || !headers.isEmpty else { return nil }
    let ofHeaders = headers.flatMap { [$0.missing, $0.invalid] }
    let refusals = (ofHeaders + rules.flatMap { [$0.missing, $0.invalid] }).compactMap(\.self)
    self.suite = suite
    promises = Set(refusals.map(\.refused.id))
    entries = refusals.flatMap(\.names).compactMap { suite.errors[$0] }
  }

  /// Whether a refusal is that of a missing or wrong credential, or names its error.
  package func isPromised(by refusal: Refusal) -> Bool {
    promises.contains(refusal.refused.id)
      || refusal.names.contains { name in entries.contains { $0 == suite.errors[name] } }
  }

  /// Whether an answer is certainly this one: by the error that it shows, or by a bare 401.
  package func isCertain(_ response: Exchange.Response, _ shown: ShownError) -> Bool {
    guard shown.isShown else { return response.status == Self.status }
    guard let entry = suite.errors.certainEntry(in: shown), entries.contains(entry) else {
      return false
    }
    return response.status == Self.status || !isShared(entry)
  }

  /// Whether requests get an error too that are wrong in another way: then it tells nothing without
  /// the status.
  private func isShared(_ entry: ErrorCatalogue.Entry) -> Bool {
    suite.operations.contains { contract in
      contract.refusals.contains { refusal in
        !promises.contains(refusal.refused.id)
          && refusal.names.contains { suite.errors[$0] == entry }
      }
    }
  }

  /// The answer to a right request in words, if it is this one: certainly, or by a 401 with an error
  /// that the catalogue does not know.
  ///
  /// `index` is that of the suite.
  package func words(_ response: Exchange.Response, in index: SuiteIndex) -> String? {
    let observation = Observation(reading: response, in: index)
    let shown = observation.shownError
    let isUnknown = suite.errors.certainEntry(in: shown) == nil
    guard isCertain(response, shown) || response.status == Self.status && isUnknown else {
      return nil
    }
    return observation.statusInWords
  }
}

extension Observation {
  /// An answer that is only read, and held to nothing.
  package convenience init(reading response: Exchange.Response, in suite: SuiteIndex) {
    self.init(
      suite: suite,
      contract: suite.none,
      origin: .example,
      step: Case.Step(
        "",
        RequestTemplate(.get, []),
        expecting: Case.Expectation(.success(.status(.ok, .unspecified))),
        of: ""
      ),
      index: 0,
      request: Exchange.Request(origin: "", method: "GET", target: "/", fields: []),
      response: response
    )
  }

  /// Whether the answer is the one that a missing or wrong credential gets, where the request has to
  /// be refused for another reason.
  package var refusesCredentialInstead: Bool {
    guard let refusal = promisedRefusal, let credential = suiteIndex.credentialAnswer,
      !credential.isPromised(by: refusal), credential.isCertain(response, shownError)
    else { return false }
    return shownError.isShown || !refusal.lists(response.status, in: suite.errors)
  }
}
