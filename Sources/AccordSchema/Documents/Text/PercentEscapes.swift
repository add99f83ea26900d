/// Percent escapes of URIs and forms (RFC 3986, section 2.1).
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
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") {
      guard octet(in: bytes, at: index) == nil else { continue }
      throw .incomplete("%" + String(decoding: bytes[(index + 1)...], as: UTF8.self).prefix(2))
    }
    guard let decoded = String(validating: octets(of: bytes), as: UTF8.self) else {
      throw .notUTF8
    }
    return decoded
  }

  /// The bytes without their escapes; a percent sign that begins none stands for itself.
  package static func octets(of bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let escaped = octet(in: bytes, at: index)
      octets.append(escaped ?? bytes[index])
      index = bytes.index(index, offsetBy: escaped == nil ? 1 : 3)
    }
    return octets
  }

  /// The byte that the escape denotes which begins at a place; `nil` if none does.
  package static func octet<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes,
    at index: Bytes.Index
  ) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%") else { return nil }
    let digits = bytes[index...].dropFirst().prefix(2)
    guard digits.count == 2, let first = digits.first, let last = digits.last,
      let high = JSONEscapes.hexadecimalDigit(first), let low = JSONEscapes.hexadecimalDigit(last)
    else { return nil }
    return high << 4 | low
  }

  /// Writes a byte as an escape.
  package static func write(_ byte: UInt8, to text: inout String) {
    text += byte < 0x10 ? "%0" : "%"
    text += String(byte, radix: 16, uppercase: true)
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
