import AccordSchema
import Foundation

/// Holds documents to JSON Schemas with Python's jsonschema, all in one process.
struct JSONSchemaPeer {
  struct Job {
    var schema: JSON
    var documents: [JSON]
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The verdicts on the documents of each job.
  static func judge(_ jobs: [Job]) throws -> [[Bool]] {
    guard let python = Peer.python else { return [] }
    let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    let script = source.deletingLastPathComponent().appendingPathComponent("json_schema_peer.py")
    let lines = jobs.map { job in
      JSON.object([
        JSONMember("schema", job.schema), JSONMember("documents", .array(job.documents)),
      ])
    }
    let (output, error) = try Peer.withFolder { folder in
      try Data(BodyWriter.jsonLines(lines)).write(to: folder.appendingPathComponent("in"))
      return try Peer.run(python, [script.path], in: folder, input: "in")
    }
    let verdicts = try JSONLines(parsing: Array(output.utf8)).documents.map { document in
      (document.root.value.elements ?? []).map { $0 == true }
    }
    guard verdicts.count == jobs.count else { throw Failure(description: error) }
    return verdicts
  }
}
