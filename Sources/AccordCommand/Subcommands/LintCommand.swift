import Accord
import AccordModel
import ArgumentParser

/// `accord lint`: the checks on the contracts themselves.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the contracts themselves.",
    discussion: "All problems are reported, each at its line. Exits with 1 if there are any."
  )

  @Option(name: .long, help: "Only this suite; may be repeated.")
  var suite: [String] = []

  func run() async throws {
    let all = ConformanceCommand.suites
    var options = SelectionOptions()
    options.suite = suite
    let meant = try options.selection(in: all)
    var problems = 0
    for suite in all where meant.includes(suite) {
      for problem in ContractAudit.problems(in: suite) {
        problems += 1
        Console.standard.write(
          "\(problem.source.path(in: suite.folder)): \(problem.check): \(problem.message)\n"
        )
      }
    }
    let contracts = all.filter { meant.includes($0) }.reduce(0) { $0 + $1.contracts.count }
    Console.standard.write(
      "\(contracts) contracts, \(problems == 0 ? "no" : String(problems)) problems\n"
    )
    if problems > 0 { throw ExitCode(1) }
  }
}
