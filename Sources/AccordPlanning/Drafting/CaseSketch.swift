import AccordModel
import AccordSchema

/// A case in the making: drafts instead of requests, so that a planner can vary it.
struct CaseSketch: Sendable {
  /// One exchange.
  struct Step: Sendable {
    var name: String
    var draft: RequestDraft
    var outcome: Case.Expectation.Outcome
    var versionClause: Clause?
  }

  var origin: Case.Origin
  var endpoint: Endpoint

  /// The parts of the identifier that say where the request goes.
  var place: [String]

  /// The parts of the identifier that say what is tried.
  var name: [String]
  var title: String
  var steps: [Step]
  var relation: Relation?

  /// The workflow whose steps these are, with the steps that clean up after it.
  var workflow: Workflow?

  /// What the answers have to say of the states of resources.
  var assertions: [StateAssertion] = []
  var cleanUp: [Step] = []

  /// The promises under test beside those that the exchanges are held to.
  var clauses: [Clause]

  /// The givens that it uses up, whatever its steps do.
  var uses: [Given.ID] = []

  /// The case.
  var testCase: Case {
    let contract = endpoint.contract
    var testCase = Case(
      id: CaseID([endpoint.suite.id, contract.id] + place + name),
      suite: endpoint.suite.id,
      contract: contract.id,
      origin: origin,
      title: title,
      steps: caseSteps(steps, of: workflow?.steps ?? []),
      relation: relation,
      workflow: workflow,
      cleanUp: caseSteps(cleanUp, of: workflow?.cleanUp ?? []),
      clauses: unique(
        clauses.map(\.id)
          + steps.filter { $0.draft.endpoint.contract.id == contract.id }.flatMap(\.clauses)
      ),
      consumes: unique(uses + steps.flatMap(\.consumed)),
      risks: unique(steps.flatMap(\.risked)),
      access: (steps + cleanUp).contains(where: \.mayChangeState) ? .writes : .reads
    )
    testCase.assertions = assertions
    return testCase
  }

  /// The steps of the case; those of a workflow with what they take from each other.
  private func caseSteps(_ steps: [Step], of own: [Workflow.Step]) -> [Case.Step] {
    guard let workflow else { return steps.map(\.caseStep) }
    return zip(steps, own).map { step, own in
      var planned = step.caseStep
      planned.request = workflow.resolving(planned.request, of: own)
      return planned
    }
  }

  private func unique<Element: Equatable>(_ list: [Element]) -> [Element] {
    var result: [Element] = []
    for element in list where !result.contains(element) { result.append(element) }
    return result
  }
}

extension CaseSketch {
  /// A right request and the response that it gets.
  init?(
    _ origin: Case.Origin,
    _ name: [String],
    _ title: String,
    _ draft: RequestDraft,
    at place: [String]? = nil,
    versionClause: Clause? = nil,
    clauses: [Clause] = []
  ) {
    guard var response = draft.response else { return nil }
    // A request that is right only as we read the documents is not owed its answer by them.
    let premises = clauses + [draft.example.clause, draft.answerClause].compactMap(\.self)
    if let premise = premises.first(where: { !$0.basis.isStated }) { response.clause = premise }
    self.origin = origin
    self.endpoint = draft.endpoint
    self.place = place ?? draft.endpoint.idParts
    self.name = name
    self.title = title + draft.endpoint.words(at: place) + "."
    self.steps = [
      Step(
        name: "request",
        draft: draft,
        outcome: .success(response),
        versionClause: versionClause ?? draft.endpoint.route.version?.clause
      )
    ]
    self.clauses = clauses
  }

  /// A wrong request and its refusal.
  ///
  /// `condition` begins the title, `proof` ends the sentence "The request …".
  init(
    _ origin: Case.Origin,
    _ name: [String],
    _ condition: String,
    _ draft: RequestDraft,
    refused refusal: Refusal,
    because proof: String,
    at place: [String]? = nil,
    clauses: [Clause] = []
  ) {
    self.origin = origin
    self.endpoint = draft.endpoint
    self.place = place ?? draft.endpoint.idParts
    self.name = name
    title =
      "\(condition) is refused with \(refusal.answerWords)"
      + draft.endpoint.words(at: place) + "."
    steps = [Step(name: "request", draft: draft, outcome: .refusal(refusal, because: proof))]
    self.clauses = clauses
  }
}

extension Endpoint {
  /// The words that say where a request goes whose identifier has these parts.
  fileprivate func words(at place: [String]?) -> String { place == nil ? words : routeWords }
}

extension CaseSketch.Step {
  var caseStep: Case.Step {
    Case.Step(
      name,
      draft.template,
      expecting: expectation,
      of: draft.endpoint.contract.id,
      by: draft.call
    )
  }

  /// The promises that the exchange is held to.
  var clauses: [Clause.ID] {
    let contract = draft.endpoint.contract
    var list: [Clause] = []
    switch outcome {
    case .success(let response):
      list = draft.clauses + [response.clause, response.contentClause]
      list += response.readings.map(\.clause) + response.ties.map(\.clause)
      list += response.headers.map(\.clause) + response.digests.map(\.clause)
      if let versionClause { list.append(versionClause) }
    case .refusal(let refusal, _):
      list = [refusal.refused, refusal.named] + refusal.headers.map(\.clause)
      let suite = draft.endpoint.suite
      let listed = ContractScope(suite: suite, contract: contract).listedErrors(of: refusal)
      list += listed.flatMap {
        [$0.clause, contract.statusClause(of: $0, in: suite)].compactMap(\.self)
      }
      list += contract.commonErrorClauses(in: suite)
    }
    if let clause = expectation.formatClause { list.append(clause) }
    return list.map(\.id)
  }

  /// The givens that the exchange uses up.
  var consumed: [Given.ID] {
    guard case .success = outcome else { return [] }
    return draft.example.consumes
  }

  /// The givens that the exchange would use up if it were taken though it has to be refused.
  var risked: [Given.ID] {
    guard case .refusal = outcome else { return [] }
    let sent = draft.template.givens
    return draft.example.consumes.filter(sent.contains)
  }

  /// Whether the exchange may change what others see; a server may be wrong to accept a request.
  var mayChangeState: Bool {
    guard case .success = outcome else {
      return draft.endpoint.scope.changesState || draft.hasUndeclaredEffect
    }
    return draft.example.changesState || draft.endpoint.contract.effect == .changesState
  }

  private var expectation: Case.Expectation {
    let version: Int? =
      switch draft.version {
      case .served(let number): number
      case .absent: draft.endpoint.route.version?.whenAbsent
      case .wrong, nil: nil
      }
    var expectation = Case.Expectation(outcome, version: version, versionClause: versionClause)
    let reason: Clause
    switch outcome {
    case .success(let response):
      // A response without content has no media type to promise.
      guard response.promisesFormat else { return expectation }
      reason = response.contentClause
    case .refusal(let refusal, _):
      let errors = draft.endpoint.suite.errors
      // Where the errors of the suite are no more than statuses, they may come as anything.
      guard errors.promisesBodies else { return expectation }
      guard errors.formats.isEmpty else {
        expectation.format = errors.format(besides: draft.answerFormat)
        expectation.formatClause = errors.formatClause
        return expectation
      }
      expectation.format = draft.refusalFormat
      expectation.otherFormats = draft.otherRefusalFormats
      expectation.formatClause = draft.answerClause ?? refusal.named
      return expectation
    }
    expectation.format = draft.answerFormat
    expectation.otherFormats = draft.otherAnswerFormats
    expectation.formatClause = draft.answerClause ?? reason
    return expectation
  }
}

extension RequestDraft {
  /// Whether its method may change something where the contract does not serve it.
  fileprivate var hasUndeclaredEffect: Bool {
    guard let chosenMethod else { return false }
    return !chosenMethod.isSafe && !endpoint.route.methods.allows(chosenMethod)
  }

  /// The promises about the request that a right answer confirms.
  var clauses: [Clause] {
    let contract = endpoint.contract
    let request = template
    var list = [endpoint.route.clause, example.clause]
    if request.carriesCredential, let rule = contract.credential { list.append(rule.clause) }
    list += contract.headers.filter { rule in
      rule.presence == .forbidden
        || request.fields.contains { $0.name.lowercased() == rule.name.lowercased() }
    }.map(\.clause)
    list += contract.parameters.filter { parameter in
      arguments.contains { $0.name == parameter.name }
        || (endpoint.scope.carriesVersion(parameter) && version != nil)
        || isInContent(parameter)
    }.map(\.clause)
    if let body = contract.body, content != nil || arguments.contains(where: { $0.place == .body })
    {
      list.append(body.clause)
    }
    return list
  }

  private func isInContent(_ parameter: Parameter) -> Bool {
    guard parameter.places.contains(.body), case .value(let json, let open) = content else {
      return false
    }
    return json[parameter.name] != nil || open.contains { $0.pointer.tokens == [parameter.name] }
  }
}
