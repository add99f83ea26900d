import AccordSchema

/// Writes an indented JSON document piece by piece, with the same text as of the whole at once.
struct JSONOutline {
  /// What is open.
  enum Container: String {
    case object = "{}"
    case array = "[]"
  }

  private var open: [(container: Container, isEmpty: Bool)] = []

  /// Opens an object or an array: an element, or the member of that name.
  mutating func open(
    _ container: Container,
    _ name: String? = nil,
    to output: inout some TextOutputStream
  ) {
    begin(name, to: &output)
    output.write(String(container.rawValue.prefix(1)))
    open.append((container, true))
  }

  /// Closes what was opened last.
  mutating func close(to output: inout some TextOutputStream) {
    guard let last = open.popLast() else { return }
    if !last.isEmpty { breakLine(to: &output) }
    output.write(String(last.container.rawValue.suffix(1)))
  }

  /// Writes members whole.
  mutating func write(_ members: [JSONMember], to output: inout some TextOutputStream) {
    guard let last = open.last, !members.isEmpty else { return }
    if !last.isEmpty { output.write(",") }
    open[open.count - 1].isEmpty = false
    // All at once, as those of an object of their own without its braces and the line of the second.
    let level = open.count - 1
    let text = JSON.object(members).indentedBytes(level: level)
    output.write(String(decoding: text.dropFirst().dropLast(2 * level + 2), as: UTF8.self))
  }

  /// Writes a member whose text is indented as deep as it stands.
  mutating func write(_ text: String, as name: String, to output: inout some TextOutputStream) {
    begin(name, to: &output)
    output.write(text)
  }

  private mutating func begin(_ name: String?, to output: inout some TextOutputStream) {
    guard let last = open.last else { return }
    if !last.isEmpty { output.write(",") }
    open[open.count - 1].isEmpty = false
    breakLine(to: &output)
    if let name { output.write("\(JSON.quoted(name)): ") }
  }

  private func breakLine(to output: inout some TextOutputStream) {
    output.write("\n" + String(repeating: " ", count: 2 * open.count))
  }
}
