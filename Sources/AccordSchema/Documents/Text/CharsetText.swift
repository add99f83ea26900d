/// A text in the charset that its Content-Type names, as UTF-8.
///
/// A byte order mark decides the charset, else the name; a text without either is in UTF-8. Whether
/// that is right is left to who reads it.
package struct CharsetText: Sendable {
  /// Why bytes are no text.
  package struct Failure: Error, Sendable, Hashable {
    private let error: XMLSyntaxError

    fileprivate init(_ reason: XMLSyntaxError.Reason, at position: SourcePosition) {
      error = XMLSyntaxError(reason, at: position)
    }

    /// Whether nothing is known to be wrong: the charset is not read.
    package var isUnsupported: Bool { error.isUnsupported }

    /// What was expected and what was found.
    package var mismatch: SyntaxMismatch { error.mismatch }

    /// Where the bytes stop being text.
    package var position: SourcePosition { error.position }
  }

  /// The text in UTF-8; a mark of UTF-8 is kept in it.
  package let bytes: [UInt8]

  private let encoding: XMLEncoding
  private let markLength: Int

  /// Reads bytes in a charset.
  package init(_ bytes: [UInt8], charset: String?) throws(Failure) {
    let mark = XMLEncoding.mark(bytes)
    if let mark { encoding = mark } else { encoding = try Self.encoding(of: bytes, charset) }
    markLength = mark.map { $0.isUTF32 ? 4 : $0.isUTF16 ? 2 : 0 } ?? 0
    guard encoding != .utf8 else {
      self.bytes = bytes
      return
    }
    let (text, failure) = encoding.transcoded(bytes[markLength...])
    self.bytes = text
    if let failure { throw Failure(failure.reason, at: position(ofText: failure.offset)) }
  }

  /// Bytes that are read as they are, whatever they begin with.
  package init(asTheyAre bytes: [UInt8]) {
    self.bytes = bytes
    encoding = .utf8
    markLength = 0
  }

  private static func encoding(
    of bytes: [UInt8],
    _ charset: String?
  ) throws(Failure) -> XMLEncoding {
    guard let charset else { return .utf8 }
    guard let named = XMLEncoding(named: charset) else {
      throw Failure(.unsupportedEncoding(charset), at: SourcePosition())
    }
    guard named.isUTF16 || named.isUTF32, !XMLEncoding.saysOrder(charset),
      let shape = XMLEncoding.shape(bytes), shape.isUTF16 == named.isUTF16
    else { return named }
    return shape
  }

  /// The place in the bytes as they were given of an offset of the text.
  package func position(ofText offset: Int) -> SourcePosition {
    var index = XMLPositionIndex(bytes, encoding, markLength: markLength)
    return index.position(ofText: offset)
  }

  /// The place in the bytes as they were given of a place in the text.
  package func given(_ position: SourcePosition) -> SourcePosition {
    guard encoding != .utf8 else { return position }
    var position = position
    position.byte = encoding.byteOffset(ofText: position.byte, in: bytes) + markLength
    return position
  }

  /// The violation with its place in the bytes as they were given.
  package func given(_ violation: SchemaViolation) -> SchemaViolation {
    encoding == .utf8 ? violation : violation.placed { given($0) }
  }
}
