/// What makes cases when they are asked for, so that a plan of very many does not hold them.
///
/// Each is one right request that needs no live data and that nothing is sent before or after: what all of
/// them have in common is known without making one.
package protocol CaseSource: AnyObject, Sendable {
  /// The suite.
  var suite: ContractSuite.ID { get }
  /// The contract.
  var contract: Contract.ID { get }
  /// Where the cases come from.
  var origin: Case.Origin { get }
  /// What each does to the state.
  var access: Case.Access { get }
  /// The roles of the requests of each that carry a credential, in their order.
  var callers: [String?] { get }

  /// The case of a number, the same each time.
  func testCase(_ number: Int) -> Case
}
