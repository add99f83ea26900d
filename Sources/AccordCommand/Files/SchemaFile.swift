import Accord
import AccordReporting
import ArgumentParser

/// Loads JSON Schemas from files that the user names.
struct SchemaFile {
  /// A draft by the name that people type.
  struct Draft: ExpressibleByArgument {
    var draft: SchemaDraft

    init?(argument: String) {
      let found = SchemaDraft.allCases.first { $0.name == "draft " + argument }
      guard let found else { return nil }
      draft = found
    }

    static var allValueStrings: [String] {
      SchemaDraft.allCases.map { String($0.name.dropFirst("draft ".count)) }
    }
  }

  /// The path as it was given, and what stands behind its `#`.
  private let path: String
  private let fragment: String
  private let document: JSON
  private let draft: Draft?

  /// Reads a file; a place in it is selected behind `#`.
  ///
  /// - Throws: ``UnusableSchema`` if the file, or the place in it, is no schema.
  init(_ argument: String, draft: Draft?) throws {
    self.draft = draft
    let mark = InputFile.exists(argument) ? nil : argument.firstIndex(of: "#")
    path = mark.map { String(argument[..<$0]) } ?? argument
    try Self.check(path, of: argument)
    fragment = mark.map { String(argument[argument.index(after: $0)...]) } ?? ""
    var document = try Self.json(path)
    let kind = DocumentKind(document)
    if draft != nil, let version = kind.openAPI {
      throw ValidationError(
        "--draft is not for \(kind.words): the version \(TerminalText.line(version.text)) of "
          + "\"\(path)\" says which draft its schemas follow. Leave it out."
      )
    }
    try SchemaSelection(path: path, fragment: fragment).check(document)
    if draft != nil {
      // What the command line says counts, whatever the document and the place call themselves.
      document = document.without("$schema", at: .root)
      if let place = SchemaSelection.pointer(fragment) {
        document = document.without("$schema", at: place)
      }
    }
    self.document = document
  }

  /// The validator of the schema, which may refer to the files named beside it, by their identifiers
  /// and names, and to those in its folder.
  ///
  /// - Throws: ``UnusableSchema`` if the schema cannot be used.
  func validator(
    referring others: [String],
    folder: String?,
    patterns: Pattern.Syntax,
    limits: ValidationLimits
  ) throws -> SchemaValidator {
    var library = try SchemaLibrary(of: path, document, named: others, folder: folder)
    var added: Set<String> = []
    while true {
      do throws(SchemaError) {
        let schema = try Schema(
          loading: document,
          draft: draft?.draft ?? .draft202012,
          at: FileURI.of(path) + "#" + fragment,
          registry: library.registry,
          formats: .assertion(with: ConformanceCommand.extensions.stringFormats),
          patterns: patterns
        )
        return try SchemaValidator(schema, limits: limits)
      } catch {
        guard let missing = error.missingDocument, added.insert(missing).inserted else {
          let message = "\(error)".replacing(FileURI.of(path), with: path)
          throw UnusableSchema("The schema \"\(path)\" cannot be used: \(message)")
        }
        try add(missing, to: &library, because: error)
      }
    }
  }

  private func add(
    _ uri: String,
    to library: inout SchemaLibrary,
    because error: SchemaError
  ) throws {
    do {
      try library.add(uri, missedBy: path)
    } catch let reason as UnusableSchema {
      guard error.isOfMetaSchema else { throw reason }
      let keyword =
        error.schemaLocation.hasSuffix("/jsonSchemaDialect") ? "jsonSchemaDialect" : "$schema"
      let says =
        "The schema \"\(path)\" says by \(keyword) that it follows \"\(uri)\", which is no draft "
      guard DocumentKind(document).openAPI == nil else {
        throw UnusableSchema(
          says + "that is known. Give the meta-schema by a further --schema FILE."
        )
      }
      let drafts = Draft.allValueStrings.joined(separator: ", ")
      throw UnusableSchema(
        says
          + "that is known. Say by --draft which one it is (\(drafts)), or give the meta-schema by a "
          + "further --schema FILE."
      )
    }
  }

  /// Refuses what names no file.
  private static func check(_ path: String, of argument: String) throws {
    guard !path.isEmpty else {
      let found = argument.isEmpty ? "nothing" : "\"\(argument)\""
      throw ValidationError(
        "--schema expects the name of a file, as in FILE or FILE#PLACE, found \(found)."
      )
    }
    guard path != StandardInput.operand || InputFile.exists(path) else {
      throw ValidationError(
        "--schema expects the name of a file, found \"\(argument)\". Standard input has the name "
          + "/dev/stdin there."
      )
    }
  }

  /// The JSON of a file.
  static func json(_ path: String, missedBy schema: String? = nil) throws -> JSON {
    let reference = schema.map { ", to which \"\($0)\" refers," } ?? ""
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      guard !FileURI.isFolder(path) else {
        throw UnusableSchema(
          "The schema \"\(path)\"\(reference) is a folder. Name the file in it that holds the schema."
        )
      }
      throw UnusableSchema(
        "The schema \"\(path)\"\(reference) cannot be read. Check the path and its permissions."
      )
    }
    do throws(JSONSyntaxError) {
      let document = try JSONDocument(parsing: bytes)
      for notice in document.notices {
        let consequence = notice.isOfName ? "; the first of them counts" : ""
        let place = "\(path):\(notice.position.line):\(notice.position.column)"
        let message = VisibleText.line("\(place): \(notice.message)\(consequence)")
        Console.standard.complain("warning: \(message).")
      }
      return document.root.value
    } catch {
      guard !error.isOfLimit else {
        throw UnusableSchema(
          "The schema \"\(path)\"\(reference) cannot be read: \(error). No option raises this limit."
        )
      }
      let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      let advice = isYAML ? "; YAML is not read: convert it to JSON." : ""
      throw UnusableSchema("The schema \"\(path)\"\(reference) is not JSON: \(error)\(advice)")
    }
  }
}

extension JSON {
  /// The value without a member of the object at a place.
  fileprivate func without(_ name: String, at place: JSONPointer) -> JSON {
    guard let first = place.tokens.first else {
      return members.map { .object($0.filter { $0.key != name }) } ?? self
    }
    let rest = JSONPointer(tokens: Array(place.tokens.dropFirst()))
    if let members {
      return .object(
        members.map { member in
          member.key == first
            ? JSONMember(member.key, member.value.without(name, at: rest)) : member
        }
      )
    }
    guard let elements, let index = Int(first), elements.indices.contains(index) else {
      return self
    }
    var changed = elements
    changed[index] = elements[index].without(name, at: rest)
    return .array(changed)
  }
}
