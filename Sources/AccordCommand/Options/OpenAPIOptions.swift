import Accord
import AccordOpenAPI
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

  /// The suites that the command is about: those of the documents, else those that it knows.
  func suites() throws -> [ContractSuite] {
    guard !openAPI.isEmpty else { return ConformanceCommand.suites }
    return try imported().map(\.suite)
  }

  /// The suites of the documents, each under a name of its own.
  func imported() throws -> [ImportedSuite] {
    var names: Set<String> = []
    return try openAPI.map { path in
      let imported = try Self.imported(path, in: root.root)
      guard names.insert(imported.suite.id).inserted else {
        throw ValidationError(
          """
          --openapi: two documents make a suite "\(imported.suite.id)": their titles are the same. Verify \
          one at a time.
          """
        )
      }
      return imported
    }
  }

  /// The suite of a document.
  ///
  /// Each of its problems is said where it has some; `option` is what names the document, and `root` the
  /// folder inside of which files are read.
  static func imported(
    _ path: String,
    in root: String?,
    by option: String = "--openapi"
  ) throws -> ImportedSuite {
    do {
      return try ImportedSuite(openAPI: path, root: root)
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
