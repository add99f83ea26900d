import AccordModel
import AccordSchema

/// What a mocked API does beyond its contracts: its state, its tokens, its other endpoints.
protocol Behaviour: Sendable {
  /// Whether a token is accepted.
  func accepts(_ token: String) -> Bool

  /// Does what a right request asks for.
  func perform(_ call: Call) throws(Denial) -> Reply

  /// Answers a request that leads to no contract; `nil` if there is no such endpoint.
  func answer(undeclared request: MockRequest, _ target: RequestTarget) -> MockAnswer?

  /// The live data that cases need, by the names of the suite's givens, in the suite's order.
  func givens() -> [(name: String, values: [JSON])]

  /// Restores the start state.
  func reset()
}
