import Accord
import ArgumentParser

/// `accord validate`: a body against a payload of a contract, or against a JSON Schema.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks a file against a payload of a contract, or against a JSON Schema.",
    usage: """
      accord validate PAYLOAD FILE [--format FORMAT]
      accord validate FILE --schema SCHEMA [--draft DRAFT] [--format FORMAT]
      """,
    discussion: """
      A payload is named CONTRACT/request, CONTRACT/response or CONTRACT/error. The format is \
      taken from the file's ending: .xml, .jsonl, .csv, .jsv and .form; all else is JSON. Each \
      line of JSON Lines and each row of CSV is held to the schema.

      A JSON Schema says by $schema which draft it is, and is 2020-12 if it does not. Formats are \
      checked. XML is held to OpenAPI's xml objects, which `accord export` writes.
      """
  )

  @ArgumentParser.Argument(help: "The payload, such as contacts.connections/response; the file.")
  var operands: [String] = []

  @Option(help: "A JSON Schema; further ones are those to which it refers by $id or file name.")
  var schema: [String] = []

  @Option(help: "The draft to read the schema as: 4, 6, 7, 2019-09 or 2020-12.")
  var draft: SchemaFile.Draft?

  @Option(help: "The format of the file: json, jsonl, xml, csv, jsv or form.")
  var format: BodyFormat?

  func validate() throws {
    let wanted = schema.isEmpty ? "a payload and a file" : "a file, because --schema is given"
    guard operands.count == (schema.isEmpty ? 2 : 1) else {
      let count = operands.count == 1 ? "1 operand" : "\(operands.count) operands"
      throw ValidationError("Expected \(wanted), found \(count).")
    }
    guard draft == nil || !schema.isEmpty else {
      throw ValidationError("--draft is for a schema: give one by --schema.")
    }
  }

  func run() async throws {
    let meant: (name: String, schemas: [Schema])
    if let main = schema.first {
      let loaded = try SchemaFile.schema(main, draft, referring: Array(schema.dropFirst()))
      meant = (main, [loaded])
    } else {
      let payload = try NamedPayload.named(operands[0])
      meant = (payload.name, payload.schemas)
    }
    let file = operands[operands.count - 1]
    let format = format ?? BodyFormat(ending: file)
    let check = BodyCheck(try InputFile.read(file), named: file, format)
    // Several schemas (the bodies of errors) are alternatives: the one that fits best speaks.
    let findings = try meant.schemas.map { try check.findings(against: $0) }
    let best = findings.min { $0.count < $1.count } ?? []
    for finding in best { Console.standard.write(finding + "\n") }
    let count = "\(best.count) violation\(best.count == 1 ? "" : "s")"
    let verdict = best.isEmpty ? "conforms to" : "\(count) of"
    Console.standard.write("\(file): \(verdict) \(meant.name)\n")
    if !best.isEmpty { throw ExitCode(1) }
  }
}
