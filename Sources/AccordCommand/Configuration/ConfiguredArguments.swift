import AccordSchema
import ArgumentParser

/// The arguments of a command with those that `accord.json` adds.
///
/// What the command line says goes before what the file says.
struct ConfiguredArguments {
  /// The arguments.
  let arguments: [String]

  /// The target that the command line names.
  let target: String?

  /// The settings that are in force, each with the arguments that it is; those that the command line says
  /// itself have none.
  let settings: [(setting: ConfigurationFile.Setting, arguments: [String])]

  /// The file; `nil` where there is none.
  let file: ConfigurationFile?

  /// The commands that take settings.
  private static let commands = [
    "verify", "list", "mock", "lint", "document", "validate", "config",
  ]

  /// Adds what the file says.
  ///
  /// - Throws: ``ValidationError`` if the target is not there.
  init(_ given: [String]) throws {
    guard let command = given.first, Self.commands.contains(command),
      !given.contains("--help"), !given.contains("-h")
    else {
      (arguments, target, settings, file) = (given, nil, [], nil)
      return
    }
    let isNamed = command == "verify" || command == "config"
    let name = isNamed && given.count > 1 && !given[1].hasPrefix("-") ? given[1] : nil
    target = name
    file = try Self.file(among: given)
    guard let file else {
      if let name {
        throw ValidationError(
          "\"\(name)\" is a target of \(ConfigurationFile.usualName), and there is no such file here. Write "
            + "one, or name it by --config."
        )
      }
      (arguments, settings) = (given, [])
      return
    }
    if let name, !file.hasTarget(name) {
      throw ValidationError(
        "\(file.path) has no target \"\(name)\". \(NearMiss.hint(name, among: file.targets))"
      )
    }
    let folder = file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? ""
    let known = ConfigurationKey.known(to: command == "config" ? "verify" : command).map(\.name)
    let settings = try file.settings(of: name).filter { known.contains($0.key.name) }
      .map { setting in
        (
          setting,
          Self.isSaid(setting.key, by: given)
            ? [] : try Self.arguments(setting, of: file, in: folder)
        )
      }
    self.settings = settings
    arguments = command == "config" ? given : given + settings.flatMap(\.1)
  }

  private static func file(among arguments: [String]) throws -> ConfigurationFile? {
    if arguments.contains("--no-config") { return nil }
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--config=") {
        return try ConfigurationFile(String(argument.dropFirst("--config=".count)))
      }
      if argument == "--config", index + 1 < arguments.count {
        return try ConfigurationFile(arguments[index + 1])
      }
    }
    guard InputFile.exists(ConfigurationFile.usualName) else { return nil }
    return try ConfigurationFile(ConfigurationFile.usualName)
  }

  /// Whether the command line says a setting itself; a file of live data goes with single ones.
  private static func isSaid(_ key: ConfigurationKey, by arguments: [String]) -> Bool {
    var options = [key.option]
    // A schema is no operation of a document, and a mock in process is no server.
    if key.option == "--openapi" || key.option == "--arazzo" || key.kind == .structure {
      options.append("--schema")
    }
    if key.option == "--server" { options.append("--in-process") }
    return arguments.contains { argument in
      options.contains { argument == $0 || argument.hasPrefix($0 + "=") }
    }
  }

  private static func arguments(
    _ setting: ConfigurationFile.Setting,
    of file: ConfigurationFile,
    in folder: String
  ) throws -> [String] {
    let key = setting.key
    let node = setting.node
    func path(_ text: String) -> String { text.hasPrefix("/") ? text : folder + text }
    func each(_ values: [String]) -> [String] { values.flatMap { [key.option, $0] } }
    let texts = node.kind == .array ? node.elements.map { text($0) } : [text(node)]
    let members = node.kind == .object ? node.members.map { ($0.key, $0.node) } : []
    switch key.kind {
    case .flag: return node.boolean == true ? [key.option] : []
    case .text, .texts: return each(texts)
    case .file, .files: return each(texts.map(path))
    case .pairs, .variables:
      guard node.kind == .object else { return each(texts) }
      return each(members.map { "\($0.0)=\(text($0.1))" })
    case .structure: return each(["\(file.path)#\(node.pointer)"])
    case .values: return each(members.map { "\($0.0)=\($0.1.value.text())" })
    case .lists:
      return each(
        members.map { name, node in
          let values = node.kind == .array ? node.elements.map { text($0) } : [text(node)]
          return "\(name)=\(values.joined(separator: ","))"
        }
      )
    }
  }

  private static func text(_ node: JSONNode) -> String { node.value.wireText }
}
