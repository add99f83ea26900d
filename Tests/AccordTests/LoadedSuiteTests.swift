import Accord
import AccordModel
import AccordReporting
import AccordSchema
import ShippedContracts
import Testing

/// A suite whose schemas were loaded from documents is planned, served, judged and described as the one
/// whose schemas are written in Swift.
@Suite("Suites whose schemas were loaded")
struct LoadedSuiteTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let written: ContractSuite
    let loaded: ContractSuite

    var testDescription: String { written.id }

    func plans() -> (written: Plan, loaded: Plan) {
      let plans = [written, loaded].map {
        ConformanceRun([.init($0, against: .inProcessMock)]).plans[0]
      }
      return (plans[0], plans[1])
    }
  }

  static let pairs = ShippedContracts.suites.compactMap { suite in
    (try? suite.loaded()).map { Pair(written: suite, loaded: $0) }
  }

  @Test func everySuiteCanBeLoaded() {
    #expect(Self.pairs.count == ShippedContracts.suites.count)
  }

  @Test(arguments: pairs)
  func theLintFindsNothing(_ pair: Pair) {
    let plan = pair.plans().loaded
    #expect(
      ContractLint().problems(in: pair.loaded, cases: plan.cases).map(\.description) == []
    )
  }

  @Test(arguments: pairs)
  func theSameCasesArePlanned(_ pair: Pair) {
    let (written, loaded) = pair.plans()
    #expect(written.cases.map(\.id) == loaded.cases.map(\.id))
    for (one, other) in zip(written.cases, loaded.cases) {
      #expect(one.withoutSchemas == other.withoutSchemas, "\(one.id)")
    }
  }

  @Test(arguments: pairs)
  func theSameDocumentIsWritten(_ pair: Pair) {
    let plans = pair.plans()
    let written = LivingDocument(of: plans.written).markdown
    let loaded = LivingDocument(of: plans.loaded).markdown
    for (one, other) in zip(written.split(separator: "\n"), loaded.split(separator: "\n")) {
      #expect(one == other)
    }
    #expect(written == loaded)
  }

  @Test(arguments: pairs)
  func theMockAnswersAlikeAndIsJudgedAlike(_ pair: Pair) async throws {
    let whole = try await WholeRun.all
    let written = try #require(whole.first { $0.suites[0].suite.id == pair.written.id })
    let loaded = try await ConformanceRun([.init(pair.loaded, against: .inProcessMock)]).report()
    let cases: [[RunRecord.Case]] = [written, loaded].map { RunRecord($0).suites[0].cases }
    #expect(cases[0].count == cases[1].count)
    for (one, other) in zip(cases[0], cases[1]) {
      #expect(one.verdict == other.verdict, "\(one.id)")
      #expect(one.violations == other.violations, "\(one.id)")
      #expect(one.exercised == other.exercised, "\(one.id)")
      #expect(one.notChecked == other.notChecked, "\(one.id)")
      #expect(one.exchanges.map(\.request) == other.exchanges.map(\.request), "\(one.id)")
      let bodies = [one, other].map { $0.exchanges.map { $0.response?.body } }
      #expect(bodies[0] == bodies[1], "\(one.id)")
      let statuses = [one, other].map { $0.exchanges.map { $0.response?.status } }
      #expect(statuses[0] == statuses[1], "\(one.id)")
    }
  }
}

extension Case {
  /// The case with what is sent and expected, and not the schemas by which it is written and read.
  fileprivate var withoutSchemas: Case {
    var copy = self
    for place in copy.steps.indices {
      if case .value(let value, let open, let syntax, _) = copy.steps[place].request.body {
        copy.steps[place].request.body = .value(value, open, syntax, .any)
      }
      if case .success(let response) = copy.steps[place].expectation.outcome {
        copy.steps[place].expectation.outcome = .success(response.withoutSchemas)
      }
    }
    return copy
  }
}

extension ResponseRule {
  /// The answer without what its schemas say.
  fileprivate var withoutSchemas: ResponseRule {
    let bare = try? mappingSchemas { _ in .any }
    return bare ?? self
  }
}
