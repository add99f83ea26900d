extension XMLSyntaxError: CustomStringConvertible {
  /// The whole sentence: where, what was found and what was expected.
  public var description: String {
    "\(position): \(message)"
  }

  /// What was expected and what was found, without the place.
  public var message: String { mismatch.message }

  /// What was expected and what was found, apart.
  package var mismatch: SyntaxMismatch {
    XMLSyntaxError.structure(reason) ?? XMLSyntaxError.markup(reason)
      ?? XMLSyntaxError.characters(reason) ?? XMLSyntaxError.limits(reason)
      ?? SyntaxMismatch("XML")
  }

  private static func structure(_ reason: Reason) -> SyntaxMismatch? {
    switch reason {
    case .empty:
      SyntaxMismatch("a root element", found: "the end of the document")
    case .doctype:
      SyntaxMismatch(
        "no document type declaration",
        found: "<!DOCTYPE; it is refused, so that no entity is expanded and nothing is fetched"
      )
    case .unexpected(let value, let expected):
      SyntaxMismatch(expected.text, found: name(value))
    case .unexpectedEnd(let expected):
      SyntaxMismatch(expected.text, found: "the end of the document")
    case .contentOutsideRoot:
      SyntaxMismatch(
        "only comments and processing instructions outside the root element",
        found: "text"
      )
    case .secondRoot(let name):
      SyntaxMismatch("one root element", found: "a second one, <\(name)>")
    case .mismatchedEndTag(let found, let expected, let opened):
      SyntaxMismatch(
        "</\(expected)>, which closes the element opened at \(opened)",
        found: "</\(found)>"
      )
    case .endTagWithoutStart(let name):
      SyntaxMismatch("no end tag where no element is open", found: "</\(name)>")
    case .unclosedElement(let name, let opened):
      SyntaxMismatch(
        "</\(name)>, which closes the element opened at \(opened)",
        found: "the end of the document"
      )
    default:
      nil
    }
  }

  private static func markup(_ reason: Reason) -> SyntaxMismatch? {
    switch reason {
    case .sectionEndInText: SyntaxMismatch("]]> in text to be escaped, write ]]&gt;")
    case .doubleHyphenInComment: SyntaxMismatch("no -- inside a comment", found: "one")
    case .lessThanInAttribute: SyntaxMismatch("'<' in an attribute value to be escaped, write &lt;")
    case .duplicateAttribute(let name):
      SyntaxMismatch("each attribute once", found: "\(name) twice")
    case .reservedTarget(let name):
      SyntaxMismatch(
        "a processing instruction with another name than \(name); an XML declaration stands only at "
          + "the very start and in lower case"
      )
    case .invalidDeclaration(let part): SyntaxMismatch("\(part.text) in the XML declaration")
    case .undefinedEntity(let name):
      SyntaxMismatch(
        "one of &lt; &gt; &amp; &apos; &quot;",
        found: "the undefined entity &\(name);"
      )
    case .invalidReference:
      SyntaxMismatch("a reference after '&'", found: "none; write &amp; for the character itself")
    case .invalidCharacterReference(let text):
      SyntaxMismatch("a reference to an XML character", found: text)
    case .invalidQualifiedName(let name):
      SyntaxMismatch("at most one colon, between a prefix and a local name", found: name)
    case .undeclaredPrefix(let prefix):
      SyntaxMismatch("a declared prefix", found: "\(prefix); declare it with xmlns:\(prefix)")
    case .reservedPrefix(let prefix):
      SyntaxMismatch("the reserved prefix \(prefix) not to be declared")
    case .reservedNamespace(let name):
      SyntaxMismatch("the reserved namespace \(name) not to be bound to another prefix")
    case .emptyNamespace(let prefix):
      SyntaxMismatch("a namespace for the prefix \(prefix)", found: "an empty value")
    default: nil
    }
  }

  private static func characters(_ reason: Reason) -> SyntaxMismatch? {
    switch reason {
    case .invalidCharacter(let value):
      SyntaxMismatch("characters that XML allows", found: scalar(value))
    case .invalidByte(let byte, let encoding):
      SyntaxMismatch(encoding, found: "the byte 0x\(padded(UInt32(byte), 2))")
    case .invalidUTF16:
      SyntaxMismatch("UTF-16", found: "half of a character")
    case .invalidUTF32:
      SyntaxMismatch("UTF-32", found: "bytes that are no character")
    case .unsupportedEncoding(let name):
      SyntaxMismatch(
        "an encoding that is supported (UTF-8, UTF-16, UTF-32, US-ASCII, ISO-8859-x or windows-125x)",
        found: name
      )
    case .encodingConflict(let declared, let found):
      SyntaxMismatch("the declared encoding \(declared)", found: "a document in \(found)")
    default: nil
    }
  }

  private static func limits(_ reason: Reason) -> SyntaxMismatch? {
    switch reason {
    case .tooDeep(let limit): SyntaxMismatch("at most \(limit) nested elements", found: "one more")
    case .tooManyAttributes(let limit):
      SyntaxMismatch("at most \(limit) attributes on an element", found: "one more")
    case .nameTooLong(let limit):
      SyntaxMismatch("names of at most \(limit) bytes", found: "a longer one")
    case .tooManyNamespaces(let limit):
      SyntaxMismatch("at most \(limit) namespace declarations in scope", found: "one more")
    case .tooLarge(let limit): SyntaxMismatch("at most \(limit) bytes", found: "more")
    default: nil
    }
  }

  private static func name(_ value: UInt32) -> String {
    switch value {
    case 0x20: "a space"
    case 0x09: "a tab"
    case 0x0A: "a line feed"
    case 0x0D: "a carriage return"
    case 0x27: "an apostrophe"
    case 0x21...0x7E: "'\(Unicode.Scalar(value).map(String.init) ?? "")'"
    default: scalar(value)
    }
  }

  private static func scalar(_ value: UInt32) -> String {
    "U+\(padded(value, 4))"
  }

  private static func padded(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension XMLSyntaxError.Expectation {
  fileprivate var text: String {
    switch self {
    case .name: "a name"
    case .markup: "a name, '/', '!' or '?' after '<'"
    case .whiteSpace: "white space"
    case .attributeOrTagEnd: "white space, '/>' or '>'"
    case .tagEnd: "'>'"
    case .equals: "'=' after the name of the attribute"
    case .quote: "an attribute value in quotes"
    case .closingQuote: "the quote that ends the value"
    case .commentEnd: "--> at the end of the comment"
    case .sectionEnd: "]]> at the end of the CDATA section"
    case .instructionEnd: "?> at the end of the processing instruction"
    case .semicolon: "';' at the end of the reference"
    case .commentOrSection: "-- or [CDATA[ after <!"
    }
  }
}

extension XMLSyntaxError.DeclarationPart {
  fileprivate var text: String {
    switch self {
    case .version: "version=\"1.0\""
    case .encoding: "a name of an encoding"
    case .standalone: "standalone=\"yes\" or standalone=\"no\""
    case .end: "version, encoding and standalone in this order, and ?>"
    }
  }
}

extension XMLNotice: CustomStringConvertible {
  /// The whole sentence: where and what.
  public var description: String {
    "\(position): \(message)"
  }

  /// What was noticed, without the place.
  public var message: String {
    switch reason {
    case .charsetDiffersFromMark(let charset, let used):
      "the Content-Type says \(charset), the byte order mark \(used), which was used"
    case .declarationDiffers(let declared, let used):
      "the XML declaration says \(declared), the document was read as \(used)"
    case .missingByteOrderMark:
      "the document is in UTF-16 without a byte order mark"
    case .version(let version):
      "the document says that it is XML \(version) and was read as XML 1.0"
    }
  }
}
