public import AccordModel
public import AccordSchema
public import HTTPTypes

/// A right request of a contract that is to become a case of one's own: change something, and say
/// what is expected.
///
/// ```swift
/// for var draft in contract.drafts(in: suite) {
///   draft.set("limit", to: 1_000_000)
///   cases.append(
///     draft.refused("too-many", "A million items are refused.", by: tooMany, because: "asks for a million items")
///   )
/// }
/// ```
///
/// Nothing but what is changed differs from the documented example: version, format, credential and
/// live data are those that every plan sends.
public struct CaseDraft: Sendable {
  private var draft: RequestDraft
  private let usualResponse: ResponseRule

  init?(_ example: Example, at endpoint: Endpoint) {
    guard let draft = RequestDraft(example, at: endpoint), let response = draft.response
    else { return nil }
    self.draft = draft
    usualResponse = response
  }

  /// The example that the request is made from.
  public var example: Example { draft.example }

  /// The name of the route that it takes.
  public var route: String { draft.endpoint.route.name }

  /// The version that it asks for; `nil` where the route has none.
  public var version: Int? { draft.endpoint.version }

  /// The method.
  public var method: HTTPRequest.Method {
    get { draft.method }
    set { draft.chosenMethod = newValue }
  }

  /// The content as a value, without live data; `nil` where there is none or it is no value.
  ///
  /// Live data of the example stays where the new value still has its place.
  public var body: JSON? {
    get {
      guard case .value(let json, _)? = draft.content else { return nil }
      return json
    }
    set {
      var open: [Example.BodyValue] = []
      if case .value(_, let values)? = draft.content { open = values }
      draft.content = newValue.map { json in
        .value(json, open.filter { json[$0.pointer] != nil })
      }
    }
  }

  /// Sends a parameter with this value, at the place where the contract has it.
  ///
  /// A name that the contract does not declare goes into the query.
  public mutating func set(_ parameter: String, to value: Operand) { draft.set(parameter, value) }

  /// Sends no parameter of this name.
  public mutating func remove(_ parameter: String) {
    draft.arguments.removeAll { $0.name == parameter }
  }

  /// Sends a header field with this value instead of all others of its name.
  public mutating func setHeader(_ name: String, to value: Operand) {
    draft.omittedFields.removeAll { $0.lowercased() == name.lowercased() }
    draft.fields.removeAll { $0.name.lowercased() == name.lowercased() }
    draft.fields.append(RequestTemplate.Field(name, .value(value)))
  }

  /// Sends no header field of this name.
  public mutating func removeHeader(_ name: String) { draft.omittedFields.append(name) }

  /// Sends these bytes as the content, whatever they are.
  public mutating func setBody(bytes: [UInt8]) { draft.content = .bytes(bytes) }

  /// The case in which the request is answered by a response of the contract, that of its example
  /// unless another is named.
  ///
  /// The name ends the identifier, such as `proxied` in `shop/orders.list/v2/proxied`; a plan numbers
  /// what has the same. The title is a sentence.
  public func answered(_ name: String, _ title: String, by response: ResponseRule? = nil) -> Case {
    testCase(name, title, .success(response ?? usualResponse))
  }

  /// The case in which the request is refused; `proof` says why it has to be, as the end of the
  /// sentence "The request … ", such as `asks for a million items`.
  ///
  /// The name ends the identifier, and the title is a sentence, as in ``answered(_:_:by:)``. The refusal
  /// may be one of the contract's, or one of the case's own, which is a promise of it then.
  public func refused(
    _ name: String,
    _ title: String,
    by refusal: Refusal,
    because proof: String
  ) -> Case {
    var refusal = refusal
    if refusal.refused.id.isEmpty {
      refusal = refusal.belonging(to: "case/\(name)", when: "A request that \(proof)")
    }
    return testCase(name, title, .refusal(refusal, because: proof))
  }

  private func testCase(
    _ name: String,
    _ title: String,
    _ outcome: Case.Expectation.Outcome
  ) -> Case {
    CaseSketch(
      origin: .written,
      endpoint: draft.endpoint,
      place: draft.endpoint.idParts,
      name: [name],
      title: title,
      steps: [CaseSketch.Step(name: "request", draft: draft, outcome: outcome)],
      clauses: []
    ).testCase
  }
}

extension Contract {
  /// The requests of its examples that succeed, one for each route and version that an example
  /// holds for; of one example alone, if it is named.
  public func drafts(in suite: ContractSuite, of example: String? = nil) -> [CaseDraft] {
    ContractScope(suite: suite, contract: self).endpoints.flatMap { endpoint in
      endpoint.examples.filter { example == nil || $0.name == example }
        .compactMap { CaseDraft($0, at: endpoint) }
    }
  }
}
