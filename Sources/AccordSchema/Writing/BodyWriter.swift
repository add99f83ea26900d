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

  /// A scalar as a text in UTF-8.
  package static func text(_ value: JSON) throws(BodyWritingError) -> [UInt8] {
    guard value.members == nil, value.elements == nil, value != .null else {
      throw BodyWritingError(.notText(Found(value)), at: .root)
    }
    return Array(value.wireText.utf8)
  }

  /// The bytes for which a value stands: those of the Base64 that its schema says it is, else its
  /// text's.
  package static func octets(_ value: JSON, as schema: Schema) -> [UInt8] {
    let text = value.wireText
    guard schema.content.contentEncoding?.lowercased() == "base64" else { return Array(text.utf8) }
    return StringFormat.bytes(ofBase64: Array(text.utf8).span) ?? Array(text.utf8)
  }

  /// The value in a syntax of a team's own.
  package static func own(
    _ value: JSON,
    as schema: Schema,
    in syntax: any BodySyntax
  ) throws(BodyWritingError) -> [UInt8] {
    do {
      return try syntax.write(value, as: schema)
    } catch {
      throw BodyWritingError(.own("\(error)"), at: .root)
    }
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
    case notFields(Found)
    case notText(Found)
    case own(String)
  }

  /// Where in the value.
  package let pointer: JSONPointer
  package let reason: Reason

  package init(_ reason: Reason, at pointer: JSONPointer) {
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
    case .notFields(let found):
      return place + " is " + found.words
        + ", which no field holds: a form is an object of texts, numbers, and lists of them."
    case .notText(let found):
      return place + " is " + found.words + ", which is no text: write it as a string."
    case .own(let reason):
      return place + " cannot be written: " + reason
    }
  }
}
