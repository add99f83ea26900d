import Accord
import ArgumentParser

/// `accord validate`: a body against a payload of a contract, or against a JSON Schema.
struct ValidateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "validate",
      abstract: "Checks a file against a payload of a contract, or against a JSON Schema.",
      usage: """
        \(ConformanceCommand.toolName) validate PAYLOAD FILE [--format FORMAT]
        \(ConformanceCommand.toolName) validate OPERATION/response FILE --openapi DOCUMENT
        \(ConformanceCommand.toolName) validate FILE --schema SCHEMA[#PLACE] [--draft DRAFT] [--format FORMAT]
        """,
      discussion: """
        A payload is named CONTRACT/request, CONTRACT/response or CONTRACT/error; with --openapi \
        CONTRACT is an operation of the document, by its operationId too. The format is \
        taken from the file's ending: .xml, .jsonl, .csv, .jsv and .form; all else is JSON. Each \
        line of JSON Lines and each row of CSV is held to the schema. The file - is standard input.

        A JSON Schema says by $schema which draft it is, and is 2020-12 if it does not. A place in the \
        file is selected behind #, as in openapi.json#/components/schemas/Order. References to files in \
        the folder of the schema are followed; nothing is fetched. Formats are checked. XML is held to \
        OpenAPI's xml objects, which the command export writes.

        A member of JSON that stands twice is a warning, and each of its values is held to the schema. \
        XML with a document type declaration is not read: there is no verdict on it.

        The exit status is 0 if the file conforms, 1 if it does not, 2 if there is no verdict (a limit \
        was reached before, and the message says whether --effort raises it, or the file is not \
        supported), and 64 if the file, the schema or the \
        command line cannot be used.
        """
    )
  }

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions

  @ArgumentParser.Argument(help: "The payload, such as \(NamedPayload.example); the file.")
  var operands: [String] = []

  @Option(help: "A JSON Schema; further ones are those to which it refers by $id or file name.")
  var schema: [String] = []

  @Option(help: "The folder inside of which files are read to which the schema refers.")
  var schemaRoot: String?

  @Option(help: "The draft to read the schema as: 4, 6, 7, 2019-09 or 2020-12.")
  var draft: SchemaFile.Draft?

  @Flag(help: "Refuse patterns that are right without the u flag of ECMA-262 only.")
  var strictPatterns = false

  @Option(help: "The format of the file: json, jsonl, xml, csv, jsv or form.")
  var format: BodyFormat?

  @Option(help: "How many times the usual work may be done before there is no verdict, 1 to 1000.")
  var effort = 1

  func validate() throws {
    let wanted = schema.isEmpty ? "a payload and a file" : "a file, because --schema is given"
    guard operands.count == (schema.isEmpty ? 2 : 1) else {
      let count = operands.count == 1 ? "1 operand" : "\(operands.count) operands"
      throw ValidationError("Expected \(wanted), found \(count).")
    }
    guard documents.isEmpty || schema.isEmpty else {
      throw ValidationError(
        "--openapi names operations, and --schema a schema: give one of them. A schema of a document is "
          + "--schema openapi.json#/components/schemas/Order."
      )
    }
    guard draft == nil || !schema.isEmpty else {
      throw ValidationError("--draft is for a schema: give one by --schema.")
    }
    guard schemaRoot == nil || !schema.isEmpty else {
      throw ValidationError("--schema-root is for a schema: give one by --schema.")
    }
    guard !strictPatterns || !schema.isEmpty else {
      throw ValidationError("--strict-patterns is for a schema: give one by --schema.")
    }
    guard (1...1000).contains(effort) else {
      throw ValidationError("--effort expects 1 to 1000, found \(effort).")
    }
  }

  func run() async throws {
    do {
      try check()
    } catch let error as UnusableSchema {
      Console.standard.complain("Error: \(error)")
      throw ExitCode(64)
    }
  }

  private func check() throws {
    let limits = ValidationLimits.raised(by: effort)
    let operand = operands[operands.count - 1]
    let isPiped = operand == StandardInput.operand
    let meant = try validators(limits)
    let most = JSONLimits.raised(by: effort).bytes
    let content =
      isPiped ? try StandardInput.read(upTo: most) : try InputFile.read(operand, upTo: most)
    let file = isPiped ? StandardInput.name : operand
    let check = BodyCheck(content, named: file, format ?? BodyFormat(ending: operand), limits)
    let results = try DeepStack.run(bytes: 1 << 29) {
      try meant.validators.map { try check.result($0) }
    }
    // Several schemas (the bodies of errors) are alternatives: the one that fits best speaks.
    let best = results.min { $0.rank < $1.rank } ?? BodyCheck.Result(verdict: .conforms)
    for warning in best.warnings { Console.standard.complain("warning: \(warning)") }
    for finding in best.findings { Console.standard.write(finding + "\n") }
    Console.standard.write("\(file): \(best.closing(meant.name))\n")
    switch best.verdict {
    case .conforms: return
    case .violates: throw ExitCode(1)
    case .undecided: throw ExitCode(2)
    }
  }

  private func validators(
    _ limits: ValidationLimits
  ) throws -> (name: String, validators: [SchemaValidator]) {
    guard let main = schema.first else {
      let payload = try NamedPayload.named(operands[0], in: documents.suites())
      return (payload.name, try payload.schemas.map { try SchemaValidator($0, limits: limits) })
    }
    let validator = try SchemaFile(main, draft: draft).validator(
      referring: Array(schema.dropFirst()),
      folder: schemaRoot,
      patterns: strictPatterns ? .unicode : .lenient,
      limits: limits
    )
    for notice in validator.notices where !notice.isOfXML {
      Console.standard.complain("warning: \(notice)")
    }
    if validator.admitsEverything {
      Console.standard.complain(
        "warning: The schema \"\(main)\" says nothing of any value, so that everything conforms."
      )
    }
    return (main, [validator])
  }
}

extension BodyCheck.Result {
  /// What fits better comes first.
  fileprivate var rank: (Int, Int) {
    switch verdict {
    case .conforms: (0, 0)
    case .undecided: (1, undecided)
    case .violates: (2, violations)
    }
  }

  /// The verdict on the schema of a name.
  fileprivate func closing(_ name: String) -> String {
    let limits = Self.counted(undecided, "limit")
    switch verdict {
    case .conforms:
      return "conforms to \(name)"
    case .undecided where undecided == 0:
      return "no verdict on \(name): \(obstacle)"
    case .undecided:
      let advice = remedy.map { "; try --effort \($0)" } ?? ", which no higher --effort raises"
      return "no verdict on \(name): \(limits) reached\(advice)"
    case .violates:
      let count =
        isCut
        ? "the first \(Self.grouped(violations)) of at least \(Self.grouped(violations + 1)) violations"
        : Self.counted(violations, "violation")
      return "\(count) of \(name)" + (undecided > 0 ? ", and \(limits) reached" : "")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A number with commas between its thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
      }
    )
  }
}
