public import AccordSchema

/// A request of a case with its answer, as a rule of a user's own sees it.
public struct AnsweredRequest: Sendable {
  /// The suite.
  public let suite: ContractSuite

  /// The contract that the exchange is held to.
  public let contract: Contract

  /// What the exchange is held to.
  public let expectation: Case.Expectation

  /// The request as it was sent.
  public let request: Exchange.Request

  /// The response as it came.
  public let response: Exchange.Response

  /// The body as JSON, without its content codings; `nil` where it is none.
  ///
  /// It is read again each time.
  public var json: JSONDocument? { try? JSONDocument(parsing: response.content) }

  /// The body as XML, without its content codings; `nil` where it is none.
  ///
  /// It is read again each time.
  public var xml: XMLDocument? { try? XMLDocument(parsing: response.content) }

  /// Whether the request is wrong and has to be refused.
  public var isToBeRefused: Bool {
    guard case .refusal = expectation.outcome else { return false }
    return true
  }

  /// Creates an exchange, as a test of a rule does.
  public init(
    suite: ContractSuite,
    contract: Contract,
    expectation: Case.Expectation,
    request: Exchange.Request,
    response: Exchange.Response
  ) {
    self.suite = suite
    self.contract = contract
    self.expectation = expectation
    self.request = request
    self.response = response
  }
}
