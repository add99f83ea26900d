import Accord
import AccordGenerating
import AccordModel
import ArgumentParser

/// Which cases a command is about.
struct SelectionOptions: ParsableArguments {
  @OptionGroup var suites: SuiteOptions
  @OptionGroup var depth: DepthOption

  @Option(
    name: .long,
    help: "Only this contract; may be repeated.",
    completion: Candidates.contracts
  )
  var contract: [String] = []

  @Option(
    name: .customLong("case"),
    help: "Only cases whose identifier matches this pattern (* and ?); may be repeated.",
    completion: Candidates.cases
  )
  var cases: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only cases that come from these origins, separated by commas.",
      valueName: "ORIGIN,…"
    ),
    completion: Candidates.origins
  )
  var origin: String?

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
    var selection = Selection(
      suites: self.suites.suite,
      contracts: contract,
      cases: cases,
      isReadOnly: readOnly
    )
    selection.origins = try origins()
    return selection
  }

  /// The origins of cases, those of the tool among them.
  private func origins() throws -> [Case.Origin] {
    guard let origin else { return [] }
    let own = ConformanceCommand.extensions.origins.compactMap { Case.Origin(rawValue: $0.id) }
    let known = Case.Origin.planned + [.written, .generated] + own
    return try origin.split(separator: ",").map { name in
      guard let known = known.first(where: { $0.rawValue == name }) else {
        let names = known.map(\.rawValue)
        throw ValidationError(
          "--origin: unknown origin \"\(name)\". \(NearMiss.hint(String(name), among: names))"
        )
      }
      return known
    }
  }

  /// What is to be said of patterns that match no case of the contracts that are meant.
  func unmatchedPatterns(_ meant: Selection, in suites: [ContractSuite]) -> [String] {
    guard !cases.isEmpty else { return [] }
    var all = meant
    all.cases = []
    all.isReadOnly = false
    let plans = suites.filter { meant.includes($0) }.map {
      all.selecting(from: $0.plan(with: ConformanceCommand.extensions, options: depth.options))
    }
    let ids = plans.flatMap(\.cases).map(\.id.description)
    return cases.compactMap { pattern in
      let only = Selection(cases: [pattern])
      guard plans.allSatisfy({ only.selecting(from: $0).cases.isEmpty }) else { return nil }
      let hint = NearMiss.ofPattern(pattern, among: ids).map { "Did you mean \"\($0)\"?" }
      let list = "The command list shows all of them."
      return "--case \"\(pattern)\" matches no case. \(hint ?? list)"
    }
  }
}
