import AccordModel

/// Texts that differ from case to case and from seed to seed, and are the same for the same both.
enum UniqueToken {
  /// Thirteen letters and digits.
  static func token(seed: UInt64, _ id: CaseID) -> String {
    let mixed = StableHash.mixed(StableHash.hash(of: id.description), seed)
    let digits = String(mixed, radix: 36)
    return String(repeating: "0", count: max(0, 13 - digits.count)) + digits
  }
}
