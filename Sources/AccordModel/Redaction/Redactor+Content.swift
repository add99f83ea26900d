extension Redactor {
  /// The most bytes that compressed content is unpacked to.
  private static let largestContent = 64 << 20

  private static let readableCodings = ["gzip", "x-gzip", "deflate"]

  /// How many content codings may be applied one on another.
  private static let mostCodings = 3

  /// The content of a message without the secrets.
  ///
  /// Content is searched decoded: unpacked, and read as the text that it is. Where that shows a secret
  /// in what is compressed, or cannot be done at all, the content is left out with its length.
  package func redact(content: [UInt8], describedBy fields: [Field]) -> [UInt8] {
    guard !isEmpty, !content.isEmpty else { return content }
    let coding = fields.values(of: "Content-Encoding").joined(separator: ",").lowercased()
    let codings = coding.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty && $0 != "identity" }
    if codings.isEmpty, !Self.isCompressed(content) { return redact(plain: content) }
    // Content that says it is compressed and is not, as an error page often is, is text.
    if !Self.isCompressed(content), Self.isText(content) { return redact(plain: content) }
    guard codings.allSatisfy(Self.readableCodings.contains),
      let decoded = Self.decoded(content, max(1, codings.count)),
      redact(plain: decoded) == decoded
    else { return LeftOut.bytes(content.count) }
    return content
  }

  private func redact(plain content: [UInt8]) -> [UInt8] {
    contents.value(for: content) { redacted(content) }
  }

  private func redacted(_ content: [UInt8]) -> [UInt8] {
    if var wide = WideText(content) {
      let redacted = redact(wide.text)
      guard redacted != wide.text else { return content }
      wide.text = redacted
      return wide.bytes
    }
    guard Self.isText(content) else { return LeftOut.bytes(content.count) }
    return redact(content)
  }

  private static func decoded(_ content: [UInt8], _ codings: Int) -> [UInt8]? {
    guard codings <= mostCodings else { return nil }
    var content = content
    for _ in 0..<codings {
      guard let decoded = try? Inflate.bytes(of: content, limit: largestContent) else {
        return nil
      }
      content = decoded
    }
    // What is compressed may be compressed again without a word about it.
    return isCompressed(content) ? nil : content
  }

  /// Whether bytes begin as gzip or zlib do.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) { return true }
    guard bytes.count > 6, bytes[0] == 0x78 else { return false }
    return [0x01, 0x5E, 0x9C, 0xDA].contains(bytes[1]) && !isText(bytes)
  }

  /// Whether bytes are text in UTF-8, or in another encoding that holds ASCII as it is.
  static func isText(_ bytes: [UInt8]) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return true }
    return bytes.allSatisfy { $0 >= 0x20 || $0 == 0x9 || $0 == 0xA || $0 == 0xD || $0 == 0xC }
  }
}
