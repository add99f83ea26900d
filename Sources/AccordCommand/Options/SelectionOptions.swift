import Accord
import ArgumentParser

/// Which cases a command is about.
struct SelectionOptions: ParsableArguments {
  @Option(name: .long, help: "Only this suite; may be repeated.")
  var suite: [String] = []

  @Option(name: .long, help: "Only this contract; may be repeated.")
  var contract: [String] = []

  @Option(
    name: .customLong("case"),
    help: "Only cases whose identifier matches this pattern (* and ?); may be repeated."
  )
  var cases: [String] = []

  /// The selection, if all its names exist.
  func selection(in suites: [ContractSuite]) throws -> Selection {
    for name in suite where !suites.contains(where: { $0.id == name }) {
      throw ValidationError(
        "Unknown suite \"\(name)\". \(NearMiss.hint(name, among: suites.map(\.id)))"
      )
    }
    let selected = suites.filter { suite.isEmpty || suite.contains($0.id) }
    let short = selected.flatMap { $0.contracts.map(\.id) }
    let long = selected.flatMap { suite in suite.contracts.map { "\(suite.id)/\($0.id)" } }
    for name in contract where !short.contains(name) && !long.contains(name) {
      throw ValidationError("Unknown contract \"\(name)\". \(NearMiss.hint(name, among: short))")
    }
    return Selection(suites: suite, contracts: contract, cases: cases)
  }
}
