import Accord
import ArgumentParser

/// Loads JSON Schemas from files that the user names.
enum SchemaFile {
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

  /// The schema of a file; those that it refers to are known by their identifiers and file names.
  static func schema(
    _ path: String,
    _ draft: Draft?,
    referring others: [String]
  ) throws -> Schema {
    var registry = SchemaRegistry()
    for other in others { registry.add(try json(other), at: other) }
    var document = try json(path)
    if draft != nil, case .object(let members) = document {
      // What the command line says counts, whatever the document calls itself.
      document = .object(members.filter { $0.key != "$schema" })
    }
    do {
      let schema = try Schema(
        loading: document,
        draft: draft?.draft ?? .draft202012,
        at: path,
        registry: registry,
        formats: .assertion
      )
      // References are followed when a validator is made.
      _ = try Validator(schema)
      return schema
    } catch {
      throw ValidationError("The schema \"\(path)\" cannot be used: \(error)")
    }
  }

  private static func json(_ path: String) throws -> JSON {
    let bytes = try InputFile.read(path)
    do {
      return try JSONDocument(parsing: bytes).root.value
    } catch {
      throw ValidationError("The schema \"\(path)\" is not JSON: \(error)")
    }
  }
}
