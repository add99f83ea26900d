extension JSONSyntaxError: CustomStringConvertible {
  /// The whole sentence: where, what was found and what was expected.
  public var description: String {
    "\(position): \(message)"
  }

  /// What was expected and what was found, without the place.
  public var message: String { mismatch.message }

  /// What was expected and what was found, apart.
  package var mismatch: SyntaxMismatch {
    switch reason {
    case .empty:
      SyntaxMismatch("a JSON value", found: "nothing but white space")
    case .unexpected(let byte, let expected):
      SyntaxMismatch(expected.text, found: JSONSyntaxError.name(byte))
    case .unexpectedEnd(let expected):
      SyntaxMismatch(expected.text, found: "the end of the text")
    case .trailingComma:
      SyntaxMismatch("another value after the comma", found: "the closing bracket")
    case .trailingContent(let byte):
      SyntaxMismatch("the end of the text after the value", found: JSONSyntaxError.name(byte))
    case .leadingZero:
      SyntaxMismatch("a number without leading zeros", found: "a digit after a first 0")
    case .controlCharacter(let byte):
      SyntaxMismatch(
        "control characters in a string to be escaped",
        found: JSONSyntaxError.name(byte)
      )
    case .invalidEscape(let byte):
      SyntaxMismatch(
        #"one of "\/bfnrtu after a backslash"#,
        found: JSONSyntaxError.name(byte)
      )
    case .invalidUnicodeEscape:
      SyntaxMismatch(#"four hexadecimal digits after \u"#)
    case .loneSurrogate(let unit):
      SyntaxMismatch(
        "a surrogate pair",
        found: #"\u\#(String(unit, radix: 16, uppercase: true)) alone"#
      )
    case .invalidUTF8(let byte):
      SyntaxMismatch("UTF-8", found: "the byte \(JSONSyntaxError.hexadecimal(byte))")
    case .notUTF8:
      SyntaxMismatch("UTF-8", found: "what looks like UTF-16 or UTF-32; send JSON in UTF-8")
    case .tooDeep(let limit):
      SyntaxMismatch("at most \(limit) nested arrays and objects", found: "one more")
    case .tooLarge(let limit):
      SyntaxMismatch("at most \(limit) bytes", found: "more")
    }
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x27: "an apostrophe"
    case 0x21...0x7E: "'\(Unicode.Scalar(byte))'"
    case 0x20: "a space"
    case 0x0A: "a line feed"
    case 0x0D: "a carriage return"
    case 0x09: "a tab"
    default: "the byte \(hexadecimal(byte))"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (byte < 0x10 ? "0" : "") + digits
  }
}

extension JSONSyntaxError.Expectation {
  fileprivate var text: String {
    switch self {
    case .value: "a JSON value"
    case .literal(let literal): "the literal \(literal)"
    case .nameOrEnd: "a member name in quotes or '}'"
    case .name: "a member name in quotes"
    case .colon: "':' after the member name"
    case .commaOrArrayEnd: "',' or ']' after the element"
    case .commaOrObjectEnd: "',' or '}' after the member"
    case .valueOrEnd: "a JSON value or ']'"
    case .digit: "a digit"
    case .closingQuote: "the closing quote of the string"
    }
  }
}

extension JSONNotice: CustomStringConvertible {
  /// The whole sentence: where and what.
  public var description: String {
    "\(position): \(message)"
  }

  /// What was noticed, without the place.
  public var message: String {
    switch reason {
    case .byteOrderMark:
      "the text begins with a byte order mark, which JSON forbids to send"
    case .duplicateName(let name, let first):
      "the member name \(JSON.quoted(name)) stands twice in one object, first at \(first)"
    case .furtherNotices:
      "there is more to notice than is kept"
    }
  }
}
