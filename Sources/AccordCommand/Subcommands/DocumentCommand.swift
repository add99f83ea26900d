import Accord
import AccordReporting
import ArgumentParser

/// `accord document`: the living documents.
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Writes a document for each suite, from its contracts alone."
  )

  @Option(name: .long, help: "Only this suite; may be repeated.")
  var suite: [String] = []

  @Option(name: .long, help: "The folder for the documents.")
  var output = "Reports"

  func run() async throws {
    let all = ConformanceCommand.suites
    var options = SelectionOptions()
    options.suite = suite
    let meant = try options.selection(in: all)
    let suites = all.filter { meant.includes($0) }
    let plans = ConformanceRun(suites.map { .init($0, against: .inProcessMock) }).plans
    for plan in plans {
      let path = "\(output)/\(plan.suite.name).md"
      try OutputFile.write(LivingDocument().markdown(for: plan.suite, plan: plan), to: path)
      Console.standard.write("wrote \(path)\n")
    }
  }
}
