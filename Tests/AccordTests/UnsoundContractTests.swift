import AccordModel
import ShippedContracts
import Testing

@testable import Accord

/// A schema that means nothing fails the cases of its contract, and the reason says which it is.
@Suite struct UnsoundContractTests {
  private static let broken = Schema.string(pattern: "(")

  private func report(_ change: (inout Contract) throws -> Void) async throws -> Report {
    var suite = try #require(ShippedContracts.suites.first { $0.id == "interact" })
    let index = try #require(suite.contracts.firstIndex { $0.id == "company.preregister" })
    try change(&suite.contracts[index])
    var settings = ConformanceRun.Settings(
      selection: Selection(cases: ["*/header-missing/*", "*/connections.accept-reject/*/example/*"])
    )
    settings.jobs = 2
    return try await ConformanceRun(
      [.init(suite, against: .inProcessMock)],
      settings: settings
    ).report()
  }

  private func expectFailure(_ report: Report, _ owner: String) {
    let results = report.suites.flatMap(\.results)
    let own = results.filter { $0.testCase.contract == "company.preregister" }
    #expect(!own.isEmpty)
    for result in own {
      #expect(
        result.judgement.verdict.failure?.contains(
          "The schema of \(owner) cannot be compiled. In the schema at /pattern: "
        ) == true,
        "\(result.testCase.id): \(result.judgement.verdict)"
      )
    }
    // The other contracts are sound.
    #expect(results.count > own.count)
    #expect(results.allSatisfy { $0.judgement.verdict.failure == nil || own.contains($0) })
    #expect(report.exitStatus == 2)
  }

  @Test func parameterOfWhichNoWrongValueIsKnown() async throws {
    let report = try await report { contract in
      contract.parameters.append(
        .parameter("colour", Self.broken, in: [.query], required: false)
      )
    }
    expectFailure(report, "the parameter colour")
  }

  @Test func headerOfAnAnswerThatTheCaseDoesNotGet() async throws {
    let report = try await report { contract in
      contract.responses[0].headers.append(.required("X-Shelf", Self.broken))
    }
    let owner = "the header X-Shelf of the answer response/success"
    expectFailure(report, owner)
  }

  /// What a rule has met already is not said once more, however it said it.
  @Test func whatIsKnownAlreadyIsNotSaidAgain() throws {
    var suite = try #require(ShippedContracts.suites.first { $0.id == "interact" })
    let index = try #require(suite.contracts.firstIndex { $0.id == "company.preregister" })
    suite.contracts[index].parameters.append(
      .parameter("colour", Self.broken, in: [.query], required: false)
    )
    let run = ConformanceRun([.init(suite, against: .inProcessMock)])
    let cases = run.plans.flatMap(\.cases)
    let testCase = try #require(cases.first { $0.contract == "company.preregister" })
    let flaws = SchemaFlaws(in: suite)
    let found = flaws.applied(to: Judgement(.violates, notChecked: ["a"]), of: testCase)
    #expect(found.notChecked.count == 2)
    #expect(found.notChecked.last?.hasPrefix("The schema of the parameter colour cannot") == true)
    guard case .schema(_, owner: "the parameter colour")? = found.causes.first else {
      Issue.record("\(found.causes)")
      return
    }
    var known = Judgement(.violates, notChecked: ["in other words"])
    known.causes = found.causes
    #expect(flaws.applied(to: known, of: testCase) == known)
    #expect(
      flaws.applied(to: Judgement(.conforms), of: testCase).verdict
        == .failed(reason: found.notChecked[1])
    )
  }
}

extension Verdict {
  fileprivate var failure: String? {
    guard case .failed(let reason) = self else { return nil }
    return reason
  }
}
