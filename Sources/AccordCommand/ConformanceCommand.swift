import ArgumentParser
public import AccordModel

/// The command line of Accord, for any contracts.
///
/// A team's own tool is three lines:
///
/// ```swift
/// @main struct Tool {
///   static func main() async { await ConformanceCommand.main(suites: [PetStore.suite]) }
/// }
/// ```
public enum ConformanceCommand {
  /// The suites that the commands know.
  @TaskLocal static var suites: [ContractSuite] = []

  /// Runs the command that the arguments of the process name, and exits with its status.
  public static func main(suites: [ContractSuite]) async -> Never {
    if let message = unknownSubcommand(in: Array(CommandLine.arguments.dropFirst())) {
      RootCommand.exit(withError: ValidationError(message))
    }
    await $suites.withValue(suites) { await RootCommand.main() }
    RootCommand.exit()
  }

  /// What is to be said of a first word that names no command.
  static func unknownSubcommand(in arguments: [String]) -> String? {
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word)
    else { return nil }
    return "Unknown command \"\(word)\". \(NearMiss.hint(word, among: names))"
  }
}

/// The command that only has subcommands.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord",
    abstract: "Holds an HTTP API to its contract.",
    discussion: """
      Without a server, contracts are verified against the embedded mock, which keeps them.
      """,
    subcommands: [
      VerifyCommand.self, MockCommand.self, ListCommand.self, LintCommand.self,
      ExplainCommand.self, DocumentCommand.self, ValidateCommand.self, ExportCommand.self,
      ReportCommand.self, DiffCommand.self, ShowCommand.self, BaselineCommand.self,
    ],
    defaultSubcommand: nil
  )
}
