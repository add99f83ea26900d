import Accord
import AccordOpenAPI
import AccordReporting
import ArgumentParser

/// `accord list`: the cases of a plan.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Shows the cases that verify would run, and what no case provokes.",
    discussion: """
      Exits with 0 if there is a case, 2 if standard output could not be written, 3 if none was \
      selected, 64 on a wrong command line.
      """
  )

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var since: SinceOption

  @Flag(name: [.short, .long], help: "Show what each case is about.")
  var verbose = false

  @Flag(name: .long, help: "Write the cases as JSON, with what each needs and does.")
  var json = false

  func run() async throws {
    let imported = try documents.imported()
    let suites = documents.isEmpty ? ConformanceCommand.suites : imported.map(\.suite)
    let all = try selection.selection(in: suites)
    guard let meant = try since.narrowing(all, in: suites, imported, documents) else { return }
    let plans = suites.filter { meant.includes($0) }.map {
      meant.selecting(
        from: $0.plan(with: ConformanceCommand.extensions, options: selection.depth.options)
      )
    }
    guard !json else {
      Console.standard.write(ListedPlans(plans).json.text(indented: true) + "\n")
      if plans.allSatisfy(\.cases.isEmpty) { throw ExitCode(3) }
      return
    }
    var text = ""
    for plan in plans {
      for testCase in plan.cases {
        text += "\(testCase.id)\n"
        guard verbose else { continue }
        text += "  \(testCase.title)\n"
        text += "  promises: \(testCase.clauses.joined(separator: ", "))\n"
      }
    }
    let missing = plans.flatMap { plan in
      plan.notProvoked.map { "  \(plan.suite.id)/\($0.contract) · \($0.error): \($0.reason)\n" }
    }
    for line in selection.unmatchedPatterns(meant, in: suites) {
      Console.standard.complain("warning: \(line)")
    }
    let count = plans.reduce(0) { $0 + $1.cases.count }
    text += "\n\(quantity(count, "case"))\n"
    if let sentence = LeftOutCases(plans).sentence { text += "\(sentence)\n" }
    if !missing.isEmpty {
      text += "\nnot provoked: \(missing.count)\n\(missing.joined())"
    }
    text += OpenAPIOptions.notes(of: imported)
    Console.standard.write(text)
    if count == 0 { throw ExitCode(3) }
  }
}
