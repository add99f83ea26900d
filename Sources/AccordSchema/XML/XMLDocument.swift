/// An XML 1.0 document (fifth edition, with Namespaces) that was read whole, with the place of every
/// node.
///
/// ```swift
/// let document = try XMLDocument(parsing: bytes)
/// for element in document.root.childElements {
///   print(element.name, element.text, element.path)
/// }
/// ```
///
/// A document type declaration is refused by name: no entity is ever expanded and nothing is ever
/// fetched. Line ends and attribute values are normalised as sections 2.11 and 3.3.3 say.
public struct XMLDocument: Sendable {
  package let tape: XMLTape

  /// The encoding in which the document was read.
  package let encoding: XMLEncoding

  /// The length of a byte order mark that is not in the transcoded text.
  package let markLength: Int

  /// The encoding that the XML declaration names; nil if it names none.
  public let declaredEncoding: String?

  /// What the reader of the document should know, though it is well-formed.
  public let notices: [XMLNotice]

  /// Reads a document; `charset` is the parameter of its Content-Type.
  ///
  /// A byte order mark decides the encoding, else the charset, else the XML declaration; without
  /// any of them the document is in UTF-8 (RFC 7303, section 3).
  public init(
    parsing bytes: [UInt8],
    charset: String? = nil,
    limits: XMLLimits = .default
  ) throws(XMLSyntaxError) {
    let source = try XMLSource(bytes, charset: charset, limits: limits)
    let content = try XMLReader.read(source, limits: limits)
    tape = content.tape
    encoding = source.encoding
    markLength = source.markLength
    declaredEncoding = content.declaration?.encoding
    notices = source.notices + content.notices
  }

  /// Reads a document that is already text; the encoding that it declares is not looked at.
  public init(
    parsing text: String,
    limits: XMLLimits = .default
  ) throws(XMLSyntaxError) {
    try self.init(parsing: Array(text.utf8), charset: "utf-8", limits: limits)
  }

  /// The root element.
  public var root: XMLElement {
    XMLElement(document: self, index: tape.root)
  }

  /// The comments and processing instructions before and after the root element, and the root
  /// element itself.
  public var children: [XMLNode] {
    tape.nodes(in: 0..<tape.entries.count, of: self)
  }

  /// The line and column of a byte offset of the document as it was given.
  public func position(ofByte offset: Int) -> SourcePosition {
    position(ofText: textOffset(ofByte: offset))
  }

  /// The line and column of an offset of the UTF-8 text.
  package func position(ofText offset: Int) -> SourcePosition {
    var index = XMLPositionIndex(self)
    return index.position(ofText: offset)
  }

  /// The bytes of a range of the text in the document as it was given.
  package func byteRange(ofText range: Range<Int>) -> Range<Int> {
    let first = encoding.byteOffset(ofText: range.lowerBound, in: tape.text)
    let last = encoding.byteOffset(ofText: range.upperBound, in: tape.text)
    return first + markLength..<last + markLength
  }

  private func textOffset(ofByte offset: Int) -> Int {
    encoding.textOffset(ofByte: offset - markLength, in: tape.text)
  }
}
