/// Hashes that are the same in every process, for what is chosen by a name; nothing secret follows from them.
package enum StableHash {
  /// The 64-bit FNV-1a hash of a text (RFC 9923).
  package static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// A hash with a number mixed in: the finaliser of SplitMix64 over both.
  package static func mixed(_ hash: UInt64, _ number: UInt64) -> UInt64 {
    var mixed = hash &+ number &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
