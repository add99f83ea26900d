/// An entity tag (RFC 9110 section 8.8.3).
package struct EntityTag: Sendable, Hashable {
  /// Whether it stands for all that are equivalent, not for the same bytes.
  package var isWeak: Bool

  /// The tag between its quotes.
  package var opaque: String

  /// Reads a tag; `nil` where a text is none, such as one without quotes.
  package init?(_ text: some StringProtocol) {
    isWeak = text.hasPrefix("W/")
    let quoted = text.dropFirst(isWeak ? 2 : 0)
    guard quoted.utf8.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { return nil }
    opaque = String(quoted.dropFirst().dropLast())
    let isTag = opaque.utf8.allSatisfy { $0 == 0x21 || $0 >= 0x23 && $0 != 0x7F }
    guard isTag else { return nil }
  }

  /// The tag in the one ETag field.
  package init?(of fields: [Field]) {
    let values = fields.values(of: "ETag")
    guard values.count == 1 else { return nil }
    self.init(values[0])
  }

  /// The tag as it is written.
  package var text: String { (isWeak ? "W/" : "") + "\"\(opaque)\"" }

  /// Whether both are the same by the weak comparison (section 8.8.3.2).
  package func matches(_ other: EntityTag) -> Bool { opaque == other.opaque }

  /// The tags of If-Match or If-None-Match; none for an asterisk.
  package static func list(in lines: [String]) -> [EntityTag] {
    // A tag may hold a comma.
    var tags: [EntityTag] = []
    for line in lines {
      var rest = line[...]
      while let quote = rest.firstIndex(of: "\"") {
        let isWeak = rest[..<quote].hasSuffix("W/")
        let inner = rest[rest.index(after: quote)...]
        guard let end = inner.firstIndex(of: "\"") else { break }
        let text = (isWeak ? "W/" : "") + rest[quote...end]
        if let tag = EntityTag(text) { tags.append(tag) }
        rest = inner[inner.index(after: end)...]
      }
    }
    return tags
  }
}
