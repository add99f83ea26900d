import AccordSchema
import Foundation

/// The JSON Schema Test Suite, run through loaded documents.
struct SchemaSuite {
  /// What came of the tests of one folder.
  struct Result {
    var total = 0
    /// The names of the tests whose verdict was not the expected one.
    var failed: [String] = []

    var passed: Int { total - failed.count }
  }

  let folder: URL
  var registry: SchemaRegistry

  /// Reads the remote documents of the suite.
  init(_ folder: URL) throws {
    self.folder = folder
    var registry = SchemaRegistry()
    let remotes = folder.appendingPathComponent("remotes")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: remotes.path).sorted()
    for path in paths where path.hasSuffix(".json") {
      let bytes = Array(try Data(contentsOf: remotes.appendingPathComponent(path)))
      registry.add(
        try JSONDocument(parsing: bytes).root.value,
        at: "http://localhost:1234/" + path
      )
    }
    self.registry = registry
  }

  /// Runs the tests in the files of one folder.
  func run(_ path: String, draft: SchemaDraft, formats: Schema.FormatUse) throws -> Result {
    var result = Result()
    for (name, bytes) in try files(folder.appendingPathComponent("tests/" + path)) {
      for group in try JSONDocument(parsing: bytes).root.value.elements ?? [] {
        let title = name + ": " + (group["description"]?.string ?? "")
        let tests = group["tests"]?.elements ?? []
        result.total += tests.count
        do throws(SchemaError) {
          let schema = try Schema(
            loading: group["schema"] ?? nil,
            draft: draft,
            registry: registry,
            formats: formats
          )
          let validator = try SchemaValidator(schema)
          for test in tests {
            let expected = test["valid"]?.boolean
            let violations = validator.validate(test["data"] ?? nil)
            guard violations.isEmpty != expected else { continue }
            result.failed.append(title + ": " + (test["description"]?.string ?? ""))
          }
        } catch {
          result.failed += tests.map { _ in title + ": " + error.message }
        }
      }
    }
    return result
  }

  func files(_ folder: URL) throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".json") }.map { name in
      (name, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }
}
