import AccordModel
import Synchronization

/// Sends each documented example to each route and version that it holds for.
struct ExamplePlanner: OriginPlanner {
  /// How many examples a contract has at most whose cases are kept as they are made.
  private static let mostKept = 512

  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint in
      endpoint.examples.mapSideBySide { Self.sketch(of: $0, at: endpoint) }.compactMap(\.self)
    }
  }

  func trials(in scope: ContractScope) -> [CaseTrial] {
    guard scope.contract.examples.count > Self.mostKept else {
      return sketches(in: scope).map(CaseTrial.sketched)
    }
    return scope.endpoints.flatMap { endpoint in
      let examples = Examples(of: endpoint)
      return scope.contract.examples.indices.filter { endpoint.serves(scope.contract.examples[$0]) }
        .map { CaseTrial.example($0, examples) }
    }
  }

  /// The case in the making of an example; `nil` where its request cannot be made.
  static func sketch(of example: Example, at endpoint: Endpoint) -> CaseSketch? {
    guard let draft = RequestDraft(example, at: endpoint) else { return nil }
    let name = ["example", example.name]
    switch example.outcome {
    case .response:
      let title = "The example \"\(example.name)\" is answered as documented"
      return CaseSketch(.example, name, title, draft)
    case .refusal(let refusal):
      return CaseSketch(
        .example,
        name,
        "The example \"\(example.name)\"",
        draft,
        refused: refusal,
        because: "is the documented example \"\(example.name)\", which is refused",
        clauses: [example.clause]
      )
    }
  }

  /// The examples of a route in one version, of which there are very many.
  final class Examples: Sendable {
    private let endpoint: Endpoint
    private let sources = Mutex<[ExampleCases.Traits: ExampleCases]>([:])

    init(of endpoint: Endpoint) { self.endpoint = endpoint }

    /// The case in the making of an example, by its place in the contract.
    func sketch(_ number: Int) -> CaseSketch? {
      ExamplePlanner.sketch(of: endpoint.contract.examples[number], at: endpoint)
    }

    /// The case of an example, made again when it is asked for, where little more than its name is its own.
    func testCase(_ number: Int) -> Case? {
      guard let made = sketch(number)?.testCase else { return nil }
      guard case .response = endpoint.contract.examples[number].outcome,
        made.givens.isEmpty, made.consumes.isEmpty, made.risks.isEmpty
      else { return made }
      let traits = ExampleCases.Traits(access: made.access, callers: made.callers)
      let source = sources.withLock { sources in
        if let known = sources[traits] { return known }
        let source = ExampleCases(of: endpoint, traits)
        sources[traits] = source
        return source
      }
      return Case(id: made.id, from: source, number)
    }
  }
}
