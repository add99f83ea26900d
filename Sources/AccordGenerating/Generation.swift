public import AccordModel
import AccordPlanning
import AccordSchema

/// Cases made from the schemas and the life cycles of a suite, beyond those of its plan.
///
/// Requests are right, or wrong in one keyword of a schema; sequences make a resource and call what its life
/// cycle has in any order. The same suite and seed give the same cases. What may change something is sent
/// only where it makes its own: by a contract that answers `201`, by one that begins a life cycle, and by the
/// life cycle's calls. Live data are never changed.
///
/// ```swift
/// var generation = Generation(of: PetStore.suite, seed: 7)
/// let extensions = Extensions(cases: generation.cases(100))
/// ```
public struct Generation: Sendable {
  let builder: CaseBuilder
  private var makers: [CallMaker] = []

  /// The calls of the cases that were made, by the identifiers of these.
  private(set) var calls: [CaseID: GeneratedCall] = [:]

  /// The cases that were made, by their identifiers.
  private(set) var testCases: [CaseID: Case] = [:]

  /// The contracts of which no request is made, with the reason as a sentence each.
  public private(set) var leftOut: [String] = []

  /// Prepares a suite, or of it the contracts that are meant.
  public init(
    of suite: ContractSuite,
    seed: UInt64,
    where isMeant: (Contract) -> Bool = { _ in true }
  ) {
    builder = CaseBuilder(suite, where: isMeant)
    for contract in suite.contracts {
      guard let calls = builder.calls(of: contract.id) else { continue }
      guard calls.canCall else {
        leftOut.append(
          """
          No request to \(suite.id)/\(contract.id) is generated: it may change what was there before, \
          or its requests leave nothing open.
          """
        )
        continue
      }
      makers.append(CallMaker(calls, builder, seed: seed))
    }
  }

  /// So many cases more of each contract; fewer where there are no more that differ.
  public mutating func cases(_ count: Int) -> [Case] {
    var cases: [Case] = []
    for index in makers.indices {
      for (call, testCase) in makers[index].next(count) where calls[testCase.id] == nil {
        remember(testCase, of: call)
        cases.append(testCase)
      }
    }
    return cases
  }

  /// The case of a token.
  ///
  /// Throws ``ReplayProblem`` where the suite does not know what it names, or says something else of it.
  public mutating func testCase(of token: ReplayToken) throws(ReplayProblem) -> Case {
    let suite = builder.suite
    guard token.call.suite == suite.id else {
      throw .unknownSuite(token.call.suite, known: [suite.id])
    }
    let testCase = try builder.testCase(token.call)
    remember(testCase, of: token.call)
    return testCase
  }

  private mutating func remember(_ testCase: Case, of call: GeneratedCall) {
    calls[testCase.id] = call
    testCases[testCase.id] = testCase
  }
}

extension ContractCalls {
  /// Whether there is anything to call in another way than the examples do.
  fileprivate var canCall: Bool {
    !cycles.isEmpty || bases.contains { $0.isHarmless && ($0.body != nil || !parameters.isEmpty) }
  }
}
