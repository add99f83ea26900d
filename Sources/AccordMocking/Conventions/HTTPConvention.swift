public import AccordModel

/// HTTP as its specifications have it, for any suite.
public struct HTTPConvention: MockConvention {
  private let suite: ContractSuite
  private let checkers: [RequestChecker]
  private let responder: Responder
  private let undeclaredError: String?

  /// Creates the convention.
  ///
  /// A wrong request for which a contract declares no refusal gets `undeclaredError`, or a plain 400.
  /// The name of an error without a message of its own is written in words, without `namePrefix`.
  public init(
    _ setting: MockSetting,
    undeclaredError: String? = nil,
    namePrefix: String = "",
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    suite = setting.suite
    checkers = suite.operations.map { [suite] in RequestChecker($0, in: suite, accepts: accepts) }
    responder = Responder(suite: suite, seed: setting.seed, namePrefix: namePrefix)
    self.undeclaredError = undeclaredError
  }

  /// What checks the requests of a contract.
  func checker(of contract: Contract.ID) -> RequestChecker? {
    checkers.first { $0.contract.id == contract }
  }

  /// Itself: nothing is left out.
  public var base: any MockConvention { self }

  /// Paths are compared as they are.
  public var ignoresPathCase: Bool { false }

  /// The request's own method.
  public func method(of request: MockRequest, _ target: RequestTarget) -> String { request.method }

  /// The path without a suffix that names one of the suite's formats.
  public func split(_ path: String) -> (path: String, suffix: Format?) { suite.split(path) }

  /// The first way that names a format decides (RFC 9110 section 12.5.1 for Accept).
  public func format(
    of request: MockRequest,
    _ target: RequestTarget,
    suffix: Format?,
    contract: Contract?
  ) -> Format {
    let formats = contract?.formats(in: suite) ?? suite.formats
    for rule in suite.negotiation?.ways ?? [] {
      let found =
        switch rule.way {
        case .suffix: suffix
        case .query(let name):
          target.value(of: name).flatMap { value in formats.first { $0.queryValue == value } }
        case .accept: AcceptField(request.fields.values(of: "Accept")).best(of: formats)
        }
      if let found { return found }
    }
    guard let negotiation = suite.negotiation else {
      let asked = AcceptField(request.fields.values(of: "Accept")).best(of: formats)
      return asked ?? formats.first ?? .json
    }
    let fallback = suite.format(negotiation.fallback)
    return fallback ?? formats.first ?? .json
  }

  /// The request as its contract has it.
  public func call(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(MockRefusal) -> MockCall {
    guard let checker = checker(of: match.contract.id) else {
      throw MockRefusal(nil, "The mock does not know \(match.contract.id).")
    }
    return try checker.check(request, target, match)
  }

  /// One of the contract's responses.
  public func answer(
    _ call: MockCall,
    _ reply: MockReply,
    in format: Format
  ) throws -> MockAnswer {
    try responder.answer(call, reply, in: format)
  }

  /// The catalogue's error.
  public func answer(
    _ refusal: MockRefusal,
    to contract: Contract?,
    in format: Format
  ) throws -> MockAnswer {
    var refusal = refusal
    refusal.name = refusal.name ?? undeclaredError
    return try responder.answer(refusal, of: contract, in: format)
  }

  /// 405 with Allow (RFC 9110 section 15.5.6).
  public func answer(otherMethods allowed: [String]) -> MockAnswer {
    .text(
      405,
      "The resource answers \(allowed.joined(separator: ", ")).\n",
      fields: [Field("Allow", allowed.joined(separator: ", "))]
    )
  }

  /// 404.
  public func answerUnknown() -> MockAnswer { .text(404, "No resource has this path.\n") }
}
