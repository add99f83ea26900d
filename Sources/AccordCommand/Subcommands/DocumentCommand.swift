import Accord
import AccordReporting
import ArgumentParser

/// `accord document`: the living documents.
struct DocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Writes a document for each suite, from its contracts and from what was last seen."
  )

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var options: SuiteOptions
  @OptionGroup var depth: DepthOption

  @Option(
    name: .long,
    help: "The folder for the documents. (default: Reports)",
    transform: FolderArgument.read
  )
  var output = "Reports"

  @Option(
    name: .customLong("run"),
    help: "A stored run: every promise carries what it showed, and its coverage is added."
  )
  var storedRun: String?

  @Option(
    name: .long,
    help: "A folder in which the documents are written as a site of HTML pages.",
    transform: FolderArgument.read
  )
  var site: String?

  @Option(
    name: .long,
    help: "A file in which what the contracts promise is kept, to compare later.",
    transform: FileArgument.read
  )
  var promises: String?

  @Option(
    name: .long,
    help: """
      A file that --promises wrote at an earlier time: what changed since is written to Changes.md.
      """
  )
  var since: String?

  func run() async throws {
    let suites = try options.suites(in: try documents.suites())
    let plans = suites.map { $0.plan(with: ConformanceCommand.extensions, options: depth.options) }
    let record = try storedRun.map(RunFile.read)
    // Before anything is written, so that a wrong file costs nothing.
    let before = try since.map(PromisesFile.read)
    let pages = plans.map { plan in
      let seen = record?.suites.first { $0.id == plan.suite.id }
      return (suite: plan.suite, document: LivingDocument(of: plan, run: seen))
    }
    for (suite, document) in pages {
      try write(
        document.markdown,
        to: "\(output)/\(suite.id.prefix(1).uppercased())\(suite.id.dropFirst()).md",
        by: "--output"
      )
    }
    if let site {
      for file in LivingDocument.site(of: pages.map(\.document)) {
        try write(file.text, to: "\(site)/\(file.name)", by: "--site")
      }
    }
    let now = ContractRecord(of: suites)
    if let before {
      let changes = ContractChanges(from: before, to: now)
      try write(changes.markdown, to: "\(output)/Changes.md", by: "--output")
    }
    if let promises { try write(now.text, to: promises, by: "--promises") }
  }

  private func write(_ text: String, to path: String, by option: String) throws {
    do {
      try OutputFile.write(text, to: path, by: option)
    } catch let failure as OutputFile.Failure {
      Console.standard.complain("error: \(failure)")
      throw ExitCode(2)
    }
    Console.standard.write("wrote \(path)\n")
  }
}
