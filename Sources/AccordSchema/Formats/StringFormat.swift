/// A named format: what the keyword `format` checks (JSON Schema validation, section 7).
///
/// A format belongs to the values of one type and says nothing about others. XML has spellings of
/// its own for some of them (`xs:dateTime` may lack a zone), hence the second check.
package struct StringFormat: Sendable {
  /// What reads the UTF-8 bytes of a value.
  package typealias Check = @Sendable (Span<UInt8>) -> Bool

  /// The name as it stands in a schema.
  package let name: String
  /// What the format admits, as the end of the sentence "expected …".
  package let phrase: String
  /// The types of values that the format speaks of.
  package let types: Schema.Types
  /// A value that conforms.
  package let sample: JSON
  /// A value of the right type that does not conform.
  package let counterexample: JSON
  /// The least and the greatest number of a format of whole numbers.
  let range: (least: JSONNumber, greatest: JSONNumber)?
  let json: Check
  let xml: Check

  init(
    _ name: String,
    _ phrase: String,
    types: Schema.Types = .string,
    sample: JSON,
    counterexample: JSON,
    range: (least: JSONNumber, greatest: JSONNumber)? = nil,
    xml: Check? = nil,
    json: @escaping Check
  ) {
    self.name = name
    self.phrase = phrase
    self.types = types
    self.sample = sample
    self.counterexample = counterexample
    self.range = range
    self.json = json
    self.xml = xml ?? json
  }

  /// Says whether a text conforms, as JSON or as XML spells it.
  package func admits(_ text: String, inXML: Bool = false) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      inXML ? xml(bytes.span) : json(bytes.span)
    }
  }

  /// All formats that can be checked, in the order of their names.
  package static let all: [StringFormat] = [
    base64, byte, date, dateTime, dotNetDateTime, double, duration, email, epochMilliseconds, float,
    guid, hostname, idnEmail, idnHostname, int16, int32, int64, int8, ipv4, ipv6, iri, iriReference,
    jsonPointer, mediaRange, regex, relativeJSONPointer, time, uint16, uint32, uint64, uint8, uri,
    uriReference, uriTemplate, uuid,
  ]

  /// The format of a name, if it can be checked.
  package static func named(_ name: String) -> StringFormat? {
    all.first { $0.name == name }
  }
}
