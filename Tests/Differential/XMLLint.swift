import AccordSchema
import Foundation

/// Holds documents to an XML Schema with xmllint, many in one process.
struct XMLLint {
  /// What xmllint says of one document.
  struct Verdict {
    var isValid: Bool
    /// The first message, without the place.
    var message: String
  }

  /// Why xmllint does not take the schema itself, or its verdicts in the order of the documents.
  enum Outcome {
    case refusedSchema(String)
    case verdicts([Verdict])
  }

  static func judge(_ documents: [String], by set: XMLSchemaSet) throws -> Outcome {
    guard let xmllint = Peer.xmllint else { return .verdicts([]) }
    return try Peer.withFolder { folder in
      for document in set.documents {
        try Data(document.text.utf8).write(to: folder.appendingPathComponent(document.fileName))
      }
      let names = documents.indices.map { "d\($0).xml" }
      for (name, document) in zip(names, documents) {
        try Data(document.utf8).write(to: folder.appendingPathComponent(name))
      }
      let arguments = ["--noout", "--nonet", "--schema", set.documents[0].fileName] + names
      let (_, text) = try Peer.run(xmllint, arguments, in: folder)
      let lines = text.split(separator: "\n").map(String.init)
      var valid: Set<String> = []
      var messages: [String: String] = [:]
      for line in lines {
        if line.hasSuffix(" validates") { valid.insert(String(line.dropLast(10))) }
        guard let colon = line.firstIndex(of: ":") else { continue }
        let name = String(line[..<colon])
        if names.contains(name), messages[name] == nil { messages[name] = line }
      }
      let judged = lines.contains {
        $0.hasSuffix(" validates") || $0.hasSuffix("fails to validate")
      }
      guard judged || documents.isEmpty else {
        return .refusedSchema(lines.prefix(4).joined(separator: "\n"))
      }
      return .verdicts(
        names.map { Verdict(isValid: valid.contains($0), message: messages[$0] ?? "") }
      )
    }
  }
}
