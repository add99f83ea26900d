/// Why bytes are not a namespace-well-formed XML 1.0 document, and where.
public struct XMLSyntaxError: Error, Sendable, Hashable {
  /// The evidence.
  public var reason: Reason

  /// Where the document stops being XML.
  public var position: SourcePosition

  /// Creates an error.
  public init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// Whether nothing is known to be wrong: the document is in an encoding that is not read here, or
  /// has a document type declaration.
  public var isUnsupported: Bool {
    switch reason {
    case .unsupportedEncoding, .doctype: true
    default: false
    }
  }

  /// What can be wrong with a document.
  public enum Reason: Sendable, Hashable {
    // What the document consists of

    /// There is no root element.
    case empty
    /// A document type declaration, which is never read.
    case doctype
    /// Something else than what must come next; the value is that of the scalar found.
    case unexpected(UInt32, expected: Expectation)
    /// The document ends where something must follow.
    case unexpectedEnd(expected: Expectation)
    /// Text, a reference or a CDATA section stands outside the root element.
    case contentOutsideRoot
    /// A second element stands beside the root element.
    case secondRoot(String)
    /// An end tag does not name the element that is open.
    case mismatchedEndTag(found: String, expected: String, opened: SourcePosition)
    /// An end tag stands where no element is open.
    case endTagWithoutStart(String)
    /// The document ends inside an element.
    case unclosedElement(String, opened: SourcePosition)

    // Parts of markup

    /// `]]>` stands in text.
    case sectionEndInText
    /// `--` stands in a comment.
    case doubleHyphenInComment
    /// `<` stands in an attribute value.
    case lessThanInAttribute
    /// An attribute stands twice, by its name as written or by its expanded name.
    case duplicateAttribute(String)
    /// A processing instruction is named `xml`, or an XML declaration is not at the start.
    case reservedTarget(String)
    /// The XML declaration is not as the grammar has it.
    case invalidDeclaration(DeclarationPart)
    /// A reference to an entity that is not one of the five predefined ones.
    case undefinedEntity(String)
    /// `&` does not begin a reference.
    case invalidReference
    /// A character reference denotes something that is no XML character.
    case invalidCharacterReference(String)

    // Namespaces

    /// A name with a colon that is not a qualified name.
    case invalidQualifiedName(String)
    /// A prefix that no declaration in scope binds.
    case undeclaredPrefix(String)
    /// A declaration of `xmlns`, or of `xml` with another namespace.
    case reservedPrefix(String)
    /// A declaration that binds a reserved namespace.
    case reservedNamespace(String)
    /// A declaration that binds a prefix to nothing.
    case emptyNamespace(prefix: String)

    // Characters

    /// A character that XML does not allow.
    case invalidCharacter(UInt32)
    /// A byte that is not of the encoding.
    case invalidByte(UInt8, encoding: String)
    /// Half of a surrogate pair, or half a code unit, in UTF-16.
    case invalidUTF16
    /// Four bytes that are no character, or fewer, in UTF-32.
    case invalidUTF32
    /// An encoding that is not read.
    case unsupportedEncoding(String)
    /// The document is not in the encoding that it declares.
    case encodingConflict(declared: String, found: String)

    // Limits

    /// More elements are open than the limit allows.
    case tooDeep(limit: Int)
    /// An element has more attributes than the limit allows.
    case tooManyAttributes(limit: Int)
    /// A name is longer than the limit allows.
    case nameTooLong(limit: Int)
    /// More namespace declarations are in scope than the limit allows.
    case tooManyNamespaces(limit: Int)
    /// The document is larger than the limit allows.
    case tooLarge(limit: Int)
  }

  /// What must come next in a document.
  public enum Expectation: Sendable, Hashable {
    /// A name.
    case name
    /// A name, `/`, `!` or `?` after `<`.
    case markup
    /// White space.
    case whiteSpace
    /// White space, `>` or `/>`.
    case attributeOrTagEnd
    /// `>`.
    case tagEnd
    /// `=`.
    case equals
    /// A quote.
    case quote
    /// The quote that ends a value.
    case closingQuote
    /// `-->`.
    case commentEnd
    /// `]]>`.
    case sectionEnd
    /// `?>`.
    case instructionEnd
    /// `;`.
    case semicolon
    /// `--` or `[CDATA[` after `<!`.
    case commentOrSection
  }

  /// The parts of an XML declaration.
  public enum DeclarationPart: Sendable, Hashable {
    /// `version="1.…"`, which comes first and is required.
    case version
    /// `encoding="…"`.
    case encoding
    /// `standalone="yes|no"`, which comes last.
    case standalone
    /// `?>`, or a part that is none of the three or not in its place.
    case end
  }
}
