/// A simple type that XML Schema or DataContract defines (XML Schema part 2, section 3).
struct XMLBuiltinType: Sendable {
  /// The types of the values that the texts stand for.
  let types: Schema.Types

  /// The formats of the strings that the texts are; none where any string may be one.
  private(set) var formats: Set<String> = []

  /// What a text must be.
  private let check: @Sendable (String) -> Bool

  private init(
    _ types: Schema.Types,
    _ formats: Set<String> = [],
    _ check: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.types = types
    self.formats = formats
    self.check = check
  }

  /// Whether a text, without white space around it, is one of the type.
  func admits(_ text: String) -> Bool { check(text) }

  static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"
  static let serializationNamespace = "http://schemas.microsoft.com/2003/10/Serialization/"

  /// The type of a name; nil if neither of the two namespaces has it.
  static func named(_ name: XMLName) -> XMLBuiltinType? {
    switch name.namespace {
    case schemaNamespace: ofSchema[name.local]
    case serializationNamespace: ofSerialization[name.local]
    default: nil
    }
  }

  private static func format(_ name: String, _ others: String...) -> XMLBuiltinType {
    XMLBuiltinType(.string, Set([name] + others)) { text in
      StringFormat.named(name)?.admits(text, inXML: true) ?? true
    }
  }

  private static func integer(_ least: String?, _ most: String?) -> XMLBuiltinType {
    let (least, most) = (least.flatMap(JSONNumber.init), most.flatMap(JSONNumber.init))
    return XMLBuiltinType([.integer, .number]) { text in
      guard let value = LexicalForm.xsInteger(text) else { return false }
      return (least.map { $0 <= value } ?? true) && (most.map { value <= $0 } ?? true)
    }
  }

  private static let double = XMLBuiltinType(.number) {
    LexicalForm.xsNumber($0) != nil || LexicalForm.isXSSpecial($0)
  }

  private static let decimal = XMLBuiltinType(.number) { text in
    LexicalForm.xsNumber(text) != nil && !text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
  }

  private static let ofSchema: [String: XMLBuiltinType] = {
    var types: [String: XMLBuiltinType] = [
      "anyType": XMLBuiltinType(.all),
      "anySimpleType": XMLBuiltinType([.boolean, .integer, .number, .string]),
      "boolean": XMLBuiltinType(.boolean) { LexicalForm.xsBoolean($0) != nil },
      "decimal": decimal, "double": double, "float": double,
      "integer": integer(nil, nil), "long": integer("-9223372036854775808", "9223372036854775807"),
      "int": integer("-2147483648", "2147483647"), "short": integer("-32768", "32767"),
      "byte": integer("-128", "127"), "nonNegativeInteger": integer("0", nil),
      "positiveInteger": integer("1", nil), "nonPositiveInteger": integer(nil, "0"),
      "negativeInteger": integer(nil, "-1"), "unsignedLong": integer("0", "18446744073709551615"),
      "unsignedInt": integer("0", "4294967295"), "unsignedShort": integer("0", "65535"),
      "unsignedByte": integer("0", "255"),
      "dateTime": format("date-time", "dotnet-date-time"), "date": format("date"),
      "time": format("time"), "duration": format("duration"), "base64Binary": format("base64"),
      "anyURI": XMLBuiltinType(.string, ["uri", "uri-reference", "iri", "iri-reference"]),
    ]
    let strings = [
      "string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "NMTOKENS",
      "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "QName", "NOTATION", "hexBinary", "gYear",
      "gYearMonth", "gMonth", "gMonthDay", "gDay",
    ]
    for name in strings { types[name] = XMLBuiltinType(.string) }
    return types
  }()

  private static let ofSerialization: [String: XMLBuiltinType] = [
    "guid": format("guid", "uuid"), "duration": format("duration"), "char": integer("0", "65535"),
  ]
}
