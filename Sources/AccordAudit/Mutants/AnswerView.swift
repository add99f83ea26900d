import AccordJudging
package import AccordMocking
package import AccordModel
import AccordSchema

/// An answer of the unbroken mock, as operators see it.
package struct AnswerView: Sendable {
  /// What an answer says.
  package enum Kind: Sendable, Hashable {
    /// One of the contract's responses.
    case response(ResponseRule)
    /// An error of the catalogue.
    case error(ErrorCatalogue.Entry)
    /// A refusal that shows no name.
    case refusal
    /// Something else.
    case other
  }

  /// The request.
  package var request: MockRequest
  /// Where it leads.
  package var occasion: Occasion
  /// What the answer says.
  package var kind: Kind
  /// The suite.
  package var suite: ContractSuite

  /// Looks at an answer.
  init(_ answer: MockAnswer, to request: MockRequest, _ occasion: Occasion, in index: SuiteIndex) {
    self.request = request
    self.occasion = occasion
    suite = index.suite
    let response = Exchange.Response(
      status: answer.status,
      reason: answer.reason,
      fields: answer.fields,
      body: answer.body
    )
    let shown = Observation(reading: response, in: index).shownError
    let contract = occasion.contract
    let fitting = contract.responses.filter { rule in
      rule.statuses.contains(answer.status)
        && (rule.versions.isEmpty || occasion.version.map(rule.versions.contains) ?? true)
    }
    if let entry = suite.errors.certainEntry(in: shown) {
      kind = .error(entry)
    } else if shown.isShown {
      kind = .refusal
    } else if let rule = fitting.first {
      let format = Self.format(of: answer, in: index.suite)
      kind = .response(
        fitting.first { format != nil && $0.formats.contains(format?.id ?? "") } ?? rule
      )
    } else {
      kind = answer.status >= 400 ? .refusal : .other
    }
  }

  /// Whether the answer is one of the contract's responses of this name.
  func isResponse(_ rule: ResponseRule) -> Bool {
    if case .response(let own) = kind { own.clause.id == rule.clause.id } else { false }
  }

  /// Whether the answer is one of the contract's responses.
  var isResponse: Bool {
    if case .response = kind { true } else { false }
  }

  /// Whether the answer shows this error.
  func isError(_ name: String) -> Bool {
    if case .error(let entry) = kind { entry.name == name } else { false }
  }

  /// The format that an answer says its content has; `nil` where the suite has none such.
  static func format(of answer: MockAnswer, in suite: ContractSuite) -> Format? {
    guard let value = answer.fields.values(of: "Content-Type").first,
      let essence = MediaType(parsing: value)?.essence
    else { return nil }
    return (suite.formats + suite.errors.formats).first { $0.mediaType.lowercased() == essence }
  }

  /// The value of a parameter as it was sent, in whatever place.
  func argument(_ name: String) -> String? { request.argument(name, occasion) }
}
