import AccordModel
import AccordSchema
import HTTPTypes

/// Writes a suite that was made of a document as files of Swift.
///
/// The suite, its formats, credentials and live data stand in one file, each contract in one of its own,
/// and the schemas that the document keeps by names in one.
struct SwiftSuite {
  private let imported: ImportedSuite
  private let document: String
  private let type: String
  private let schemas: SwiftSchemas
  private let bases = SwiftBases()

  /// Prepares a suite.
  init(_ imported: ImportedSuite) {
    self.imported = imported
    // The same document may be named from other folders.
    document = imported.document.split(separator: "/").last.map(String.init) ?? imported.document
    // No type of Accord has such a name.
    type = SwiftNames.type(imported.suite.id) + "API"
    schemas = SwiftSchemas(imported.namedSchemas, draft: imported.draft)
  }

  /// The files, that of the suite first.
  func files() -> [SwiftFile] {
    var values = SwiftNames(besides: ["suite"])
    var fileNames = SwiftNames(besides: ["suite", "schemas", "workflows"])
    var files: [SwiftFile] = []
    var constants: [String] = []
    for contract in imported.suite.contracts {
      let constant = values.value(contract.id)
      constants.append(constant)
      let refusals = SwiftRefusals(bases: bases) { index in
        let plain = constant.filter { $0 != "`" } + "Refusal"
        return index == 0 ? plain : "\(plain)\(index + 1)"
      }
      let expression = SwiftContract(
        contract,
        as: constant,
        schemas: schemas,
        bases: bases,
        refusals: refusals
      ).expression
      var lines = begin("internal")
      lines.append("extension \(type) {")
      lines += documentation(of: contract)
      lines.append(declaration("static let \(constant)", expression, indent: 2))
      for (name, value) in refusals.declarations {
        lines.append("")
        lines.append("  /// What wrong requests get.")
        lines.append(declaration("private static let \(name)", value, indent: 2))
      }
      lines.append("}")
      let name = fileNames.value(contract.id.lowercased()).filter { $0 != "`" }
      let usual = SwiftNames.type(contract.id)
      let isUsual = usual.lowercased() == name
      files.append(file("+" + (isUsual ? usual : SwiftNames.type(name)), lines))
    }
    let workflows = workflowFile()
    // What the suite refers to is known when all contracts are written.
    let suite = suiteFile(constants)
    let shared = schemaFile()
    return [suite] + files + [workflows, shared].compactMap(\.self)
  }

  // MARK: - Workflows

  /// The type that holds the workflows.
  private static let workflows = "Workflows"

  private var workflowNames: [String] {
    var names = SwiftNames()
    return imported.suite.workflows.map { names.value($0.id) }
  }

  private func workflowFile() -> SwiftFile? {
    guard !imported.suite.workflows.isEmpty else { return nil }
    let writer = SwiftWorkflow(schemas: schemas, bases: bases)
    var lines = begin("internal")
    lines.append("extension \(type) {")
    lines.append("  /// Orders of calls that belong together.")
    lines.append("  enum \(Self.workflows) {")
    for (index, workflow) in imported.suite.workflows.enumerated() {
      if index > 0 { lines.append("") }
      lines += summary(workflow.summary, indent: 4)
      lines.append(
        declaration(
          "static let \(workflowNames[index])",
          writer.expression(workflow),
          indent: 4
        )
      )
    }
    lines += ["  }", "}"]
    return file("+Workflows", lines)
  }

  // MARK: - Files

  private func file(_ name: String, _ lines: [String]) -> SwiftFile {
    SwiftFile(name: "\(type)\(name).swift", text: lines.joined(separator: "\n") + "\n")
  }

  private func begin(_ access: String) -> [String] {
    [SwiftFile.firstLine(document), "", "\(access) import Accord", ""]
  }

  private func declaration(_ begin: String, _ value: SwiftExpression, indent: Int) -> String {
    let begin = SwiftLayout.spaces(indent) + begin + " ="
    let flat = SwiftLayout.flat(value)
    if case .text = value { return begin + " " + flat }
    let value = value.spelledOut
    return begin + " "
      + SwiftLayout.text(value, indent: indent, column: begin.count + 1)
  }

  private func documentation(of contract: Contract) -> [String] {
    var lines = summary(contract.summary, indent: 2)
    if lines.isEmpty { lines = ["  /// A contract."] }
    guard let route = contract.routes.first else { return lines }
    let method = route.methods.probed.first?.rawValue ?? ""
    guard contract.summary != "\(method) \(route.path)" else { return lines }
    lines.append("  ///")
    lines += SwiftText.comment("`\(method) \(route.path)`", mark: "///", indent: 2)
    return lines
  }

  /// A comment that begins with a sentence in one line, where there is one.
  private func summary(_ text: String, indent: Int) -> [String] {
    let text = text.last.map { ".!?:".contains($0) } == false ? text + "." : text
    guard let end = text.firstRange(of: ". ") ?? text.firstRange(of: ".\n") else {
      return SwiftText.comment(text, mark: "///", indent: indent)
    }
    let sentence = SwiftText.comment(
      String(text[..<end.lowerBound]) + ".",
      mark: "///",
      indent: indent
    )
    let rest = SwiftText.comment(String(text[end.upperBound...]), mark: "///", indent: indent)
    return sentence + (rest.isEmpty ? [] : [SwiftLayout.spaces(indent) + "///"] + rest)
  }

  // MARK: - The suite

  private func suiteFile(_ constants: [String]) -> SwiftFile {
    let suite = imported.suite
    var arguments: [SwiftExpression.Argument] = []
    arguments.add(nil, .text(suite.id))
    arguments.add("name", .text(suite.name))
    arguments.add(nil, .text(suite.summary))
    arguments.add("credential", suite.credential.map(SwiftVocabulary.credential))
    let roles = suite.roles.list.map { role in
      SwiftExpression.Pair(key: role.name, value: SwiftVocabulary.credential(role.credential))
    }
    arguments.add("roles", .pairs(roles), unless: roles.isEmpty)
    arguments.add("formats", .list(suite.formats.map(SwiftVocabulary.format)))
    let givens = suite.givens.map(SwiftGiven(schemas: schemas).expression)
    arguments.add("givens", .list(givens), unless: givens.isEmpty)
    arguments.add("contracts", .list(constants.map(SwiftExpression.token)))
    let workflows = workflowNames.map { SwiftExpression.token("\(Self.workflows).\($0)") }
    arguments.add("workflows", .list(workflows), unless: workflows.isEmpty)
    let bare = SwiftExpression.call("ContractSuite", arguments)
    let value = suite.responseTime.map { bare.promising($0, bases) } ?? bare
    var lines = begin("public")
    lines += summary(suite.summary, indent: 0)
    lines += notes()
    lines.append("public enum \(type) {")
    lines.append("  /// The contracts of \(document.filter { $0.isASCII && !$0.isNewline }).")
    lines.append(
      declaration("public static let suite", value, indent: 2)
    )
    let assumptions = bases.declarations
    if !assumptions.isEmpty {
      lines += ["", "  /// What the document leaves open.", "  enum \(SwiftBases.type) {"]
      for (name, value) in assumptions {
        lines.append(declaration("static let \(name)", value, indent: 4))
      }
      lines.append("  }")
    }
    lines.append("}")
    return file("", lines)
  }

  /// What of the document is not in the suite, and what is taken for granted.
  private func notes() -> [String] {
    let parts = [
      ("What of the document is not verified:", imported.notCarried.map { "\($0)" }),
      ("What is taken for granted:", imported.inferences.map { "\($0)" }),
    ]
    return parts.filter { !$0.1.isEmpty }.flatMap { title, entries in
      ["///", "/// \(title)", "///"]
        + entries.flatMap { entry in
          let lines = SwiftText.comment(entry, mark: "///  ", indent: 0)
          return lines.enumerated().map {
            $0.offset == 0 ? "/// - " + $0.element.dropFirst(6) : $0.element
          }
        }
    }
  }

  // MARK: - Schemas

  private func schemaFile() -> SwiftFile? {
    let declarations = schemas.declarations()
    guard !declarations.isEmpty else { return nil }
    var lines = begin("internal")
    lines.append("extension \(type) {")
    lines.append("  /// The schemas that the document keeps by names.")
    lines.append("  enum \(SwiftSchemas.type) {")
    for (index, entry) in declarations.enumerated() {
      if index > 0 { lines.append("") }
      let content = entry.shared.schema.content
      let text = content.description ?? content.title ?? "The schema \(entry.shared.name)."
      let comment = summary(text, indent: 4)
      lines += comment.isEmpty ? ["    /// The schema \(entry.shared.constant)."] : comment
      var begin = "static let \(entry.shared.constant)"
      // One that leads to itself cannot be told its type by what it is.
      if case .closure = entry.value { begin += ": Schema" }
      lines.append(declaration(begin, entry.value, indent: 4))
    }
    lines += ["  }", "}"]
    return file("+Schemas", lines)
  }
}

extension ImportedSuite {
  /// The suite as files of Swift, that of the suite first: they make the same suite but for the lines at
  /// which promises are declared.
  package var swiftFiles: [SwiftFile] { SwiftSuite(self).files() }
}
