import AccordSchema

/// A request target taken apart (RFC 3986 sections 3.3 and 3.4).
struct RequestTarget: Sendable, Hashable {
  /// The path, still percent-encoded.
  var path: String

  /// The query parameters in order, decoded.
  var query: [NamedText]

  /// Takes a target apart.
  init(_ target: String) {
    let mark = target.firstIndex(of: "?")
    path = String(target[..<(mark ?? target.endIndex)])
    query = mark.map { FormFields.parse(target[target.index(after: $0)...].utf8) } ?? []
  }

  /// The first value of a query parameter.
  func value(of name: String, ignoringCase: Bool = false) -> String? {
    query.first(where: { $0.isNamed(name, ignoringCase: ignoringCase) })?.value
  }
}

/// A name with a text: a path variable, a query parameter, a form field.
struct NamedText: Sendable, Hashable {
  var name: String
  var value: String

  func isNamed(_ other: String, ignoringCase: Bool) -> Bool {
    ignoringCase ? name.lowercased() == other.lowercased() : name == other
  }
}

/// Fields of `application/x-www-form-urlencoded` and of query strings (WHATWG URL section 5.1).
enum FormFields {
  /// The fields in order; a field without an equals sign has an empty value.
  static func parse(_ bytes: some Sequence<UInt8>) -> [NamedText] {
    FormDocument(parsing: Array(bytes)).fields.map { NamedText(name: $0.name, value: $0.value) }
  }
}

/// Percent-decoding (RFC 3986 section 2.1).
enum PercentDecoding {
  /// The decoded text; an escape that is none stays as it is, and bytes that are not UTF-8 are
  /// repaired.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      let rest = bytes[next...].prefix(2)
      if byte == UInt8(ascii: "%"), rest.count == 2, let value = hexadecimal(rest) {
        decoded.append(value)
        index = bytes.index(next, offsetBy: 2)
        continue
      }
      decoded.append(byte)
      index = next
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: some Sequence<UInt8>) -> UInt8? {
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | (digit - 0x30)
      case 0x41...0x46: value = value << 4 | (digit - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | (digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
