/// Writes values as bodies.
package struct BodyWriter: Sendable {
  /// The value as compact JSON.
  package static func json(_ value: JSON) -> [UInt8] {
    value.bytes()
  }

  /// The values as JSON Lines, each row ended by a line feed.
  package static func jsonLines(_ rows: [JSON]) -> [UInt8] {
    rows.flatMap { $0.bytes() + [0x0A] }
  }

  /// The value as XML, in the order, the namespaces and the form of nothing that the schema states.
  ///
  /// The root declares every namespace that is used, because a reader goes by namespaces and never
  /// by prefixes. Members that are left out of the value are left out of the document. Names that the
  /// schema does not state are an error, unless they are to be made up: then a reader may ask for none
  /// in particular.
  package static func xml(
    _ value: JSON,
    as schema: Schema,
    declaration: Bool = true,
    makingUpNames: Bool = false
  ) throws(BodyWritingError) -> [UInt8] {
    var name = schema.resolved(for: value).xmlElementName ?? schema.xmlElementName
    if makingUpNames { name = name ?? XMLName(namespace: nil, local: "value") }
    guard let name else { throw BodyWritingError(.noElementName, at: .root) }
    var writer = XMLBodyWriter(root: name, makesUpNames: makingUpNames)
    return try writer.document(value, schema, declaration: declaration)
  }
}

/// Why a value cannot be written as a body.
package struct BodyWritingError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case noElementName
    case undeclaredMember(String)
    case notXML(String)
    case notOfTheSchema(Found)
    case tooDeep(limit: Int)
  }

  /// Where in the value.
  package let pointer: JSONPointer
  package let reason: Reason

  init(_ reason: Reason, at pointer: JSONPointer) {
    self.reason = reason
    self.pointer = pointer
  }

  /// The reason as a sentence.
  package var description: String {
    let place = pointer.isRoot ? "The value" : "The value at " + pointer.description
    switch reason {
    case .noElementName:
      return place + " has no element name in XML: give its schema a title or an XML name."
    case .undeclaredMember(let name):
      return place + " has a member " + Found.quoted(name)
        + " that its schema does not declare, so that it has no name in XML: declare it."
    case .notXML(let scalar):
      return place + " holds the character " + scalar + ", which XML 1.0 cannot express."
    case .notOfTheSchema(let found):
      return place + " is " + found.words + ", which its schema has no XML form for."
    case .tooDeep(let limit):
      return place + " lies deeper than \(limit) levels."
    }
  }
}
