/// Percent escapes in a URI reference (RFC 3986, section 2.1).
package enum PercentEscapes {
  /// Why escapes cannot be read.
  package enum Failure: Error, Sendable, Hashable {
    /// A percent sign that two hexadecimal digits do not follow, with what does.
    case incomplete(String)
    /// Bytes that are no UTF-8.
    case notUTF8
  }

  /// The text without its escapes.
  package static func decoded(_ text: some StringProtocol) throws(Failure) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy(ASCII.isHexDigit),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else {
        throw .incomplete("%" + String(decoding: rest, as: UTF8.self).prefix(2))
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return decoded
  }
}

extension PercentEscapes.Failure {
  /// What is wrong and what to do, to stand behind a colon.
  package var message: String {
    switch self {
    case .incomplete(let text):
      Found.quoted(text) + " is no percent escape; write % itself as %25."
    case .notUTF8:
      "its percent escapes are no UTF-8; escape the bytes of its UTF-8."
    }
  }
}

extension SchemaError {
  /// The fragment of a reference without percent escapes.
  static func unescaped(
    _ fragment: String,
    of reference: String,
    at location: String
  ) throws(SchemaError) -> String {
    do throws(PercentEscapes.Failure) {
      return try PercentEscapes.decoded(fragment)
    } catch {
      throw SchemaError(.percentEscape(reference, why: error), at: location)
    }
  }
}
