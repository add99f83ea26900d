import Accord
import AccordModel
import AccordReporting
import ArgumentParser

/// How much of what the contracts promise a run has to put to the test.
struct CoverageOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      Fail unless so many percent of what the contracts promise were put to the test: 0 to 100.
      """,
    transform: NumberArgument.decimal(0...100, unit: "percent")
  )
  var minCoverage: Double?

  /// Says what is missing, and ends with the status of a violation, where a run put less to the test than was
  /// asked.
  func check(_ record: RunRecord, of suites: [ContractSuite]) throws {
    guard let minCoverage,
      let shortfall = CoverageShortfall(record, of: suites, below: minCoverage)
    else { return }
    Console.standard.complain("error: \(shortfall)")
    throw ExitCode(1)
  }
}
