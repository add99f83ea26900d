import Accord
import AccordModel
import AccordReporting
import ShippedContracts
import Testing

struct CoverageTests {
  /// Promised and exercised; all that was exercised holds.
  static let figures: [(suite: String, promised: Int, exercised: Int)] = [
    ("interact", 414, 381), ("platform", 335, 289),
  ]

  @Test("The embedded mock keeps every promise that the plan puts to the test")
  func figuresOfTheShippedSuites() async throws {
    let reports = try await WholeRun.all
    #expect(reports.count == Self.figures.count)
    for (report, (suite, expected)) in zip(reports, zip(ShippedContracts.suites, Self.figures)) {
      let record = RunRecord(report)
      let coverage = Coverage(of: suite, in: record.suites[0])
      #expect(suite.id == expected.suite)
      #expect(
        coverage.figure
          == Coverage.Figure(
            promised: expected.promised,
            exercised: expected.exercised,
            held: expected.exercised
          )
      )
      #expect(record.suites[0].coverage == coverage.figure)
      // What was not put to the test is a combination, a member of an error, or out of reach.
      for entry in coverage.missing {
        let promise = entry.promise
        let isKnown =
          promise.kind == .request || entry.state == .notProvoked
          || promise.kind == .member && promise.id.contains("/ResponseStatus/")
        #expect(isKnown, "\(promise.contract) \(promise.id)")
      }
    }
  }

  @Test("A promise's identifier is unique in its contract")
  func identifiersAreUnique() {
    for suite in ShippedContracts.suites {
      for contract in suite.contracts {
        let promises = contract.promises(in: suite)
        #expect(Set(promises.map(\.id)).count == promises.count)
        let clauses = contract.clauses(in: suite).map(\.id)
        let routes = contract.routes.map(\.clause.id)
        #expect(Set(clauses).subtracting(routes).isSubset(of: promises.map(\.id)))
      }
    }
  }
}
