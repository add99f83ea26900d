import ArgumentParser

/// `accord completion`: what makes a shell complete command lines.
struct CompletionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Writes what makes bash, zsh or fish complete command lines.",
    discussion: """
      It offers commands, options, and what their values may be: suites, contracts, cases, rules and formats, of \
      this program or of the document that the command line names.

      In bash, source what is written; in zsh, keep it in a folder of fpath under the name of the program behind an \
      underscore; in fish, keep it in ~/.config/fish/completions under the name of the program with .fish behind it.

      Exits with 0, 2 if standard output could not be written, 64 on a wrong command line.
      """
  )

  /// A shell.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    fileprivate var kind: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @ArgumentParser.Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() async throws {
    Console.standard.write(RootCommand.completionScript(for: shell.kind) + "\n")
  }
}
