import AccordSchema

/// The content of a message: as text when it is UTF-8, else in Base64 (RFC 4648); bounded.
struct EncodedBody: EncodedValue {
  /// The most bytes that are kept.
  static let limit = 65_536

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var json: JSON {
    guard !bytes.isEmpty else { return .null }
    let kept = bytes.count > Self.limit ? Array(bytes.prefix(Self.limit)) : bytes
    var members: [JSONMember] = [JSONMember("length", .count(bytes.count))]
    if kept.count < bytes.count { members.append(JSONMember("isTruncated", true)) }
    if let text = Self.text(kept, isTruncated: kept.count < bytes.count) {
      members.append(JSONMember("text", .string(text)))
    } else {
      members.append(JSONMember("base64", .string(Self.base64(kept))))
    }
    return .object(members)
  }

  /// The text of UTF-8; the last character may be cut off where the bytes were.
  private static func text(_ bytes: [UInt8], isTruncated: Bool) -> String? {
    for dropped in 0...(isTruncated ? min(3, bytes.count) : 0) {
      if let text = String(validating: bytes.dropLast(dropped), as: UTF8.self) { return text }
    }
    return nil
  }

  /// The bytes in Base64 with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let isPadding = place > group.count
        text.append(
          isPadding
            ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        )
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
