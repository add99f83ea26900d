import AccordModel

/// Texts that differ from case to case and from seed to seed, and are the same for the same both.
enum UniqueToken {
  /// Thirteen letters and digits.
  static func token(seed: UInt64, _ id: CaseID) -> String {
    // FNV-1a over the identifier, then the finaliser of SplitMix64 over both.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixed = hash &+ seed &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    let digits = String(mixed, radix: 36)
    return String(repeating: "0", count: max(0, 13 - digits.count)) + digits
  }
}
