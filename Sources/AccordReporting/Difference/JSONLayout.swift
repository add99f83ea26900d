import AccordSchema

/// A JSON value as lines: what fits in the width is one line, everything else one member a line.
struct JSONLayout {
  /// The lines.
  private(set) var lines: [String] = []
  /// The line of the value that was asked for, or of the innermost one around it.
  private(set) var place: Int?

  private let width: Int

  /// What is still to be written.
  private enum Pending {
    case line(String)
    case value(JSON, level: Int, before: String, after: String, tokens: ArraySlice<String>?)
  }

  /// Lays out a value; `pointer` leads to the value whose line is wanted.
  init(_ value: JSON, width: Int = 80, marking pointer: JSONPointer? = nil) {
    self.width = width
    var pending: [Pending] = [
      .value(value, level: 0, before: "", after: "", tokens: pointer.map { $0.tokens[...] })
    ]
    while let next = pending.popLast() {
      switch next {
      case .line(let line): lines.append(line)
      case .value(let value, let level, let before, let after, let tokens):
        if tokens != nil { place = lines.count }
        let start = String(repeating: "  ", count: level) + before
        // Around the place that was asked for, lines are short, so that little else is in its line.
        let room = tokens?.isEmpty == false ? width / 2 : width
        if let text = Self.line(value, atMost: room - start.utf8.count - after.utf8.count) {
          lines.append(start + text + after)
        } else {
          pending += open(value, start, level: level, after: after, tokens: tokens).reversed()
        }
      }
    }
  }

  /// A value that needs several lines, or one that no line is wide enough for.
  private mutating func open(
    _ value: JSON,
    _ start: String,
    level: Int,
    after: String,
    tokens: ArraySlice<String>?
  ) -> [Pending] {
    let end = String(repeating: "  ", count: level)
    switch value {
    case .array(let elements):
      lines.append(start + "[")
      return elements.enumerated().map { index, element in
        .value(
          element,
          level: level + 1,
          before: "",
          after: index + 1 < elements.count ? "," : "",
          tokens: tokens.flatMap { $0.first == String(index) ? $0.dropFirst() : nil }
        )
      } + [.line(end + "]" + after)]
    case .object(let members):
      lines.append(start + "{")
      return members.enumerated().map { index, member in
        .value(
          member.value,
          level: level + 1,
          before: JSON.string(member.key).text() + ": ",
          after: index + 1 < members.count ? "," : "",
          tokens: tokens.flatMap {
            $0.first?.isIdentical(to: member.key) == true ? $0.dropFirst() : nil
          }
        )
      } + [.line(end + "}" + after)]
    case .null, .boolean, .number, .string:
      lines.append(start + value.text() + after)
      return []
    }
  }

  /// A value on one line, if that needs no more bytes than there is room for.
  private static func line(_ value: JSON, atMost room: Int) -> String? {
    var text = ""
    return write(value, to: &text, atMost: room) ? text : nil
  }

  /// Every level takes room, so that the room bounds the depth.
  private static func write(_ value: JSON, to text: inout String, atMost room: Int) -> Bool {
    switch value {
    case .null, .boolean, .number: text += value.text()
    case .string(let string):
      guard string.utf8.count <= room else { return false }
      text += value.text()
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        guard text.utf8.count < room, write(element, to: &text, atMost: room) else { return false }
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        guard member.key.utf8.count < room else { return false }
        text += JSON.string(member.key).text() + ": "
        guard text.utf8.count < room, write(member.value, to: &text, atMost: room) else {
          return false
        }
      }
      text += "}"
    }
    return text.utf8.count <= room
  }
}
