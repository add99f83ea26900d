#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A block of addresses in the notation of CIDR (RFC 4632, section 3.1; RFC 4291, section 2.3), or
/// one address, which is the smallest block.
package struct AddressBlock: Sendable, Hashable {
  /// The bytes of the first address: 4 for IPv4, 16 for IPv6.
  private let bytes: [UInt8]
  /// How many leading bits are the block's own.
  private let length: Int

  /// Reads an address, or an address with a prefix length such as `10.0.0.0/8` or `fd00::/8`; nil
  /// for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, var bytes = Self.bytes(of: String(first))
    else { return nil }
    var length = bytes.count * 8
    if parts.count == 2 {
      guard let number = ASCII.decimal(Array(parts[1].utf8)), number <= length else { return nil }
      length = number
    }
    // An IPv4 address in the clothes of IPv6 is the IPv4 address (RFC 4291, section 2.5.5.2).
    if Self.isMapped(bytes), length >= 96 {
      bytes.removeFirst(12)
      length -= 96
    }
    for index in bytes.indices {
      let own = min(max(length - index * 8, 0), 8)
      bytes[index] &= UInt8(truncatingIfNeeded: 0xFF00 >> own)
    }
    self.bytes = bytes
    self.length = length
  }

  /// Whether all of the other block lies in this one.
  package func contains(_ other: AddressBlock) -> Bool {
    guard bytes.count == other.bytes.count, length <= other.length else { return false }
    return bytes.indices.allSatisfy { index in
      let own = min(max(length - index * 8, 0), 8)
      return other.bytes[index] & UInt8(truncatingIfNeeded: 0xFF00 >> own) == bytes[index]
    }
  }

  private static func isMapped(_ bytes: [UInt8]) -> Bool {
    bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF
      && bytes[11] == 0xFF
  }

  private static func bytes(of text: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      return withUnsafeBytes(of: &four) { Array($0) }
    }
    var sixteen = in6_addr()
    if inet_pton(AF_INET6, text, &sixteen) == 1 {
      return withUnsafeBytes(of: &sixteen) { Array($0) }
    }
    return nil
  }
}
