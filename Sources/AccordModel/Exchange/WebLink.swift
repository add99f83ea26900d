/// A link in a Link field (RFC 8288 section 3).
package struct WebLink: Sendable, Hashable {
  /// The URI reference between the angle brackets.
  package var target: String

  /// The relation types, in lower case.
  package var relations: [String]

  /// Whether the link says that it is one of another resource.
  package var hasAnchor: Bool

  /// Whether it is a link of this relation from the resource itself.
  package func has(_ relation: String) -> Bool {
    !hasAnchor && relations.contains(relation.lowercased())
  }

  /// The links of all Link fields, in order; what is none is passed over (appendix B.2).
  package static func links(in fields: [Field]) -> [WebLink] {
    fields.values(of: "Link").flatMap { Self.links(in: $0) }
  }

  private static func links(in text: String) -> [WebLink] {
    var links: [WebLink] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let target = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      let parameters = Self.parameters(&rest)
      // Of several relations parameters the first counts (section 3.3).
      let relation = parameters.first { $0.name == "rel" }?.value ?? ""
      links.append(
        WebLink(
          target: target,
          relations: relation.split(separator: " ").map { $0.lowercased() },
          hasAnchor: parameters.contains { $0.name == "anchor" }
        )
      )
    }
    return links
  }

  /// The parameters up to the comma that ends a link.
  private static func parameters(_ rest: inout Substring) -> [(name: String, value: String)] {
    var parameters: [(name: String, value: String)] = []
    while let first = rest.first, first != "," {
      guard first == ";" else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { !"=;, \t".contains($0) }.lowercased()
      rest = rest.drop { !"=;,".contains($0) }
      guard rest.first == "=" else {
        parameters.append((name, ""))
        continue
      }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      parameters.append((name, value(&rest)))
    }
    return parameters
  }

  private static func value(_ rest: inout Substring) -> String {
    guard rest.first == "\"" else {
      let token = rest.prefix { !";, \t".contains($0) }
      rest = rest[token.endIndex...]
      return String(token)
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.first, character != "\"" {
      rest = rest.dropFirst()
      guard character == "\\", let escaped = rest.first else {
        value.append(character)
        continue
      }
      value.append(escaped)
      rest = rest.dropFirst()
    }
    rest = rest.dropFirst()
    return value
  }
}
