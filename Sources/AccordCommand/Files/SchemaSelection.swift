import Accord

/// The place of a schema in a file, held to what stands there.
struct SchemaSelection {
  var path: String
  /// A JSON Pointer or an anchor; empty for the whole file.
  var fragment: String

  /// The pointer of a fragment; nil if it is empty, the name of an anchor, or cannot be read.
  static func pointer(_ fragment: String) -> JSONPointer? {
    guard let text = try? PercentEscapes.decoded(fragment), text.hasPrefix("/") else { return nil }
    return JSONPointer(parsing: text)
  }

  /// Says what the file is where it is no schema, or what the place holds instead of one.
  func check(_ document: JSON) throws {
    let name = "The schema \"\(path)\""
    guard !fragment.isEmpty else {
      try check(DocumentKind(document), document, name, at: .root)
      return
    }
    let text: String
    do throws(PercentEscapes.Failure) {
      text = try PercentEscapes.decoded(fragment)
    } catch {
      throw UnusableSchema("\(name) has no place \"#\(fragment)\": \(error.message)")
    }
    // An anchor is looked up with the references.
    guard text.hasPrefix("/"), let pointer = JSONPointer(parsing: text) else { return }
    guard let value = document[pointer] else { throw lost(pointer, in: document) }
    try check(DocumentKind(value), value, "\(name) at #\(fragment)", at: pointer)
  }

  private func check(
    _ kind: DocumentKind,
    _ value: JSON,
    _ name: String,
    at pointer: JSONPointer
  ) throws {
    switch kind {
    case .schema: return
    case .openAPI(let version):
      let schemas = JSONPointer(parsing: version.schemas)
      let first = schemas.flatMap { value[$0] }?.members?.first?.key
      let place = first.map { "\(path)#\(version.schemas)/\(JSONPointer(tokens: [$0]).tail)" }
      let advice =
        place.map { "Select one of its schemas, such as --schema \"\($0)\"." }
        ?? "It names no schema under \(version.schemas); select one by its JSON Pointer behind #."
      throw UnusableSchema("\(name) is \(kind.words), not a JSON Schema. \(advice)")
    case .unknownObject(let members, _):
      let example = members.first { value[$0].map(DocumentKind.init) == .schema }
      let place = example.map { pointer.appending($0).description } ?? "/POINTER"
      throw UnusableSchema(
        "\(name) is \(kind.words). If a schema stands inside, select it: --schema \"\(path)#\(place)\"."
      )
    case .other, .value:
      throw UnusableSchema(
        "\(name) is \(kind.words), not a JSON Schema. A schema inside is selected by its JSON Pointer "
          + "behind #."
      )
    }
  }

  /// What is said of a pointer that leads nowhere: how far it leads, and what is there.
  private func lost(_ pointer: JSONPointer, in document: JSON) -> UnusableSchema {
    var value = document
    var reached = JSONPointer.root
    var missing = ""
    for token in pointer.tokens {
      guard let next = value[JSONPointer(tokens: [token])] else {
        missing = token
        break
      }
      value = next
      reached = reached.appending(token)
    }
    let names = value.members?.map(\.key) ?? []
    let place = reached.isRoot ? "at its root" : "at #\(reached)"
    var hint = NearMiss.of(missing, among: names).map { "Did you mean \"\($0)\"?" }
    if hint == nil {
      let shown = names.prefix(10).joined(separator: ", ")
      let more = names.count > 10 ? " and \(names.count - 10) more" : ""
      hint = names.isEmpty ? "Nothing has a name there." : "There are: \(shown)\(more)."
    }
    return UnusableSchema(
      "The schema \"\(path)\" has no \"\(missing)\" \(place). \(hint ?? "")"
    )
  }
}

extension JSONPointer {
  /// The pointer without its first slash.
  fileprivate var tail: String { String(description.dropFirst()) }
}
