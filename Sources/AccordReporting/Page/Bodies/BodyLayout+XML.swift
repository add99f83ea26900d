extension BodyLayout {
  /// What stands between two boundaries of XML.
  private enum Piece { case opening, closing, whole, text, space }

  /// Lays out XML, one element a line; an element that holds text alone stays on its line.
  static func layXML(_ body: [UInt8], into text: inout some LaidOutText) {
    var depth = 0
    var index = 0
    var last: Piece?
    while index < body.count {
      let (piece, end) = piece(of: body, from: index)
      let isClosed = end < body.count && body[end...].starts(with: [0x3C, 0x2F])
      // White space that is all there is in an element is its content.
      if piece != .space || (last == .opening && isClosed) {
        if piece == .closing { depth -= 1 }
        let staysOnLine =
          piece == .text || piece == .space || last == nil
          || (piece == .closing && (last == .opening || last == .text))
        if !staysOnLine { text.breakLine(depth: depth) }
        text.append(index..<end) { _ in end }
        if piece == .opening { depth += 1 }
        last = piece == .space ? .text : piece
      }
      index = end
    }
  }

  private static func piece(of body: [UInt8], from start: Int) -> (Piece, end: Int) {
    let rest = body[start...]
    guard rest.first == UInt8(ascii: "<") else {
      let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? body.count
      return (rest[..<end].allSatisfy(isSpace) ? .space : .text, end)
    }
    if rest.starts(with: "<!--".utf8) { return (.whole, end(of: "-->", in: body, from: start + 4)) }
    if rest.starts(with: "<![CDATA[".utf8) {
      return (.text, end(of: "]]>", in: body, from: start + 9))
    }
    if rest.starts(with: "<?".utf8) { return (.whole, end(of: "?>", in: body, from: start + 2)) }
    let end = endOfTag(in: body, from: start)
    if rest.starts(with: "</".utf8) { return (.closing, end) }
    return (body[..<end].suffix(2).starts(with: "/>".utf8) ? .whole : .opening, end)
  }

  /// The index behind a tag; an attribute's value may hold the sign that ends it.
  private static func endOfTag(in body: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<body.count {
      let byte = body[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return body.count
  }

  private static func end(of delimiter: String, in body: [UInt8], from start: Int) -> Int {
    let delimiter = Array(delimiter.utf8)
    var index = start
    while index + delimiter.count <= body.count {
      if body[index...].starts(with: delimiter) { return index + delimiter.count }
      index += 1
    }
    return body.count
  }
}
