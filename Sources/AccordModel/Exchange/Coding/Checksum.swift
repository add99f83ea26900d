/// The checksums of compressed files.
enum Checksum {
  /// CRC-32 as gzip has it (RFC 1952 section 8).
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    return ~sum
  }

  /// Adler-32 as zlib has it (RFC 1950 section 8.2).
  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (low, high) = (UInt32(1), UInt32(0))
    // So many bytes may be summed up before the sums leave 32 bits.
    var start = 0
    while start < bytes.count {
      let end = min(start + 5_552, bytes.count)
      for byte in bytes[start..<end] {
        low += UInt32(byte)
        high += low
      }
      low %= 65_521
      high %= 65_521
      start = end
    }
    return high << 16 | low
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }
}
