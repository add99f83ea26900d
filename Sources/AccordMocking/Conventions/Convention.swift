import AccordModel

/// How the framework behind an API reads requests and writes answers.
protocol Convention: Sendable {
  /// Whether literal text of a path is compared without regard to case.
  var ignoresPathCase: Bool { get }

  /// The method that counts.
  func method(of request: MockRequest, _ target: RequestTarget) -> String

  /// The path that is routed, and the format that its suffix asks for.
  func split(_ path: String) -> (path: String, suffix: Format?)

  /// The format of the answer.
  func format(
    of request: MockRequest,
    _ target: RequestTarget,
    suffix: Format?,
    contract: Contract?
  ) -> Format

  /// The request as a call, or the refusal for the first thing wrong with it.
  func call(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(Denial) -> Call

  /// The answer to a right request.
  func answer(_ call: Call, _ reply: Reply, in format: Format) throws -> MockAnswer

  /// The answer to a wrong request.
  func answer(_ denial: Denial, to contract: Contract, in format: Format) throws -> MockAnswer

  /// The answer to a method that no route of the path answers.
  func answer(otherMethods allowed: [String]) -> MockAnswer

  /// The answer to a path that is unknown.
  func answerUnknown() -> MockAnswer
}
