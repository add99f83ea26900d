/// A pattern of names in which `*` stands for any text.
struct NamePattern {
  private let parts: [Substring]

  init(_ text: String) {
    parts = text[...].split(separator: "*", omittingEmptySubsequences: false)
  }

  /// Whether a name fits.
  func fits(_ name: String) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return name == parts.joined()
    }
    guard name.hasPrefix(first), name.count >= first.count + last.count, name.hasSuffix(last) else {
      return false
    }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
