import Accord
import AccordOpenAPI
import AccordReporting
import AccordSchema
import ArgumentParser

/// Documents that are read in the place of the suites that the command knows.
struct OpenAPIOptions: ParsableArguments {
  @Option(
    name: .customLong("openapi"),
    help: ArgumentHelp(
      """
      An OpenAPI 3 or Swagger 2.0 document, in JSON or YAML, in the place of the contracts; may be \
      repeated.
      """,
      valueName: "file"
    ),
    transform: FileArgument.read
  )
  var openAPI: [String] = []

  @OptionGroup var root: RootOption

  @Option(
    name: .customLong("arazzo"),
    help: ArgumentHelp(
      """
      An Arazzo document whose workflows are added, in JSON or YAML; may be repeated. Without --openapi its \
      source descriptions are read that are files.
      """,
      valueName: "file"
    ),
    transform: FileArgument.read
  )
  var arazzo: [String] = []

  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "The value of an input of the workflows of Arazzo documents, as NAME=JSON or NAME=TEXT; may be repeated.",
      valueName: "input"
    )
  )
  var inputs: [String] = []

  @Option(
    name: .customLong("refusal"),
    help: ArgumentHelp(
      "What wrong requests of a document get, as CONTRACT/PLACE=STATUS,… or CONTRACT/PLACE=none; may be repeated.",
      discussion: """
        A document does not say it, and without this it is an assumption. PLACE is that of a promise, such \
        as parameter/limit/invalid, body/incomplete or credential/missing; * stands for any text. In place of \
        statuses may stand names of the errors that --errors has.
        """,
      valueName: "refusal"
    )
  )
  var refusals: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with the errors of a document, as \"errors\" of accord.json has them.",
      discussion: """
        A # and a JSON Pointer may follow, such as accord.json#/errors; accord config --schema writes what may \
        stand there.
        """,
      valueName: "file"
    )
  )
  var errors: String?

  @Option(
    help: ArgumentHelp(
      "A file with the roles of a document, as \"roles\" of accord.json has them.",
      valueName: "file"
    )
  )
  var roles: String?

  @Option(
    help: ArgumentHelp(
      "A file with the life cycles of resources, as \"lifeCycles\" of accord.json has them.",
      valueName: "file"
    )
  )
  var lifeCycles: String?

  /// The inputs by their names; what is no JSON is a text.
  private func inputValues() throws -> [JSONMember] {
    try inputs.map { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw ValidationError("--input expects NAME=VALUE, found \"\(TerminalText.line(text))\".")
      }
      let value = String(text[text.index(after: equals)...])
      let json = try? JSONDocument(parsing: Array(value.utf8))
      return JSONMember(String(text[..<equals]), json?.root.value ?? .string(value))
    }
  }

  /// Whether no document is named.
  var isEmpty: Bool { openAPI.isEmpty && arazzo.isEmpty }

  /// The files with what is said beside the documents, the file of settings among them.
  var besides: [String] {
    ([errors, roles, lifeCycles].compactMap(\.self) + arazzo)
      .map { $0.split(separator: "#", maxSplits: 1).first.map(String.init) ?? $0 }
      + [ConformanceCommand.configured?.file?.path].compactMap(\.self)
  }

  /// The suites that the command is about: those of the documents, else those that it knows.
  func suites() throws -> [ContractSuite] {
    guard !isEmpty else {
      _ = try sharpening([])
      return ConformanceCommand.suites
    }
    return try imported().map(\.suite)
  }

  /// The suites of the documents, each under a name of its own.
  ///
  /// In the place of inputs that are secrets stand placeholders, unless requests are `sent`: what is shown
  /// and what is written has none of them.
  func imported(sent: Bool = false) throws -> [ImportedSuite] {
    let inputs = try inputValues()
    var loaded = try imported(inputs)
    let secrets = Set(loaded.flatMap(\.secrets).map(\.placeholder))
    if !sent, !secrets.isEmpty {
      loaded = try imported(
        inputs.map { input in
          let placeholder = "[input \(input.key)]"
          return secrets.contains(placeholder)
            ? JSONMember(input.key, .string(placeholder)) : input
        }
      )
    }
    let all = try sharpening(loaded)
    var names: Set<String> = []
    for imported in all where !names.insert(imported.suite.id).inserted {
      throw ValidationError(
        """
        --openapi: two documents make a suite "\(imported.suite.id)": their titles are the same. Verify \
        one at a time.
        """
      )
    }
    return all
  }

  private func imported(_ inputs: [JSONMember]) throws -> [ImportedSuite] {
    try Self.imported(
      openAPI,
      arazzo,
      inputs,
      in: root.root,
      by: openAPI.isEmpty ? "--arazzo" : "--openapi"
    )
  }

  /// The suites of documents.
  ///
  /// Each of their problems is said where they have some; `option` is what names the documents, and `root`
  /// the folder inside of which files are read.
  static func imported(
    _ openAPI: [String],
    _ arazzo: [String],
    _ inputs: [JSONMember] = [],
    in root: String?,
    by option: String
  ) throws -> [ImportedSuite] {
    do {
      return try ImportedSuite.suites(openAPI: openAPI, arazzo: arazzo, inputs: inputs, root: root)
    } catch let flaws as DescriptionFlaws {
      for line in flaws.lines { Console.standard.complain(line) }
      Console.standard.complain("error: \(option): \(flaws)")
      throw ExitCode(64)
    }
  }

  /// What is to be said before anything else: what of the documents is not verified, and what is taken for
  /// granted.
  static func notes(of imported: [ImportedSuite]) -> String {
    var text = ""
    for entry in imported {
      if !entry.notCarried.isEmpty {
        text += "\nnot carried of the document: \(entry.notCarried.count)\n"
        for place in entry.notCarried { text += "  \(TerminalText.line("\(place)"))\n" }
      }
      if !entry.inferences.isEmpty {
        text += "\ntaken for granted: \(entry.inferences.count)\n"
        for inference in entry.inferences { text += "  \(TerminalText.line("\(inference)"))\n" }
      }
    }
    return text
  }

  /// The same in one line; `nil` where there is nothing to say.
  static func summary(of imported: [ImportedSuite]) -> String? {
    let places = imported.reduce(0) { $0 + $1.notCarried.count }
    let inferences = imported.reduce(0) { $0 + $1.inferences.count }
    var parts: [String] = []
    if places > 0 {
      let verb = places == 1 ? "is" : "are"
      parts.append("\(quantity(places, "place")) of the document \(verb) not verified")
    }
    if inferences > 0 {
      let verb = inferences == 1 ? "is" : "are"
      parts.append("\(quantity(inferences, "thing")) \(verb) taken for granted")
    }
    guard !parts.isEmpty else { return nil }
    return "\(parts.joined(separator: ", and ")): the command list shows them."
  }
}
