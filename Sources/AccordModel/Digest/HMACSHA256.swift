/// The keyed hash by SHA-256 for signatures of a user's own (RFC 2104), and the digest itself.
public enum HMACSHA256 {
  /// The code of a text in 64 hexadecimal digits.
  public static func hexadecimal(of text: String, key: String) -> String {
    Hexadecimal.text(of: code(of: Array(text.utf8), key: Array(key.utf8)))
  }

  /// The 32 bytes of the code of a message.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    HMAC.code(of: message, key: key)
  }

  /// The 32 bytes of the SHA-256 digest of bytes, without a key.
  public static func digest(of bytes: [UInt8]) -> [UInt8] { SHA256.digest(of: bytes) }
}

/// Bytes as hexadecimal digits.
package enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The digits of bytes, in lower case.
  package static func text(of bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
