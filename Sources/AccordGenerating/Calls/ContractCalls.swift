import AccordModel
import AccordPlanning
import AccordSchema
import HTTPTypes

/// What generated requests of a contract are made from.
struct ContractCalls: Sendable {
  /// An example on a route in a version, with what its request is.
  struct Base: Sendable {
    var draft: CaseDraft
    var request: RequestTemplate
    /// The content that it sends as JSON, with the places of values that are known later, and its schema.
    var body: (value: JSON, open: [JSONPointer], schema: Schema)?
    /// Whether it may be sent with other values.
    var isHarmless: Bool
  }

  let suite: ContractSuite
  let contract: Contract
  let bases: [Base]

  /// The parameters whose values may be made up.
  let parameters: [Parameter]

  /// The life cycles whose promises are those of the contract, which make what they are about.
  let cycles: [(id: LifeCycle.ID, sequence: LifeCycleSequence)]

  init(_ contract: Contract, in suite: ContractSuite) {
    self.suite = suite
    self.contract = contract
    let creates = suite.isCreating(contract)
    bases = contract.drafts(in: suite).compactMap { draft in
      Base(draft, contract, creates: creates)
    }
    let pages = contract.relations.flatMap(\.pageParameters)
    let carriers = contract.routes.compactMap(\.version?.carrier)
    parameters = contract.parameters.filter { parameter in
      // What names something may name nothing, and a page is found in the page before.
      parameter.unknown == nil && !pages.contains(parameter.name)
        && !carriers.contains { $0.isCarried(by: parameter) }
        && [.query, .header, .form].contains(parameter.usual)
        && !contract.routes.contains { $0.path.variables.contains(parameter.name) }
    }
    cycles = suite.lifeCycles(of: contract.id).compactMap { cycle in
      LifeCycleSequence(of: cycle, in: suite).map { (cycle.id, $0) }
    }
  }

  /// The example that a request is made from.
  func base(of request: GeneratedRequest) -> Base? {
    bases.first { base in
      base.draft.example.name == request.example && base.draft.route == request.route
        && base.draft.version == request.version
    }
  }

  /// The value of a parameter that an example sends, where it is known now.
  static func literal(_ name: String, in base: Base) -> JSON? {
    let request = base.request
    var arguments = request.query.list + request.headers.list + request.cookies.list
    if case .form(let fields)? = request.body { arguments += fields.list }
    guard case .literal(let value) = arguments.first(where: { $0.name == name })?.value else {
      return nil
    }
    return value
  }

  /// Whether an example sends a value of a parameter that is only known later.
  static func isOpen(_ name: String, in base: Base) -> Bool {
    let request = base.request
    var arguments = request.query.list + request.headers.list + request.cookies.list
    if case .form(let fields)? = request.body { arguments += fields.list }
    return arguments.contains { argument in
      guard argument.name == name else { return false }
      if case .literal = argument.value { return false }
      return true
    }
  }
}

extension ContractCalls.Base {
  fileprivate init?(_ draft: CaseDraft, _ contract: Contract, creates: Bool) {
    let plain = draft.answered("base", "A request.")
    guard let request = plain.steps.first?.request else { return nil }
    self.draft = draft
    self.request = request
    // What else stands in the content is put into it when the request is made.
    let isShared =
      contract.parameters.contains { $0.places.contains(.body) }
      || contract.routes.contains { $0.version?.carrier.isInBody == true }
    if case .value(let value, let open, .json, let schema)? = request.body, !isShared {
      body = (value, open.map(\.pointer), schema)
    }
    let isChanging =
      plain.access != .reads || !draft.method.isSafe && contract.effect != .readOnly
    let isUsingUp = !plain.consumes.isEmpty || !plain.risks.isEmpty
    // What changes something is sent with other values only where it makes its own: no live data, and no
    // value in the path but one that no other exchange has.
    let namesNothing = request.path.allSatisfy { piece in
      switch piece {
      case .text, .value(.unique, _, _): true
      case .value: false
      }
    }
    let isFirst = [.post, .put].contains(draft.method)
    isHarmless =
      !isUsingUp
      && (!isChanging
        || creates && isFirst && namesNothing && request.givens.isEmpty
          && (draft.method == .post || request.path.contains { $0.isOwn }))
  }
}

extension RequestTemplate.PathPiece {
  fileprivate var isOwn: Bool {
    if case .value(.unique, _, _) = self { true } else { false }
  }
}

extension ContractSuite {
  /// Whether a contract says that it makes something new: by its status, by a life cycle, or as the set-up of
  /// live data.
  fileprivate func isCreating(_ contract: Contract) -> Bool {
    if contract.responses.contains(where: { $0.statuses.lists(201) }) { return true }
    let makers = lifeCycles.compactMap { cycle -> Contract.ID? in
      guard case .made(let step) = cycle.origin else { return nil }
      return step.contract
    }
    return makers.contains(contract.id)
  }
}

extension VersionRule.Carrier {
  fileprivate var isInBody: Bool {
    if case .body = self { true } else { false }
  }

  /// Whether a parameter carries the version.
  fileprivate func isCarried(by parameter: Parameter) -> Bool {
    switch self {
    case .query(let name), .path(let name), .header(let name): name == parameter.name
    case .body(let pointer): pointer.tokens == [parameter.name]
    case .mediaTypeParameter: false
    }
  }
}

extension Relation {
  /// The parameters that lead to a page.
  fileprivate var pageParameters: [String] {
    if case .pagesHoldAll(let pages) = kind { pages.next.parameters } else { [] }
  }
}
