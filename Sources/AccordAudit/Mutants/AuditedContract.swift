package import AccordMocking
package import AccordModel
import AccordSchema
import HTTPTypes

/// A contract as operators see it: what it says, and right requests to it.
package struct AuditedContract: Sendable {
  /// A request that is right, with its answer.
  package struct Right: Sendable {
    /// The request.
    package var request: MockRequest
    /// Where it leads.
    package var occasion: Occasion
    /// The answer.
    package var answer: MockAnswer
    /// Which response it is.
    package var rule: ResponseRule
  }

  /// The contract.
  package var contract: Contract
  /// The suite.
  package var suite: ContractSuite
  /// Right requests, one for each route, method, version and format.
  package var rights: [Right] = []

  /// A contract with the right requests of a recording.
  init(_ contract: Contract, in suite: ContractSuite, _ recording: Recording) {
    self.contract = contract
    self.suite = suite
    var known: Set<[String]> = []
    for recorded in recording.cases {
      for (step, promise) in zip(recorded.steps, recorded.testCase.steps) {
        guard let occasion = step.occasion, occasion.contract.id == contract.id,
          case .success = promise.expectation.outcome, let view = step.view,
          case .response(let rule) = view.kind
        else { continue }
        let key = [
          occasion.route.name, occasion.method, occasion.version.map(String.init) ?? "",
          occasion.format.id,
        ]
        guard known.insert(key).inserted else { continue }
        rights.append(
          Right(request: step.request, occasion: occasion, answer: step.answer, rule: rule)
        )
      }
    }
  }

  /// The right request that is most like an occasion.
  func right(like occasion: Occasion) -> Right? {
    func rank(_ right: Right) -> Int {
      (right.occasion.route.name == occasion.route.name ? 8 : 0)
        + (right.occasion.method == occasion.method ? 4 : 0)
        + (right.occasion.version == occasion.version ? 2 : 0)
        + (right.occasion.format.id == occasion.format.id ? 1 : 0)
    }
    var best: Right?
    for right in rights where best.map({ rank(right) > rank($0) }) ?? true { best = right }
    return best
  }

  /// The contract itself, and each route, method, version and format of it where there are several.
  var scopes: [Scope] {
    let id = contract.id
    let routes = distinct(rights.map(\.occasion.route.name))
    let methods = distinct(rights.map(\.occasion.method))
    let versions = distinct(rights.compactMap(\.occasion.version))
    let formats = distinct(rights.map(\.occasion.format.id))
    var scopes = [Scope(id)]
    if routes.count > 1 { scopes += routes.map { Scope(id, route: $0) } }
    if methods.count > 1 { scopes += methods.map { Scope(id, method: $0) } }
    if versions.count > 1 { scopes += versions.map { Scope(id, version: $0) } }
    if formats.count > 1 { scopes += formats.map { Scope(id, format: $0) } }
    return scopes
  }

  /// How the contract is called in sentences: `GET /orders`, or its identifier where it has several routes
  /// or methods.
  var words: String {
    guard contract.routes.count == 1, let route = contract.routes.first,
      case .only(let methods) = route.methods, methods.count == 1, let method = methods.first
    else { return contract.id }
    return "\(method.rawValue) \(route.path)"
  }

  /// A mutant of the contract.
  func mutant(
    _ family: some OperatorFamily,
    _ name: String,
    _ place: String = "",
    breaking clause: Clause,
    in scope: Scope? = nil,
    _ sentence: String,
    other: ContractSuite? = nil,
    concerning concerns: (@Sendable (MockRequest, AnswerView) -> Bool)? = nil,
    _ action: Mutant.Action
  ) -> Mutant {
    let scope = scope ?? Scope(contract.id)
    let tail = place.isEmpty ? "" : "/\(place)"
    return Mutant(
      id: "\(suite.id)/\(contract.id)/\(name)\(tail)\(scope.suffix)",
      operator: MutationOperator(id: name, family: family.name),
      contract: contract.id,
      clause: clause,
      scope: scope,
      sentence: sentence + scope.words,
      action: action,
      other: other,
      concerns: concerns
    )
  }

  /// Whether a text is a right value of a parameter.
  func isRight(_ text: String, _ parameter: String) -> Bool {
    guard let own = contract.parameters.first(where: { $0.name == parameter }) else { return false }
    return ParameterChecks.keyword(of: text, own.schema, own.invalid) == nil
  }

  /// The suite with this contract changed.
  func suite(changing change: (inout Contract) -> Void) -> ContractSuite {
    var suite = suite
    for index in suite.contracts.indices where suite.contracts[index].id == contract.id {
      change(&suite.contracts[index])
    }
    return suite
  }
}

/// Makes mutants of one kind.
package protocol OperatorFamily: Sendable {
  /// The name, such as `members`.
  var name: String { get }

  /// The identifiers of its operators.
  var operators: [String] { get }

  /// The mutants of a contract, in a stable order.
  func mutants(of audited: AuditedContract) -> [Mutant]
}

/// The values in the order in which they first occur.
func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
  var known: Set<Value> = []
  return values.filter { known.insert($0).inserted }
}
