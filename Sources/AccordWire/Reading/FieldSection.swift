/// Field lines as they are gathered: a header section or a trailer section.
struct FieldSection: Sendable, Hashable {
  private(set) var fields: [WireField] = []
  /// Where each field line began.
  private(set) var offsets: [Int] = []
  /// The last line is kept open, because the next one may be its continuation.
  private var pending: (name: [UInt8], value: [UInt8], rawLine: [UInt8])?

  var isEmpty: Bool { fields.isEmpty && pending == nil }
  var hasOpenLine: Bool { pending != nil }

  mutating func open(name: [UInt8], value: [UInt8], rawLine: [UInt8], at offset: Int) {
    flush()
    pending = (name, value, rawLine)
    offsets.append(offset)
  }

  /// Joins a folded line to the open one (RFC 9112, section 5.2).
  mutating func fold(_ rawLine: [UInt8]) {
    let continuation = ASCII.trimmed(rawLine[...])
    if !continuation.isEmpty {
      if pending?.value.isEmpty == false { pending?.value.append(ASCII.space) }
      pending?.value.append(contentsOf: continuation)
    }
    pending?.rawLine.append(contentsOf: [ASCII.carriageReturn, ASCII.lineFeed])
    pending?.rawLine.append(contentsOf: rawLine)
  }

  mutating func flush() {
    guard let field = pending else { return }
    fields.append(WireField(name: field.name, value: field.value, rawLine: field.rawLine))
    pending = nil
  }

  /// The fields, the open one included.
  var flushed: [WireField] {
    var copy = self
    copy.flush()
    return copy.fields
  }

  static func == (first: Self, second: Self) -> Bool {
    first.flushed == second.flushed && first.offsets == second.offsets
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(flushed)
  }
}
