import Accord
import AccordReporting
import ArgumentParser

/// `accord document`: the living documents.
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Writes a document for each suite, from its contracts alone."
  )

  @OptionGroup var options: SuiteOptions

  @Option(name: .long, help: "The folder for the documents.")
  var output = "Reports"

  func run() async throws {
    let suites = try options.suites(in: ConformanceCommand.suites)
    let plans = ConformanceRun(suites.map { .init($0, against: .inProcessMock) }).plans
    for plan in plans {
      let name = plan.suite.id
      let path = "\(output)/\(name.prefix(1).uppercased())\(name.dropFirst()).md"
      do {
        try OutputFile.write(LivingDocument().markdown(for: plan.suite, plan: plan), to: path)
      } catch let failure as OutputFile.Failure {
        Console.standard.complain("error: \(failure)")
        throw ExitCode(2)
      }
      Console.standard.write("wrote \(path)\n")
    }
  }
}
