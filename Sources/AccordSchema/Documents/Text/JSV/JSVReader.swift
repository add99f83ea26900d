/// Reads a JSV text into entries, without recursion.
struct JSVReader {
  struct Failure: Error {
    var reason: JSVSyntaxError.Reason
    var offset: Int
  }

  private let bytes: [UInt8]
  private let depthLimit: Int
  private var index = 0
  private var open: [Int] = []
  private(set) var entries: [JSVDocument.Entry] = []

  init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  mutating func read() throws(Failure) {
    let wrong = bytes.withUnsafeBufferPointer { UTF8Sequence.firstInvalid($0) }
    if let wrong {
      throw Failure(reason: .invalidUTF8(bytes[wrong]), offset: wrong)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
    }
    reserveRoom()
    repeat {
      if try readValue() {
        continue
      }
      try finishContainers()
    } while !open.isEmpty
    // A text may end with the end of its line.
    let rest = bytes[index...]
    guard rest.allSatisfy(Self.isLineEnd) else {
      throw Failure(reason: .trailingContent, offset: index)
    }
  }

  /// Makes room for as many entries as there can be, because growing takes twice the room.
  private mutating func reserveRoom() {
    var count = 2
    for byte in bytes {
      count += byte == 0x2C || byte == 0x3A || byte == 0x5B || byte == 0x7B ? 1 : 0
    }
    entries.reserveCapacity(count)
  }

  private var byte: UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  /// Reads the value that begins here; true if it is a container that has a first child.
  private mutating func readValue() throws(Failure) -> Bool {
    switch byte {
    case UInt8(ascii: "{"):
      try openContainer()
      guard !closes(UInt8(ascii: "}")) else { return false }
      try readKey()
      return true
    case UInt8(ascii: "["):
      try openContainer()
      return !closes(UInt8(ascii: "]"))
    default:
      try readScalar()
      return false
    }
  }

  private mutating func openContainer() throws(Failure) {
    guard open.count < depthLimit else {
      throw Failure(reason: .tooDeep(limit: depthLimit), offset: index)
    }
    open.append(entries.count)
    entries.append(JSVDocument.Entry(index..<index, next: 0))
    index += 1
  }

  private mutating func closes(_ end: UInt8) -> Bool {
    guard byte == end else { return false }
    close()
    return true
  }

  private mutating func close() {
    index += 1
    guard let container = open.popLast() else { return }
    let range = entries[container].range.lowerBound..<index
    entries[container] = JSVDocument.Entry(range, next: entries.count)
  }

  /// Goes on after a value: closes containers up to one in which another value begins.
  private mutating func finishContainers() throws(Failure) {
    while let container = open.last {
      let isMap = bytes[entries[container].range.lowerBound] == UInt8(ascii: "{")
      guard let byte else {
        throw Failure(reason: .unclosed(isMap ? "}" : "]"), offset: index)
      }
      if byte == UInt8(ascii: ",") {
        index += 1
        if isMap {
          try readKey()
        }
        return
      }
      guard byte == (isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw Failure(reason: .unexpected(byte), offset: index)
      }
      close()
    }
  }

  /// Reads a name, which ends at the first colon outside quotes.
  private mutating func readKey() throws(Failure) {
    let start = index
    if byte == UInt8(ascii: "\"") {
      try skipQuoted()
    } else {
      while let byte, !endsName(byte) { index += 1 }
    }
    append(from: start)
    guard index > start, byte == UInt8(ascii: ":") else {
      throw Failure(reason: .nameExpected, offset: start)
    }
    index += 1
  }

  /// Reads a scalar; one without quotes ends at a comma or at the bracket that closes its container.
  ///
  /// Writers of JSV put dates, times and much else as they are, so that a colon is a character like
  /// any other (`JsvTypeSerializer.WriteDateTime` and `EatValue`).
  private mutating func readScalar() throws(Failure) {
    let start = index
    if byte == UInt8(ascii: "\"") {
      try skipQuoted()
    } else {
      while let byte, !endsValue(byte) { index += 1 }
      // The line end after the outermost value is no part of it.
      while open.isEmpty, index > start, Self.isLineEnd(bytes[index - 1]) { index -= 1 }
    }
    append(from: start)
  }

  private mutating func append(from start: Int) {
    entries.append(JSVDocument.Entry(start..<index, next: entries.count + 1))
  }

  private mutating func skipQuoted() throws(Failure) {
    let start = index
    index += 1
    while true {
      guard let byte else { throw Failure(reason: .unclosedQuote, offset: start) }
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard self.byte == UInt8(ascii: "\"") else { return }
        index += 1
      }
    }
  }

  /// Whether a byte ends a value without quotes: a quote, a comma or a bracket.
  private func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  /// Whether a byte ends a name without quotes.
  private func endsName(_ byte: UInt8) -> Bool {
    endsValue(byte) || byte == UInt8(ascii: ":") || Self.isLineEnd(byte)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
