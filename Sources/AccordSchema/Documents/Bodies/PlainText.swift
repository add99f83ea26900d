/// Reads a body that is a text and nothing else.
package enum PlainText {
  /// Why bytes are no text.
  package struct Failure: Error, Sendable, Hashable {
    /// The byte that is not UTF-8.
    package let value: UInt8

    /// Its offset.
    package let byte: Int

    /// What was expected and what was found, apart.
    package var mismatch: SyntaxMismatch {
      SyntaxMismatch("UTF-8", found: "the byte 0x\(String(value, radix: 16, uppercase: true))")
    }
  }

  /// The text of bytes in UTF-8, which a schema may read as a number or a truth value.
  package static func value(of bytes: [UInt8]) throws(Failure) -> LexicalValue {
    let wrong = bytes.withUnsafeBufferPointer { UTF8Sequence.firstInvalid($0) }
    if let wrong { throw Failure(value: bytes[wrong], byte: wrong) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    return .text(String(decoding: bytes[start...], as: UTF8.self), atByte: start)
  }
}
