import Accord
import AccordOpenAPI
import AccordReporting
import ArgumentParser

/// `accord export`: the schema of a payload, or a suite, as files that other tools read.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a payload's schema as JSON Schema or XML Schema, or a suite as OpenAPI.",
    discussion: """
      A payload is named CONTRACT/request, CONTRACT/response or CONTRACT/error. XML Schema 1.0 \
      has one file for each namespace. OpenAPI is written of a suite, which is named by its identifier. \
      What the language cannot say is listed.
      """
  )

  /// The languages in which a schema or a suite can be written.
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case jsonSchema = "json-schema"
    case xsd
    case openAPI = "openapi"
    case openAPI30 = "openapi-3.0"
  }

  @ArgumentParser.Argument(
    help: "The suite, or the payload, such as \(NamedPayload.example)."
  )
  var payload: String

  @Option(
    name: .customLong("to"),
    help: """
      The language: json-schema (draft 2020-12) or xsd (1.0) of a payload, openapi (3.1) or openapi-3.0 \
      of a suite.
      """
  )
  var language = Language.jsonSchema

  @Option(
    help: "The folder for the files. (default: the current one)",
    transform: FolderArgument.read
  )
  var output = "."

  func run() async throws {
    switch language {
    case .jsonSchema, .xsd: try writePayload()
    case .openAPI: try writeSuite(.v31)
    case .openAPI30: try writeSuite(.v30)
    }
  }

  private func writeSuite(_ version: OpenAPIExport.Version) throws {
    let suites = ConformanceCommand.suites
    guard let suite = suites.first(where: { $0.id == payload }) else {
      throw ValidationError(
        "Unknown suite \"\(payload)\". \(NearMiss.hint(payload, among: suites.map(\.id)))"
      )
    }
    let export = try suite.openAPI(version)
    let name = version == .v31 ? "openapi" : "openapi-3.0"
    try write(export.document.text(indented: true) + "\n", to: "\(suite.id).\(name).json")
    for note in export.notes { Console.standard.write("note: \(note)\n") }
  }

  private func writePayload() throws {
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
    case .openAPI, .openAPI30: break
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
