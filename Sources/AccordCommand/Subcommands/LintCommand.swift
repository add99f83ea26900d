import Accord
import AccordModel
import AccordReporting
import ArgumentParser

/// `accord lint`: the checks on the contracts themselves.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the contracts themselves, or an OpenAPI document.",
    discussion: """
      All problems are reported, each at its line. Exits with 1 if there are any.

      With --openapi or --arazzo it is a document that is checked: OpenAPI 3.0, 3.1 and 3.2, Swagger 2.0 and Arazzo, \
      in JSON or YAML, with the files in its folder to which it refers. It is held to the official \
      schema and to what its specification says beyond that. Warnings alone do not count as problems.

      With --rehearse the cases are also planned and played against the mock that is made from the \
      contracts: what it cannot keep is a problem of the clause, whether the contract contradicts \
      itself or the mock needs to be told more.
      """
  )

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var options: SuiteOptions

  @OptionGroup var depth: DepthOption

  @Flag(help: "Play the cases against the mock too, and tell which promises it cannot keep.")
  var rehearse = false

  func run() async throws {
    guard documents.isEmpty || rehearse else {
      guard options.suite.isEmpty else {
        throw ValidationError(
          "--openapi checks documents, not suites: leave out --suite, or add --rehearse."
        )
      }
      let files = documents.openAPI + documents.arazzo
      return try DescriptionLint(files: files, root: documents.root.root).run()
    }
    let known = try documents.suites()
    let suites = try options.suites(in: known)
    var problems = 0
    let extensions = ConformanceCommand.extensions
    for problem in extensions.problems(inAll: known) {
      problems += 1
      Console.standard.write("extensions: \(problem)\n")
    }
    for suite in suites {
      for problem in suite.lint(with: extensions) {
        problems += 1
        Console.standard.write(problem.line + "\n")
      }
      guard rehearse else { continue }
      for problem in try await suite.rehearse(with: extensions, options: depth.options) {
        problems += 1
        Console.standard.write(problem.line + "\n")
      }
    }
    let contracts = suites.reduce(0) { $0 + $1.contracts.count }
    Console.standard.write(
      "\(quantity(contracts, "contract")), \(problems == 0 ? "no problems" : quantity(problems, "problem"))\n"
    )
    if problems > 0 { throw ExitCode(1) }
  }
}

extension LintProblem {
  /// The problem at its line.
  var line: String { "\(source.path(in: folder)): \(check): \(message)" }
}
