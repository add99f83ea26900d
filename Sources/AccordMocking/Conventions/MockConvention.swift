public import AccordModel

/// How the framework behind an API reads requests and writes answers.
///
/// Whatever a convention leaves out is done as its ``base`` does it. So a convention that only adds a
/// field is short:
///
/// ```swift
/// struct Branded: MockConvention {
///   let base: any MockConvention
///
///   func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
///     var answer = try base.answer(call, reply, in: format)
///     answer.setField("Server", "Book shop")
///     return answer
///   }
/// }
/// ```
///
/// A ``MockBehaviour`` names it: `Branded(base: HTTPConvention(setting, accepts: accepts))`.
public protocol MockConvention: Sendable {
  /// The convention that does what this one leaves out; it ends at an ``HTTPConvention``.
  var base: any MockConvention { get }

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
  ) throws(MockRefusal) -> MockCall

  /// The answer to a right request.
  func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer

  /// The answer to a wrong request; `contract` is `nil` for an endpoint that none declares.
  func answer(
    _ refusal: MockRefusal,
    to contract: Contract?,
    in format: Format
  ) throws -> MockAnswer

  /// The answer to a method that no route of the path answers.
  func answer(otherMethods allowed: [String]) -> MockAnswer

  /// The answer to a path that is unknown.
  func answerUnknown() -> MockAnswer
}

extension MockConvention {
  /// As the base compares it.
  public var ignoresPathCase: Bool { base.ignoresPathCase }

  /// The method that counts for the base.
  public func method(of request: MockRequest, _ target: RequestTarget) -> String {
    base.method(of: request, target)
  }

  /// The path as the base takes it apart.
  public func split(_ path: String) -> (path: String, suffix: Format?) { base.split(path) }

  /// The format that the base chooses.
  public func format(
    of request: MockRequest,
    _ target: RequestTarget,
    suffix: Format?,
    contract: Contract?
  ) -> Format { base.format(of: request, target, suffix: suffix, contract: contract) }

  /// The request as the base reads it.
  public func call(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(MockRefusal) -> MockCall { try base.call(request, target, match) }

  /// The base's answer.
  public func answer(
    _ call: MockCall,
    _ reply: MockReply,
    in format: Format
  ) throws -> MockAnswer { try base.answer(call, reply, in: format) }

  /// The base's refusal.
  public func answer(
    _ refusal: MockRefusal,
    to contract: Contract?,
    in format: Format
  ) throws -> MockAnswer { try base.answer(refusal, to: contract, in: format) }

  /// The base's answer to another method.
  public func answer(otherMethods allowed: [String]) -> MockAnswer {
    base.answer(otherMethods: allowed)
  }

  /// The base's answer to a path that is unknown.
  public func answerUnknown() -> MockAnswer { base.answerUnknown() }
}
