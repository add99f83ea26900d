/// A fast hash of member names: of the length and of up to eight bytes at either end.
///
/// It finds a name among the few that a schema knows. It is no defence against names that are made
/// to collide.
package enum JSONKeyHash {
  /// The hash of the bytes of an unescaped name, of which none is read beyond `count`.
  @inline(__always)
  package static func of(_ bytes: UnsafeRawPointer, count: Int) -> UInt32 {
    assert(count >= 0)
    var first: UInt64 = 0
    var last: UInt64 = 0
    if count >= 8 {
      first = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      last = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    } else if count >= 4 {
      let low = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
      let high = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      )
      first = UInt64(low) | UInt64(high) << 32
    } else if count > 0 {
      let low = bytes.load(as: UInt8.self)
      let middle = bytes.load(fromByteOffset: count / 2, as: UInt8.self)
      let high = bytes.load(fromByteOffset: count - 1, as: UInt8.self)
      first = UInt64(low) | UInt64(middle) << 8 | UInt64(high) << 16
    }
    var hash = (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ last) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// The hash of a name.
  package static func of(_ name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { bytes in
      // An empty name has the hash zero.
      bytes.baseAddress.map { of(UnsafeRawPointer($0), count: bytes.count) } ?? 0
    }
  }
}
