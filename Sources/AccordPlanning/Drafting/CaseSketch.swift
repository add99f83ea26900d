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
    let (suite, contract) = (endpoint.suiteID, endpoint.contractID)
    // What steps are made of is worked out once for each: a contract may have thousands of examples.
    let made = caseSteps(steps, of: workflow?.steps ?? [])
    let madeCleanUp = caseSteps(cleanUp, of: workflow?.cleanUp ?? [])
    var clauses = unique(clauses.map(\.id))
    var consumes = unique(uses)
    var risks: [Given.ID] = []
    for (step, made) in zip(steps, made) {
      if step.draft.endpoint.contractID == contract {
        add(step.clauses(of: made), to: &clauses)
      }
      guard !step.draft.example.consumes.isEmpty else { continue }
      add(step.consumed(by: made.request), to: &consumes)
      add(step.risked(by: made.request), to: &risks)
    }
    var testCase = Case(
      id: CaseID([suite, contract] + place + name),
      suite: suite,
      contract: contract,
      origin: origin,
      title: title,
      steps: zip(steps, made).map { sketch, step in
        guard step.contract != contract else { return step }
        var step = step
        step.clauses = sketch.clauses(of: step)
        return step
      },
      relation: relation,
      workflow: workflow,
      cleanUp: madeCleanUp,
      clauses: clauses,
      consumes: consumes,
      risks: risks,
      access: access(made, madeCleanUp)
    )
    testCase.assertions = assertions
    return testCase
  }

  /// What it does to the state: a workflow that names all that it changes changes nothing that others see.
  ///
  /// What is asserted of several answers may be about lists, which others change.
  private func access(_ made: [Case.Step], _ madeCleanUp: [Case.Step]) -> Case.Access {
    let isChanging = (steps + cleanUp).map(\.mayChangeState)
    guard isChanging.contains(true) else { return .reads }
    func makes(_ number: Int) -> Bool {
      steps.indices.contains(number) && steps[number].mayChangeState
    }
    let isOwn =
      workflow != nil && assertions.isEmpty
      && zip(isChanging, made + madeCleanUp).allSatisfy { isChanging, step in
        !isChanging || step.request.namesItsOwn(madeBy: makes)
      }
    return isOwn ? .writesOwn : .writes
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
    add(list, to: &result)
    return result
  }

  private func add<Element: Equatable>(_ list: [Element], to result: inout [Element]) {
    for element in list where !result.contains(element) { result.append(element) }
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

  /// The promises that the exchange is held to, which is that of this step of a case.
  func clauses(of step: Case.Step) -> [Clause.ID] {
    var list: [Clause.ID] = []
    switch outcome {
    case .success(let response):
      list = draft.clauses(in: step.request)
      list.append(response.clause.id)
      list.append(response.contentClause.id)
      for reading in response.readings { list.append(reading.clause.id) }
      for tie in response.ties { list.append(tie.clause.id) }
      for header in response.headers { list.append(header.clause.id) }
      for digest in response.digests { list.append(digest.clause.id) }
      if let versionClause { list.append(versionClause.id) }
    case .refusal(let refusal, _):
      list = [refusal.refused.id, refusal.named.id] + refusal.headers.map(\.clause.id)
      let contract = draft.endpoint.contract
      let suite = draft.endpoint.suite
      for error in draft.endpoint.scope.listedErrors(of: refusal) {
        list.append(error.clause.id)
        if let clause = contract.statusClause(of: error, in: suite) { list.append(clause.id) }
      }
      list += contract.commonErrorClauses(in: suite).map(\.id)
    }
    if let clause = step.expectation.formatClause { list.append(clause.id) }
    return list
  }

  /// The givens that the exchange uses up: a step of a workflow may send something else in their place.
  func consumed(by request: RequestTemplate) -> [Given.ID] {
    guard case .success = outcome else { return [] }
    let sent = request.givens
    return draft.example.consumes.filter(sent.contains)
  }

  /// The givens that the exchange would use up if it were taken though it has to be refused.
  func risked(by request: RequestTemplate) -> [Given.ID] {
    guard case .refusal = outcome else { return [] }
    let sent = request.givens
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
      expectation.otherResponses = draft.otherResponses
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

  /// The promises about the request that a right answer confirms, as the request is sent.
  func clauses(in request: RequestTemplate) -> [Clause.ID] {
    // The scope is a class: a contract is large, and would be copied for each example.
    let scope = endpoint.scope
    var list = [endpoint.route.clause.id, example.clause.id]
    if request.carriesCredential, let rule = scope.contract.credential {
      list.append(rule.clause.id)
    }
    for rule in scope.contract.headers {
      let isAsked =
        rule.presence == .forbidden
        || request.fields.contains { $0.name.lowercased() == rule.name.lowercased() }
      if isAsked { list.append(rule.clause.id) }
    }
    for parameter in scope.contract.parameters {
      let isSent =
        arguments.contains { $0.name == parameter.name }
        || (version != nil && scope.carriesVersion(parameter)) || isInContent(parameter)
      if isSent { list.append(parameter.clause.id) }
    }
    if let body = scope.contract.body,
      content != nil || arguments.contains(where: { $0.place == .body })
    {
      list.append(body.clause.id)
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
