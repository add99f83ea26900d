import Accord

/// A format of bodies of the team's own: lines of a name, a colon and a value.
struct LabelSyntax: BodySyntax {
  let name = "label"

  func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue {
    var members: [LexicalMember] = []
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        throw BodySyntaxError("a name, a colon and a value", found: "no colon", atByte: start)
      }
      let (name, value) = (line[..<colon], line[(colon + 1)...])
      members.append(
        LexicalMember(
          name: String(decoding: name, as: UTF8.self),
          value: .text(String(decoding: value, as: UTF8.self), atByte: start + name.count + 1)
        )
      )
      start += line.count + 1
    }
    return .map(members, atByte: 0)
  }

  func write(_ value: JSON, as schema: Schema) throws -> [UInt8] {
    let lines = (value.members ?? []).map { "\($0.key):\($0.value.string ?? $0.value.text())\n" }
    return Array(lines.joined().utf8)
  }
}
