import Accord
import AccordReporting
import ArgumentParser

/// `accord export`: the schema of a payload as files that other tools read.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the schema of a payload as JSON Schema or as XML Schema.",
    discussion: """
      A payload is named CONTRACT/request, CONTRACT/response or CONTRACT/error. XML Schema 1.0 \
      has one file for each namespace; what it cannot say is listed.
      """
  )

  /// The languages in which a schema can be written.
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case jsonSchema = "json-schema"
    case xsd
  }

  @ArgumentParser.Argument(help: "The payload, such as \(NamedPayload.example).")
  var payload: String

  @Option(name: .customLong("to"), help: "The language: json-schema (draft 2020-12) or xsd (1.0).")
  var language = Language.jsonSchema

  @Option(
    help: "The folder for the files. (default: the current one)",
    transform: FolderArgument.read
  )
  var output = "."

  func run() async throws {
    let payload = try NamedPayload.named(payload, in: ConformanceCommand.suites)
    let schema = payload.schemas.count == 1 ? payload.schemas[0] : .anyOf(payload.schemas)
    let name = String(payload.name.map { $0 == "/" ? "-" : $0 })
    switch language {
    case .jsonSchema:
      try write(try schema.jsonSchema().text(indented: true) + "\n", to: name + ".json")
    case .xsd:
      let set = try schema.xmlSchema(named: name)
      for document in set.documents { try write(document.text, to: document.fileName) }
      for note in set.notes { Console.standard.write("note: \(note)\n") }
    }
  }

  private func write(_ text: String, to name: String) throws {
    let path = output == "." ? name : "\(output)/\(name)"
    do {
      try OutputFile.write(text, to: path, by: "--output")
    } catch let failure as OutputFile.Failure {
      Console.standard.complain("error: \(failure)")
      throw ExitCode(2)
    }
    Console.standard.write("wrote \(path)\n")
  }
}
