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
    let aliases = bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "*") && isStart($0) }
    return aliases.dropFirst(Self.mostAliases).isEmpty ? nil : firstKey
  }

  /// The brackets that are open on one line, and whether an alias stands in them.
  private struct Bracket {
    var start: Int
    var hasAlias = false
  }

  private var firstKey: Int? {
    var open: [Bracket] = []
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      // A key in brackets is on one line.
      case 0x0A, 0x0D: open = []
      case UInt8(ascii: "?") where isBlank(index + 1) && isStart(index): return index
      case UInt8(ascii: "*") where isStart(index):
        if isFollowedByColon(endOfName(index)) { return index }
        if !open.isEmpty { open[open.count - 1].hasAlias = true }
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(Bracket(start: index))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard let last = open.popLast(), last.hasAlias else { continue }
        if isFollowedByColon(index + 1), isStart(last.start) { return last.start }
        if !open.isEmpty { open[open.count - 1].hasAlias = true }
      default: continue
      }
    }
    return nil
  }

  /// Whether a value may begin here: nothing but an indicator stands before it.
  private func isStart(_ index: Int) -> Bool {
    var before = index - 1
    let least = max(bytes.startIndex, index - 4096)
    while before >= least, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    // A long run of spaces is taken to be an indentation.
    guard before >= least else { return true }
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
    if bytes[index - 1] == UInt8(ascii: ":") { return true }
    var next = index
    while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    return next < bytes.endIndex && bytes[next] == UInt8(ascii: ":")
  }
}
