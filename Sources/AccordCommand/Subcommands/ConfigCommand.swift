import AccordReporting
import AccordSchema
import ArgumentParser

/// `accord config`: the settings that are in force.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Shows the settings that verify takes from a file, and where they stand.",
    discussion: """
      The file is read by verify, list, mock, lint, document and validate, from the folder in which they \
      run. Each setting is an option of verify by its name; what the command line says goes before it. \
      What a target says goes before what the file says for all. No value is a secret: credentials are \
      named by environment variables.
      """
  )

  @ArgumentParser.Argument(help: "The target whose settings are shown.")
  var target: String?

  @OptionGroup var options: ConfigurationOptions

  @Flag(name: .long, help: "Write the JSON Schema of the file.")
  var schema = false

  func run() throws {
    guard !schema else { return Console.standard.write(ConfigurationSchema.text + "\n") }
    guard let configured = ConformanceCommand.configured, let file = configured.file else {
      throw ValidationError(
        "There is no \(ConfigurationFile.usualName) here. Write one, or name it by --config."
      )
    }
    var text = ""
    for (setting, arguments) in configured.settings {
      let values = arguments.isEmpty ? "false" : arguments.joined(separator: " ")
      let owner = setting.target.map { " (\($0))" } ?? ""
      let place = "\(file.path):\(setting.node.position.line)\(owner)"
      text += "\(TerminalText.line(values))\n  \(place)\n"
    }
    let names = file.targets
    if !names.isEmpty { text += "targets: \(names.joined(separator: ", "))\n" }
    Console.standard.write(text.isEmpty ? "\(file.path) says nothing.\n" : text)
  }
}
