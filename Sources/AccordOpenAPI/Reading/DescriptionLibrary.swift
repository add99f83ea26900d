import AccordSchema

/// The documents of a description by the URIs that lead to them.
final class DescriptionLibrary: Sendable {
  /// The documents; the first is the one that was named.
  let documents: [DescriptionDocument]
  /// Why the documents of some URIs are not here.
  let missing: [String: DescriptionProblem.ReferenceFault]
  /// The members that stand twice.
  let duplicates: [DescriptionProblem]
  private let resources: [String: Place]

  /// An entry of a document.
  struct Place: Hashable, Sendable {
    var document: Int
    var entry: Int
  }

  init(
    _ documents: [DescriptionDocument],
    missing: [String: DescriptionProblem.ReferenceFault],
    duplicates: [DescriptionProblem]
  ) {
    self.documents = documents
    self.missing = missing
    self.duplicates = duplicates
    var resources: [String: Place] = [:]
    for (number, document) in documents.enumerated() {
      for (uri, entry) in document.references.resources where resources[uri] == nil {
        resources[uri] = Place(document: number, entry: entry)
      }
    }
    self.resources = resources
  }

  /// What a reference leads to that stands at a place.
  func follow(
    _ reference: String,
    from place: Place
  ) throws(DescriptionProblem.ReferenceFault) -> Place {
    let base = documents[place.document].references.base(of: place.entry)
    var uri = URIReference(reference).resolved(against: URIReference(base))
    let escaped = uri.fragment ?? ""
    uri.fragment = nil
    guard let resource = resources[uri.text] else {
      throw missing[uri.text] ?? .notFetched(uri: uri.text)
    }
    guard let fragment = try? PercentEscapes.decoded(escaped) else { throw .malformed }
    guard !fragment.isEmpty else { return resource }
    let document = documents[resource.document]
    guard fragment.utf8.first == UInt8(ascii: "/") else {
      guard
        let entry = document.references.anchor(fragment, of: uri.text)
          ?? (resource.entry == 0 ? document.references.anchor(fragment, of: document.uri) : nil)
      else { throw .missingAnchor(fragment) }
      return Place(document: resource.document, entry: entry)
    }
    guard let pointer = JSONPointer(parsing: fragment) else { throw .malformed }
    guard let entry = document.entry(at: pointer, from: resource.entry) else {
      throw .missingPlace(fragment)
    }
    return Place(document: resource.document, entry: entry)
  }
}

extension DescriptionProblem.ReferenceFault: Error {}
