/// Why a token cannot be replayed.
public enum ReplayProblem: Error, Sendable, Hashable {
  /// The text is no token.
  case noToken
  /// The token is longer than any that is written.
  case tooLong(Int, most: Int)
  /// The token is of another version.
  case otherVersion(String, known: String)
  /// The token was cut off or changed.
  case cutOff
  /// No suite has this name.
  case unknownSuite(String, known: [String])
  /// The suite has no such contract.
  case unknownContract(String, suite: String)
  /// The contract has no such request: an example, a route and a version.
  case unknownRequest(example: String, route: String, version: Int?, contract: String)
  /// The contract has no such parameter.
  case unknownParameter(String, contract: String)
  /// The suite has no such life cycle that makes what it is about.
  case unknownLifeCycle(String, suite: String)
  /// The life cycle does not say what one of the calls does after those before it.
  case unknownCalls([String], lifeCycle: String)
  /// The request may change what was there before.
  case changesOthers(contract: String)
  /// The schemas no longer say of the request what they said.
  case notProven(contract: String, wanted: String)
}

extension ReplayProblem: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .noToken:
      "expected a token that a run with --generate printed, which begins with \"accord1.\""
    case .tooLong(let count, let most):
      "expected a token of \(most) characters at most, found \(count): paste it alone"
    case .otherVersion(let version, let known):
      """
      expected a token of the version "\(known)", found "\(version)": replay it with the Accord that \
      printed it, or generate anew
      """
    case .cutOff: "the token is not whole: paste all of it, in quotes"
    case .unknownSuite(let suite, let known):
      """
      the token is of the suite "\(suite)"; there are \(known.joined(separator: ", ")): name its \
      contracts as the run did that printed it
      """
    case .unknownContract(let contract, let suite):
      "the suite \(suite) has no contract \"\(contract)\" any more: generate anew"
    case .unknownRequest(let example, let route, let version, let contract):
      """
      the contract \(contract) has no example "\(example)" on the route "\(route)"\
      \(version.map { " in version \($0)" } ?? "") any more: generate anew
      """
    case .unknownParameter(let name, let contract):
      "the contract \(contract) has no parameter \"\(name)\" any more: generate anew"
    case .unknownLifeCycle(let name, let suite):
      "the suite \(suite) has no life cycle \"\(name)\" any more that makes its own: generate anew"
    case .unknownCalls(let calls, let cycle):
      """
      the life cycle \(cycle) does not say what \(calls.joined(separator: ", then ")) does: generate \
      anew
      """
    case .changesOthers(let contract):
      """
      a request to \(contract) may change what was there before, and generated ones are sent only where \
      they make their own: generate anew
      """
    case .notProven(let contract, let wanted):
      "the schemas of \(contract) do not say of the request that \(wanted) any more: generate anew"
    }
  }
}
