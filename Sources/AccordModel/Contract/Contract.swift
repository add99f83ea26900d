/// What one endpoint promises.
public struct Contract: Sendable, Hashable, Identifiable {
  /// The identifier, unique in its suite: lower case, dots and hyphens.
  public var id: String

  /// The endpoint's name in its document.
  public var name: String

  /// What the endpoint does, as one sentence.
  public var summary: String

  /// The document that states the promises, by its file name.
  public var document: String

  /// What a call does to what the server keeps; `nil` where the contract does not say.
  ///
  /// A read-only run leaves out what does not declare that it changes nothing.
  public var effect: Effect?

  /// Pages that the document refers to.
  public var references: [SourcePage]

  /// The ways to reach it.
  public var routes: [Contract.Route]

  /// The credential that a call needs; `nil` where it is in one of the headers below, or none.
  public var credential: CredentialRule?

  /// The request's header fields.
  public var headers: [HeaderRule]

  /// The parameters in path, query, form and body.
  public var parameters: [Parameter]

  /// The body it reads.
  public var body: Contract.RequestBody?

  /// What right requests get; the first is the usual.
  public var responses: [ResponseRule]

  /// What answers of other statuses are, which no request is promised: those of errors, of a class, and
  /// ``ResponseRule/default(_:in:headers:basis:contentBasis:fileID:line:)`` for all that remain.
  ///
  /// An answer that is none of those that its request deserves, and a refusal, is held to the closest of them: one
  /// that lists its status, before one of its class, before the default. Where one of them has content, it stands
  /// in place of what the suite says of the bodies of errors.
  ///
  /// ```swift
  /// responses: [.status(.ok, .payload(order))],
  /// otherwise: [
  ///   .status(.notFound, .payload(missing), in: ["problem"], name: "missing"),
  ///   .statuses(.clientError, .payload(problem), in: ["problem"], name: "wrong"),
  ///   .default(.payload(problem), in: ["problem"]),
  /// ]
  /// ```
  public var otherwise: [ResponseRule]

  /// The errors that its document lists.
  public var errors: [ErrorClause]

  /// That no other error of the suite's catalogue is answered.
  public var errorListBasis: Basis

  /// The formats of its answers, by their identifiers in the suite; empty means all of them, or those
  /// that its responses name.
  public var formats: [Format.ID]

  /// What a request gets that accepts none of its formats (RFC 9110 section 12.5.1).
  public var unacceptable: Refusal?

  /// How long its answers take at most, where it says so itself; ``answers(within:basis:fileID:line:)`` sets it.
  public package(set) var responseTime: ResponseTime?

  /// Documented requests.
  public var examples: [Example]

  /// Promises about several exchanges.
  public var relations: [Relation]

  /// The states of what it changes, for the reader.
  public var stateDiagram: StateDiagram?

  /// What is known and not promised, for the reader: each a sentence.
  public var notes: [String]

  /// Where it is declared.
  public var source: SourceLine

  /// Creates a contract.
  ///
  /// The arguments follow the order in which a reader asks: what is it, how is it reached, what
  /// does it take, what does it give, what goes wrong.
  public init(
    _ id: String,
    _ summary: String,
    name: String? = nil,
    document: String,
    effect: Effect? = nil,
    references: [SourcePage] = [],
    routes: [Contract.Route],
    credential: CredentialRule? = nil,
    headers: [HeaderRule] = [],
    parameters: [Parameter] = [],
    body: Contract.RequestBody? = nil,
    responses: [ResponseRule],
    otherwise: [ResponseRule] = [],
    errors: [ErrorClause] = [],
    errorList: Basis = .stated,
    formats: [Format.ID] = [],
    unacceptable: Refusal? = nil,
    examples: [Example],
    relations: [Relation] = [],
    stateDiagram: StateDiagram? = nil,
    notes: [String] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.id = id
    self.name = name ?? id
    self.summary = summary
    self.document = document
    self.effect = effect
    self.references = references
    self.routes = routes
    self.credential = credential
    self.headers = headers
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.otherwise = otherwise.map(\.unasked)
    self.errors = errors
    errorListBasis = errorList
    self.formats = formats
    self.unacceptable = unacceptable?.belonging(
      to: "format/unacceptable",
      when: "A request that accepts none of the formats"
    )
    self.examples = examples
    self.relations = relations
    self.stateDiagram = stateDiagram
    self.notes = notes
    source = SourceLine(fileID: fileID, line: line)
  }

  /// All promises, in the order of the contract, with those of the suite's negotiation and of the
  /// workflows that begin with it and of life cycles last.
  public func clauses(in suite: ContractSuite) -> [Clause] {
    routes.flatMap(\.clauses) + (credential?.clauses ?? []) + headers.flatMap(\.clauses)
      + parameters.flatMap(\.clauses)
      + (body?.clauses ?? []) + responses.flatMap(\.clauses)
      + otherwise.flatMap(\.clauses) + errorClauses(in: suite)
      + (unacceptable?.clauses ?? []) + examples.flatMap(\.clauses) + relations.map(\.clause)
      + (negotiates(in: suite) ? suite.negotiation?.clauses ?? [] : [])
      + [responseTime(in: suite)?.clause].compactMap(\.self)
      + suite.workflows(of: id).flatMap(\.clauses)
      + suite.lifeCycles(of: id).flatMap { $0.clauses(in: suite) }
  }

  /// All refusals, in the order of the contract.
  public var refusals: [Refusal] {
    let routeRefusals =
      routes.compactMap(\.version)
      .flatMap { [$0.unsupported, $0.missing, $0.notANumber] } + routes.map(\.otherMethods)
    let credentialRefusals = [credential?.missing, credential?.invalid]
    let headerRefusals = headers.flatMap { [$0.missing, $0.invalid] }
    let parameterRefusals = parameters.flatMap { [$0.missing, $0.invalid, $0.unknown] }
    let bodyRefusals =
      [body?.malformed, body?.unsupported, body?.incomplete, body?.invalid]
      + (body?.members ?? []).map(\.refusal) + [unacceptable]
    let exampleRefusals = examples.map { example -> Refusal? in
      guard case .refusal(let refusal) = example.outcome else { return nil }
      return refusal
    }
    let ofCaller = routeRefusals + credentialRefusals + headerRefusals
    return (ofCaller + parameterRefusals + bodyRefusals + exampleRefusals).compactMap(\.self)
  }

  /// The formats of its answers, in the order of the suite.
  ///
  /// Formats that only requests are written in are not among them, unless they are named.
  public func formats(in suite: ContractSuite) -> [Format] {
    let own = responses.filter(\.promisesContent).map(\.formats)
    let named = formats + responses.flatMap(\.formats)
    let isClosed = !formats.isEmpty || !own.isEmpty && own.allSatisfy { !$0.isEmpty }
    let others = isClosed ? [] : suite.formats.filter { !$0.syntax.isOfRequests }
    // Where responses name formats and no request chooses, one that names none has the usual one.
    let isUsual = suite.negotiation == nil && !named.isEmpty
    let open = isUsual ? Array(others.filter { !named.contains($0.id) }.prefix(1)) : others
    return suite.formats.filter { named.contains($0.id) || open.contains($0) }
  }

  /// Whether a request can choose among several formats.
  public func negotiates(in suite: ContractSuite) -> Bool {
    suite.negotiation != nil && formats(in: suite).count > 1
  }
}
