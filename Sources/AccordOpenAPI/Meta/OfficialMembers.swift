import AccordSchema
import Synchronization

/// The names of members that an official schema declares at a place.
struct OfficialMembers: Sendable {
  private static let documents = Mutex<[String: JSON]>([:])

  let kind: Description.Kind

  /// The names that are declared beside a keyword, by its location: a URI and a pointer.
  func names(beside location: String) -> [String] {
    guard let mark = location.firstIndex(of: "#"),
      let pointer = JSONPointer(parsing: String(location[location.index(after: mark)...])),
      let schema = pointer.parent,
      let document = document(String(location[..<mark])),
      let holder = schema.isRoot ? document : document[schema]
    else { return [] }
    return holder["properties"]?.members?.map(\.key) ?? []
  }

  private func document(_ uri: String) -> JSON? {
    Self.documents.withLock { documents in
      if let known = documents[uri] { return known }
      let schema = OfficialSchema.schemas(of: kind).first { $0.uri == uri }
      let document = schema.flatMap { try? JSONDocument(parsing: $0.text).root.value }
      documents[uri] = document
      return document
    }
  }
}
