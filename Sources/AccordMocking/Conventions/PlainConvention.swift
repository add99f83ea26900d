import AccordModel
import AccordSchema

/// HTTP as its specifications have it, for any suite.
struct PlainConvention: Convention {
  private let suite: ContractSuite
  private let checkers: [RequestChecker]
  private let responder: Responder
  private let undeclaredError: String?

  /// Creates the convention; a wrong request for which a contract declares no refusal gets
  /// `undeclaredError`, or a plain 400.
  init(
    _ suite: ContractSuite,
    seed: UInt64,
    undeclaredError: String? = nil,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.suite = suite
    checkers = suite.contracts.map { RequestChecker($0, in: suite, accepts: accepts) }
    responder = Responder(suite: suite, seed: seed)
    self.undeclaredError = undeclaredError
  }

  var ignoresPathCase: Bool { false }

  func method(of request: MockRequest, _ target: RequestTarget) -> String { request.method }

  func split(_ path: String) -> (path: String, suffix: Format?) { suite.split(path) }

  /// The first way that names a format decides (RFC 9110 section 12.5.1 for Accept).
  func format(
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
    let fallback = suite.negotiation.flatMap { suite.format($0.fallback) }
    return fallback ?? formats.first ?? .json
  }

  func call(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(Denial) -> Call {
    guard let checker = checkers.first(where: { $0.contract.id == match.contract.id }) else {
      throw Denial(nil, "The mock does not know \(match.contract.id).")
    }
    return try checker.check(request, target, match)
  }

  func answer(_ call: Call, _ reply: Reply, in format: Format) throws -> MockAnswer {
    try responder.answer(call, reply, in: format)
  }

  func answer(_ denial: Denial, to contract: Contract, in format: Format) throws -> MockAnswer {
    var denial = denial
    denial.name = denial.name ?? undeclaredError
    return try responder.answer(denial, in: format)
  }

  /// 405 with Allow (RFC 9110 section 15.5.6).
  func answer(otherMethods allowed: [String]) -> MockAnswer {
    .text(
      405,
      "The resource answers \(allowed.joined(separator: ", ")).\n",
      fields: [Field("Allow", allowed.joined(separator: ", "))]
    )
  }

  func answerUnknown() -> MockAnswer { .text(404, "No resource has this path.\n") }
}
