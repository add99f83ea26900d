extension BodyLayout {
  /// Lays out JSON, one member a line; it is looked at byte by byte, so that no nesting is too deep.
  static func layJSON(_ body: [UInt8], into text: inout MarkedText) {
    var depth = 0
    var start = 0
    var index = 0
    let end = { (place: Int) in endOfValue(in: body, from: place) }
    while index < body.count {
      let byte = body[index]
      switch byte {
      case UInt8(ascii: "\""):
        index = endOfString(in: body, from: index)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let next = body[(index + 1)...].firstIndex { !isSpace($0) } ?? body.count
        let isEmpty = next < body.count && body[next] == byte + 2
        text.append(start..<index + 1, end: end)
        if isEmpty {
          start = next
          index = next
        } else {
          depth += 1
          start = next
          index = next - 1
          text.breakLine(depth: depth)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        text.append(start..<index, end: end)
        depth -= 1
        text.breakLine(depth: depth)
        start = index
      case UInt8(ascii: ","):
        text.append(start..<index + 1, end: end)
        text.breakLine(depth: depth)
        start = index + 1
      case UInt8(ascii: ":"):
        text.append(start..<index + 1, end: end)
        text.appendSpace()
        start = index + 1
      default:
        if isSpace(byte) {
          text.append(start..<index, end: end)
          start = index + 1
        }
      }
      index += 1
    }
    text.append(min(start, body.count)..<body.count, end: end)
  }

  /// The index behind a string.
  private static func endOfString(in body: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < body.count {
      switch body[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return body.count
  }

  /// The index behind a string, a number or a name; behind the bracket that opens a list.
  private static func endOfValue(in body: [UInt8], from start: Int) -> Int {
    guard start < body.count else { return start }
    if body[start] == UInt8(ascii: "\"") { return endOfString(in: body, from: start) }
    let rest = body[(start + 1)...]
    return rest.firstIndex { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"),
        UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
        true
      default: isSpace(byte)
      }
    } ?? body.count
  }
}
