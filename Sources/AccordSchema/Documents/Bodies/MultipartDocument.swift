/// The parts of a multipart body (RFC 2046 section 5.1), by their names as forms send them (RFC 7578), or in
/// their order.
package struct MultipartDocument: Sendable {
  /// One part.
  package struct Part: Sendable {
    /// The name of the field; `nil` where the part bears none.
    package var name: String?
    /// The name of the file; `nil` where the part is none.
    package var fileName: String?
    /// The media type as it is written; `nil` where none is stated.
    package var mediaType: String?
    /// The content.
    package var content: ArraySlice<UInt8>
  }

  /// Why bytes are not multipart, and where.
  package struct Failure: Error, Sendable, Hashable {
    /// What was expected and what was found, apart.
    package let mismatch: SyntaxMismatch

    /// The offset of the first byte that is wrong.
    package let byte: Int
  }

  /// The parts, in order.
  package private(set) var parts: [Part] = []

  /// The most parts that are read.
  private static let limit = 10_000

  /// Reads the parts between the lines of a boundary, which is a parameter of the Content-Type.
  package init(parsing bytes: [UInt8], boundary: String?) throws(Failure) {
    guard let boundary, !boundary.isEmpty, boundary.utf8.count <= 70 else {
      let found = boundary.map { "one of \($0.utf8.count) bytes" } ?? "none"
      throw Failure(
        mismatch: SyntaxMismatch("a boundary of 1 to 70 bytes in the Content-Type", found: found),
        byte: 0
      )
    }
    var reader = Reader(bytes: bytes, delimiter: Array("--\(boundary)".utf8))
    try reader.begin()
    while try reader.hasPart() {
      guard parts.count < Self.limit else {
        let mismatch = SyntaxMismatch("at most \(Self.limit) parts", found: "more")
        throw Failure(mismatch: mismatch, byte: reader.index)
      }
      parts.append(try reader.part())
    }
  }

  /// The fields as a map of texts; the parts of one name are a list, and what is no UTF-8 is Base64.
  package var value: LexicalValue {
    .map(members { .text(Self.text(of: $0), atByte: $0.content.startIndex) }, atByte: 0)
  }

  /// The fields as an object: a part that says it is JSON as its value, and what is Base64 by its schema
  /// as that.
  package func value(as schema: Schema) -> JSON {
    let typed = members { part in
      let declared = schema.schema(ofMember: part.name ?? "")
      let items = declared.withAlternatives.flatMap {
        [$0.content, $0.content.items?.content ?? .init()]
      }
      let isEncoded = items.contains { $0.contentEncoding?.lowercased() == "base64" }
      let byte = part.content.startIndex
      if let value = part.json { return .value(value, atByte: byte) }
      let text = isEncoded ? StringFormat.text(inBase64: part.content) : Self.text(of: part)
      return .text(text, atByte: byte)
    }
    let value = LexicalValue.map(typed, atByte: 0)
    let read = (try? value.json(as: schema)) ?? value.json
    guard case .object(let members) = read else { return read }
    // One part of a list is a list of one.
    return .object(
      members.map { member in
        let isList = schema.schema(ofMember: member.key).content.types == .array
        let isOne = member.value.elements == nil
        return isList && isOne ? JSONMember(member.key, [member.value]) : member
      }
    )
  }

  /// The contents in their order: a part that says it is JSON as its value, all others as texts, and what is
  /// no UTF-8 as Base64.
  package var list: LexicalValue { list { _ in false } }

  /// The contents in their order, what is Base64 by its schema as that.
  package func list(as schema: Schema) -> JSON {
    let value = list { number in
      schema.schema(ofPart: number).withAlternatives.contains {
        $0.content.contentEncoding?.lowercased() == "base64"
      }
    }
    return (try? value.json(as: schema)) ?? value.json
  }

  private func list(_ isEncoded: (Int) -> Bool) -> LexicalValue {
    let values = parts.enumerated().map { number, part -> LexicalValue in
      let byte = part.content.startIndex
      if let value = part.json { return .value(value, atByte: byte) }
      let text =
        isEncoded(number) ? StringFormat.text(inBase64: part.content) : Self.text(of: part)
      return .text(text, atByte: byte)
    }
    return .list(values, atByte: 0)
  }

  private func members(_ value: (Part) -> LexicalValue) -> [LexicalMember] {
    var order: [String] = []
    var values: [[UInt8]: [LexicalValue]] = [:]
    for part in parts {
      guard let name = part.name else { continue }
      let key = Array(name.utf8)
      if values[key] == nil { order.append(name) }
      values[key, default: []].append(value(part))
    }
    return order.map { name in
      let found = values[Array(name.utf8)] ?? []
      let value = found.count == 1 ? found[0] : .list(found, atByte: found.first?.byte ?? 0)
      return LexicalMember(name: name, value: value)
    }
  }

  private static func text(of part: Part) -> String {
    String(validating: part.content, as: UTF8.self) ?? StringFormat.text(inBase64: part.content)
  }
}

extension MultipartDocument.Part {
  /// The value of a part that says it is JSON and is.
  fileprivate var json: JSON? {
    guard mediaType?.lowercased().hasPrefix("application/json") == true else { return nil }
    return (try? JSONDocument(parsing: Array(content)))?.root.value
  }
}

extension Schema {
  /// What a schema says of the part at a place of a list.
  func schema(ofPart number: Int) -> Schema {
    let lists = withAlternatives.map(\.content)
    return lists.lazy.compactMap { content in
      content.prefixItems.indices.contains(number) ? content.prefixItems[number] : content.items
    }.first ?? .any
  }
}

extension MultipartDocument {
  /// Takes the parts off the bytes.
  private struct Reader {
    let bytes: [UInt8]
    let delimiter: [UInt8]
    var index = 0

    /// Skips what stands before the first delimiter.
    mutating func begin() throws(Failure) {
      guard let start = nextDelimiter(from: 0) else {
        throw failure("a line with the boundary", found: "none", at: 0)
      }
      index = start
    }

    /// Whether the delimiter that stands here begins a part; behind the last one nothing is read.
    mutating func hasPart() throws(Failure) -> Bool {
      index += delimiter.count
      if bytes[index...].starts(with: Array("--".utf8)) { return false }
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      guard bytes[index...].starts(with: [0x0D, 0x0A]) else {
        throw failure("the end of the line after the boundary", found: nil, at: index)
      }
      index += 2
      return true
    }

    /// The part that begins here.
    mutating func part() throws(Failure) -> Part {
      var part = Part(content: [])
      while let end = lineEnd(from: index), end > index {
        read(String(decoding: bytes[index..<end], as: UTF8.self), into: &part)
        index = end + 2
      }
      guard lineEnd(from: index) == index else {
        throw failure(
          "an empty line after the part's fields",
          found: "the end of the body",
          at: index
        )
      }
      index += 2
      guard let end = nextDelimiter(from: index - 2) else {
        throw failure(
          "a line with the boundary after the part",
          found: "the end of the body",
          at: index
        )
      }
      part.content = bytes[index..<max(index, end - 2)]
      index = end
      return part
    }

    private func read(_ field: String, into part: inout Part) {
      let pieces = field.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2 else { return }
      let value = pieces[1].drop { $0 == " " || $0 == "\t" }
      switch pieces[0].lowercased() {
      case "content-disposition":
        part.name = parameter("name", of: value)
        part.fileName = parameter("filename", of: value)
      case "content-type": part.mediaType = String(value)
      default: break
      }
    }

    /// The value of a parameter, unquoted; `%22` and its like are undone as browsers write them.
    private func parameter(_ name: String, of value: Substring) -> String? {
      for piece in parameters(of: value) {
        let pair = piece.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, pair[0].trimmingBlanks.lowercased() == name else { continue }
        var text = pair[1].trimmingBlanks
        if text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
          text = text.dropFirst().dropLast()
        }
        return String(text).replacingEscapes
      }
      return nil
    }

    /// What stands between semicolons outside of quotes.
    private func parameters(of value: Substring) -> [Substring] {
      var isQuoted = false
      return value.split { character in
        if character == "\"" { isQuoted.toggle() }
        return character == ";" && !isQuoted
      }
    }

    private func lineEnd(from start: Int) -> Int? {
      var index = start
      while index + 1 < bytes.count {
        if bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index }
        index += 1
      }
      return nil
    }

    /// The next delimiter at the beginning of a line.
    private func nextDelimiter(from start: Int) -> Int? {
      guard bytes.count >= delimiter.count else { return nil }
      var index = start
      while index + delimiter.count <= bytes.count {
        let isLine = index == 0 || index > 1 && bytes[index - 1] == 0x0A && bytes[index - 2] == 0x0D
        if isLine, bytes[index] == 0x2D, bytes[index...].starts(with: delimiter) { return index }
        index += 1
      }
      return nil
    }

    private func failure(_ expected: String, found: String?, at byte: Int) -> Failure {
      Failure(mismatch: SyntaxMismatch(expected, found: found), byte: byte)
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}

extension String {
  /// The text with what browsers escape in names undone.
  fileprivate var replacingEscapes: String {
    var text = ""
    var rest = self[...]
    while let scalar = rest.unicodeScalars.first {
      let escapes: [(String, Unicode.Scalar)] = [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")]
      if let found = escapes.first(where: { rest.hasPrefix($0.0) }) {
        text.unicodeScalars.append(found.1)
        rest = rest.dropFirst(3)
      } else {
        text.unicodeScalars.append(scalar)
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    return text
  }
}
