import AccordModel
import ArgumentParser

/// How a command ends: what is still to be said, and the exit status.
struct CommandEnd {
  /// What goes to standard output, such as a help that was asked for.
  var output = ""

  /// What goes to standard error.
  var errors = ""

  /// The exit status.
  var status: Int32 = 0

  /// The end of a command that did what it was asked for.
  init() {}

  /// The end after an error, which `command` threw, or the reading of the arguments.
  ///
  /// What looks like a credential in the arguments is not repeated.
  init(_ error: any Error, of command: (any ParsableCommand.Type)?, _ arguments: [String]) {
    status = RootCommand.exitCode(for: error).rawValue
    var text = RootCommand.fullMessage(for: error)
    if let command, let wrong = error as? ValidationError {
      text = "Error: \(wrong.message)\n\(Self.usage(of: command))"
    }
    guard status != 0 else {
      output = text
      return
    }
    errors = Redactor(secrets: ArgumentSecrets.secrets(in: arguments)).redact(text)
  }

  /// How a command is used, and where more is said of it.
  private static func usage(of command: any ParsableCommand.Type) -> String {
    let lines = RootCommand.usageString(for: command).split(separator: "\n")
    let usage = lines.joined(separator: "\n       ")
    let name = command.configuration.commandName.map { " \($0)" } ?? ""
    return """
      Usage: \(usage)
        See '\(ConformanceCommand.toolName)\(name) --help' for more information.
      """
  }
}
