/// What is odd in a schema, though it can be used.
public struct SchemaNotice: Sendable, Hashable {
  /// The JSON Pointer of the keyword in the schema.
  public let schemaLocation: String

  package let reason: Reason

  package enum Reason: Sendable, Hashable {
    /// A pattern that is one without the `u` flag only, and what is wrong with it under that flag.
    case pattern(String, why: PatternSyntaxError)
    /// A `nodeType` of OpenAPI's `xml` object that is not read; the value is looked for in an element.
    case nodeType(String, isKnown: Bool)
    /// A `$schema` where it does not count, and the URI that it names.
    case ignoredMetaSchema(String)
  }

  /// Whether the schema means nothing certain for XML.
  public var isOfXML: Bool {
    if case .nodeType = reason { true } else { false }
  }

  init(_ reason: Reason, at location: String) {
    self.reason = reason
    schemaLocation = location
  }
}

extension SchemaNotice: CustomStringConvertible {
  /// The notice as a sentence: where in the schema, what is odd, how it is read.
  public var message: String {
    let place = schemaLocation.isEmpty ? "its root" : schemaLocation
    return "In the schema at \(place): " + sentence
  }

  /// The message.
  public var description: String { message }

  private var sentence: String {
    switch reason {
    case .pattern(let pattern, let why):
      "the pattern " + Found.bounded(pattern, to: 256)
        + " is in the syntax of ECMA-262 only without the u flag, which JSON Schema asks for: "
        + "\(why). It is read as Annex B of ECMA-262 reads it"
        + (why.reading.map { ": " + $0 } ?? "") + "."
    case .nodeType(let name, let isKnown):
      "the nodeType " + Found.quoted(name)
        + (isKnown
          ? " is not supported here" : " is none of element, attribute, text, cdata and none")
        + "; in XML the value is looked for in an element of its own."
    case .ignoredMetaSchema(let uri):
      "$schema, which names " + Found.bounded(uri, to: 256)
        + ", is ignored: it counts at the root of a document, beside an identifier, in a schema that is "
        + "selected, and in the schemas that an OpenAPI document of 3.1 or later names."
    }
  }
}

extension PatternSyntaxError {
  /// How Annex B reads what is wrong under the `u` flag, where that is one character.
  fileprivate var reading: String? {
    switch reason {
    case .invalidEscape(let text):
      let scalars = text.unicodeScalars.dropFirst()
      guard scalars.count == 1, let first = scalars.first,
        !"ck0123456789".unicodeScalars.contains(first)
      else { return nil }
      return "\(text) is the character \(first)"
    case .unescaped(let scalar): return "\(scalar) is the character itself"
    default: return nil
    }
  }
}
