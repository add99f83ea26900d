/// Where a value stands as text without quotes, so that its type must be read from its spelling.
public enum LexicalForm: Sendable, Hashable, CaseIterable {
  /// A variable of a path, percent-decoded.
  case path
  /// A value of a query, percent-decoded.
  case query
  /// The value of a header field.
  case header
  /// A value of a form, decoded.
  case form
  /// The content of an XML element or the value of an attribute.
  case xml
}

extension LexicalForm {
  /// The values that a text may stand for; the string itself comes last.
  ///
  /// What is read outside XML is generous: a text is refused only where no server could read it as
  /// the type that is wanted, because a probe must be wrong beyond doubt.
  func values(of text: String) -> [JSON] {
    var values: [JSON] = []
    if self == .xml {
      let text = Self.collapsed(text)
      if let value = Self.xsBoolean(text) { values.append(.boolean(value)) }
      if let number = Self.xsNumber(text) { values.append(.number(number)) }
    } else {
      if text.isEmpty { values.append(.null) }
      if let value = Self.looseBoolean(text) { values.append(.boolean(value)) }
      if let number = Self.xsNumber(text) { values.append(.number(number)) }
    }
    values.append(.string(text))
    return values
  }

  /// The text without white space around it, and with one space for every run of it inside (XML
  /// Schema part 2, section 4.3.6).
  static func collapsed(_ text: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    guard text.utf8.contains(where: isSpace) else { return text }
    return text.unicodeScalars
      .split { $0.value < 0x21 && isSpace(UInt8(truncatingIfNeeded: $0.value)) }
      .map { String($0) }
      .joined(separator: " ")
  }

  static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// `xs:boolean` (XML Schema part 2, section 3.2.2).
  static func xsBoolean(_ text: String) -> Bool? {
    switch text {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  private static func looseBoolean(_ text: String) -> Bool? {
    guard text.utf8.count <= 5 else { return nil }
    return xsBoolean(text.lowercased())
  }

  /// `xs:integer` (XML Schema part 2, section 3.3.13).
  static func xsInteger(_ text: String) -> JSONNumber? {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == 0x2B || sign == 0x2D { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return xsNumber(text)
  }

  /// `xs:decimal` and `xs:double` (XML Schema part 2, sections 3.2.3 and 3.2.5), but for `INF`,
  /// `-INF` and `NaN`, which are no numbers of JSON.
  static func xsNumber(_ text: String) -> JSONNumber? {
    let bytes = Array(text.utf8)
    var cursor = FormatCursor()
    let negative = cursor.take("-", in: bytes.span)
    if !negative { _ = cursor.take("+", in: bytes.span) }
    let start = cursor.offset
    let whole = cursor.skipDigits(in: bytes.span)
    var fraction = bytes[0..<0]
    if cursor.take(".", in: bytes.span) {
      let point = cursor.offset
      _ = cursor.skipDigits(in: bytes.span)
      fraction = bytes[point..<cursor.offset]
    }
    guard whole > 0 || !fraction.isEmpty else { return nil }
    var exponent = bytes[0..<0]
    if cursor.takeLetter("E", in: bytes.span) {
      let from = cursor.offset
      if !cursor.take("-", in: bytes.span) { _ = cursor.take("+", in: bytes.span) }
      guard cursor.skipDigits(in: bytes.span) > 0 else { return nil }
      exponent = bytes[from..<cursor.offset]
    }
    guard cursor.isAtEnd(of: bytes.span) else { return nil }
    // JSON knows neither a plus sign, nor leading zeros, nor a point at either end.
    let digits = bytes[start..<start + whole].drop { $0 == 0x30 }
    var json = negative ? "-" : ""
    json += digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    if !fraction.isEmpty { json += "." + String(decoding: fraction, as: UTF8.self) }
    if !exponent.isEmpty { json += "e" + String(decoding: exponent, as: UTF8.self) }
    return JSONNumber(json)
  }

  /// The values of `xs:double` that are no numbers of JSON.
  static func isXSSpecial(_ text: String) -> Bool {
    text == "INF" || text == "-INF" || text == "NaN"
  }
}
