public import Accord
public import AccordModel
import AccordReporting
import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The command line of Accord, for any contracts.
///
/// A team's own tool is three lines, and is called in every help and usage by its own name:
///
/// ```swift
/// @main struct Tool {
///   static func main() async { await ConformanceCommand.main(suites: [PetStore.suite]) }
/// }
/// ```
public enum ConformanceCommand {
  /// The suites that the commands know.
  @TaskLocal static var suites: [ContractSuite] = []

  /// What the commands add to Accord.
  @TaskLocal static var extensions = Extensions()

  /// The name of the tool that runs.
  @TaskLocal static var toolName = "accord"

  /// The arguments with what a file of settings adds.
  @TaskLocal static var configured: ConfiguredArguments?

  /// Runs the command that the arguments of the process name, and exits with its status.
  public static func main(
    suites: [ContractSuite],
    extensions: Extensions = Extensions()
  ) async -> Never {
    // A pipe whose reader has gone is an error that is said, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    FileSystem.keepStandardPlaces()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init)
    await $toolName.withValue(name ?? toolName) {
      await $suites.withValue(suites) {
        await $extensions.withValue(extensions) {
          let end = await run(arguments)
          if !end.output.isEmpty { Console.standard.write(end.output + "\n") }
          if !end.errors.isEmpty { Console.standard.complain(end.errors) }
          exit(Console.standard.closing(end.status))
        }
      }
    }
    exit(EXIT_FAILURE)
  }

  /// Runs the command that some arguments name.
  static func run(_ given: [String]) async -> CommandEnd {
    let configured: ConfiguredArguments
    do {
      configured = try ConfiguredArguments(given)
    } catch {
      return CommandEnd(error, of: RootCommand.named(given.first), given)
    }
    return await $configured.withValue(configured) { await run(parsing: configured.arguments) }
  }

  private static func run(parsing arguments: [String]) async -> CommandEnd {
    if let message = unknownSubcommand(in: arguments) {
      return CommandEnd(ValidationError(message), of: nil, arguments)
    }
    var parsed: (any ParsableCommand)?
    do {
      var command = try await RootCommand.asyncParseAsRoot(arguments)
      parsed = command
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return CommandEnd()
    } catch {
      return CommandEnd(error, of: parsed.map { type(of: $0) }, arguments)
    }
  }

  /// What is to be said of a first word that names no command.
  static func unknownSubcommand(in arguments: [String]) -> String? {
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let word = words.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word)
    else { return nil }
    return "Unknown command \"\(word)\". \(NearMiss.hint(word, among: names))"
  }
}

/// The command that only has subcommands.
struct RootCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: ConformanceCommand.toolName,
      abstract: "Holds an HTTP API to its contract.",
      discussion: """
        Without a server, contracts are verified against the embedded mock, which keeps them.
        """,
      version: "Accord \(AccordVersion.current)",
      subcommands: [
        VerifyCommand.self, CheckCommand.self, ProxyCommand.self, MockCommand.self,
        ListCommand.self, LintCommand.self, ExplainCommand.self, DocumentCommand.self,
        ValidateCommand.self, ExportCommand.self,
        ImportCommand.self, CompareCommand.self, ReportCommand.self, DiffCommand.self,
        ShowCommand.self, MergeCommand.self, GivensCommand.self, AuditCommand.self,
        BaselineCommand.self,
        CleanCommand.self, ConfigCommand.self, InitCommand.self, TrendCommand.self,
        CompletionCommand.self, ManualCommand.self,
      ],
      defaultSubcommand: nil
    )
  }

  /// The command of a name.
  static func named(_ name: String?) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
