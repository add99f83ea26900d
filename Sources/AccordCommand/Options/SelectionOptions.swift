import Accord
import ArgumentParser

/// Which cases a command is about.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var suites: SuiteOptions

  @Option(name: .long, help: "Only this contract; may be repeated.")
  var contract: [String] = []

  @Option(
    name: .customLong("case"),
    help: "Only cases whose identifier matches this pattern (* and ?); may be repeated."
  )
  var cases: [String] = []

  @Flag(
    name: .long,
    help: """
      Only cases whose contracts declare that they change nothing, for a server in use; neither \
      look-ups nor a login that may change something. The rest is counted as left out.
      """
  )
  var readOnly = false

  /// The selection, if all its names exist.
  func selection(in suites: [ContractSuite]) throws -> Selection {
    let selected = try self.suites.suites(in: suites)
    let short = selected.flatMap { $0.contracts.map(\.id) }
    let long = selected.flatMap { suite in suite.contracts.map { "\(suite.id)/\($0.id)" } }
    for name in contract where !short.contains(name) && !long.contains(name) {
      let hint = NearMiss.hint(name, among: name.contains("/") ? long : short)
      throw ValidationError("Unknown contract \"\(name)\". \(hint)")
    }
    return Selection(
      suites: self.suites.suite,
      contracts: contract,
      cases: cases,
      isReadOnly: readOnly
    )
  }
}
