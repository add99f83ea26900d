/// Finds texts in which aliases stand in keys that are collections.
///
/// The parser compares the keys of a mapping by all that is in them, and aliases may make more of a
/// key than can be walked. Such keys mean nothing in a description, so that a text with many aliases
/// and one key that looks like it is refused before it is parsed.
struct YAMLAliasGuard {
  /// How many aliases a text may have whatever its keys are: what they repeat can be walked.
  private static let mostAliases = 32

  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Where a key with an alias may begin, in a text that has many aliases.
  var suspect: Int? {
    var aliases = 0
    var first: Int?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "*"), isStart(index) {
        aliases += 1
        if first == nil, isFollowedByColon(endOfName(index)) { first = index }
      } else if first == nil, isStart(index) {
        if byte == UInt8(ascii: "?"), isBlank(index + 1) { first = index }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"), isKeyWithAlias(index) {
          first = index
        }
      }
      if aliases > Self.mostAliases, let first { return first }
      index += 1
    }
    return nil
  }

  /// Whether a value may begin here: nothing but an indicator stands before it.
  private func isStart(_ index: Int) -> Bool {
    var before = index - 1
    while before >= bytes.startIndex, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    guard before >= bytes.startIndex else { return true }
    return [0x0A, 0x0D].contains(bytes[before]) || "[{,?-:".utf8.contains(bytes[before])
  }

  private func isBlank(_ index: Int) -> Bool {
    index >= bytes.endIndex || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index])
  }

  private func endOfName(_ index: Int) -> Int {
    var end = index + 1
    while !isBlank(end), !"[]{},".utf8.contains(bytes[end]) { end += 1 }
    return end
  }

  private func isFollowedByColon(_ index: Int) -> Bool {
    // A name may end with the colon itself.
    if index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: ":") { return true }
    var next = index
    while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next < bytes.endIndex && bytes[next] == UInt8(ascii: ":")
  }

  /// Whether a collection in brackets that begins here is a key with an alias; such a key is one line.
  private func isKeyWithAlias(_ start: Int) -> Bool {
    var depth = 0
    var hasAlias = false
    var index = start
    // A key has at most 1,024 characters (YAML 1.2, section 7.4.2).
    while index < min(bytes.endIndex, start + 4096), bytes[index] != 0x0A, bytes[index] != 0x0D {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return hasAlias && isFollowedByColon(index + 1) }
      case UInt8(ascii: "*"): hasAlias = true
      default: break
      }
      index += 1
    }
    return false
  }
}
