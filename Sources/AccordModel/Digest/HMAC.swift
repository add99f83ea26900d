/// The keyed hash of bytes by SHA-256 (RFC 2104, FIPS 198-1).
package enum HMAC {
  private static let blockLength = 64

  /// The 32 bytes of the code of a message.
  package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > blockLength ? SHA256.digest(of: key) : key
    block += [UInt8](repeating: 0, count: blockLength - block.count)
    let inner = SHA256.digest(of: block.map { $0 ^ 0x36 } + message)
    return SHA256.digest(of: block.map { $0 ^ 0x5C } + inner)
  }
}
