import Accord
import ArgumentParser

/// Which suites a command is about.
struct SuiteOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "Only this suite; may be repeated.",
    completion: Candidates.suites
  )
  var suite: [String] = []

  /// The suites that are meant, if all names exist; all of them without a name.
  func suites(in suites: [ContractSuite]) throws -> [ContractSuite] {
    for name in suite where !suites.contains(where: { $0.id == name }) {
      throw ValidationError(
        "Unknown suite \"\(name)\". \(NearMiss.hint(name, among: suites.map(\.id)))"
      )
    }
    return suites.filter { suite.isEmpty || suite.contains($0.id) }
  }
}
