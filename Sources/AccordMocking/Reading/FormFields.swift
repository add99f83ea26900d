import AccordSchema

/// Fields of `application/x-www-form-urlencoded` and of query strings (WHATWG URL section 5.1).
package enum FormFields {
  /// The fields in order; a field without an equals sign has an empty value.
  package static func parse(_ bytes: some Sequence<UInt8>) -> [NamedText] {
    FormDocument(parsing: Array(bytes)).fields.map { NamedText(name: $0.name, value: $0.value) }
  }
}
