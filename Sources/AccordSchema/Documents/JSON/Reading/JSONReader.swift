/// Reads a JSON text into the entries of a tape, in one pass and without recursion.
///
/// While a container is open, the `next` of its entry holds the index of the container around it.
///
/// Bytes are read below `count` only, while the caller lends them; debug builds check the index where
/// each value begins, and each entry as it is written.
struct JSONReader {
  struct Failure: Error {
    var reason: JSONSyntaxError.Reason
    var offset: Int
  }

  /// Two places at which the same name stands.
  struct Duplicate {
    var name: String
    var first: Int
    var second: Int
  }

  private(set) var used = 0

  /// Whether reading stopped because the tape has no more room.
  private(set) var isFull = false
  var duplicates: [Duplicate] = []
  var hasFurtherDuplicates = false

  let bytes: UnsafePointer<UInt8>
  let count: Int
  let tape: UnsafeMutableBufferPointer<JSONTapeEntry>
  private let depthLimit: Int
  let duplicateLimit: Int
  private var index: Int
  private var container = JSONReader.none
  private var depth = 0

  private static let none = Int(UInt32.max)

  /// Creates a reader that fills a tape.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    into tape: UnsafeMutableBufferPointer<JSONTapeEntry>,
    limits: JSONLimits
  ) {
    // An empty buffer may have no address; nothing is read through the stand-in.
    self.bytes = bytes.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
    self.count = bytes.count
    self.tape = tape
    self.depthLimit = limits.effectiveDepth
    self.duplicateLimit = limits.notices
    self.index = start
    assert((0...count).contains(start))
  }

  /// The most entries that a text can need.
  ///
  /// Every entry takes a byte, and every one but an open bracket two, with its separator.
  static func largestCapacity(for count: Int, limits: JSONLimits) -> Int {
    min(count, count / 2 + limits.effectiveDepth) + 4
  }

  /// Room that is enough for most texts; reading stops with ``isFull`` where it is not.
  static func usualCapacity(for count: Int, limits: JSONLimits) -> Int {
    min(count / 8 + 8192, largestCapacity(for: count, limits: limits))
  }

  mutating func read() throws(Failure) {
    skipWhiteSpace()
    guard index < count else { throw Failure(reason: .empty, offset: index) }
    while true {
      let isOpened = try readValue()
      if isOpened {
        continue
      }
      if try finishContainers() {
        break
      }
    }
    skipWhiteSpace()
    guard index == count else { throw failure(.trailingContent(bytes[index])) }
  }

  // MARK: Structure

  /// Reads the value that begins here; true if it is a container that has a first child.
  @inline(__always)
  private mutating func readValue() throws(Failure) -> Bool {
    assert(index >= 0 && used <= tape.count)
    assert(container == JSONReader.none || container < used, "a container that is not on the tape")
    guard index < count else { throw failure(.unexpectedEnd(expected: .value)) }
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\""):
      try readString(isKey: false)
    case UInt8(ascii: "{"):
      try open(.object)
      guard try !closes(UInt8(ascii: "}"), or: .nameOrEnd) else { return false }
      try readKey()
      return true
    case UInt8(ascii: "["):
      try open(.array)
      return try !closes(UInt8(ascii: "]"), or: .valueOrEnd)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try readNumber()
    case UInt8(ascii: "t"):
      try readLiteral("true", .true)
    case UInt8(ascii: "f"):
      try readLiteral("false", .false)
    case UInt8(ascii: "n"):
      try readLiteral("null", .null)
    default:
      throw failure(unexpectedValue(byte))
    }
    return false
  }

  /// Goes on after a value; true at the end of the root, false where another value begins.
  @inline(__always)
  private mutating func finishContainers() throws(Failure) -> Bool {
    while container != JSONReader.none {
      tape[container].countChild()
      let isObject = tape[container].kind == .object
      skipWhiteSpace()
      let expected: JSONSyntaxError.Expectation = isObject ? .commaOrObjectEnd : .commaOrArrayEnd
      guard index < count else { throw failure(.unexpectedEnd(expected: expected)) }
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") {
        index += 1
        skipWhiteSpace()
        if isObject {
          try readKey()
        }
        return false
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw failure(.unexpected(byte, expected: expected))
      }
      close()
    }
    return true
  }

  @inline(__always)
  private mutating func open(_ kind: JSONTapeEntry.Kind) throws(Failure) {
    guard depth < depthLimit else { throw failure(.tooDeep(limit: depthLimit)) }
    depth += 1
    try append(JSONTapeEntry(kind, start: index, end: index, next: container))
    container = used - 1
    index += 1
    skipWhiteSpace()
  }

  /// Closes the container that was just opened if it is empty.
  @inline(__always)
  private mutating func closes(
    _ end: UInt8,
    or expected: JSONSyntaxError.Expectation
  ) throws(Failure) -> Bool {
    guard index < count else { throw failure(.unexpectedEnd(expected: expected)) }
    guard bytes[index] == end else { return false }
    close()
    return true
  }

  @inline(__always)
  private mutating func close() {
    index += 1
    depth -= 1
    let closed = container
    let parent = tape[closed].next
    tape[closed].end = UInt32(truncatingIfNeeded: index)
    tape[closed].next = UInt32(truncatingIfNeeded: used)
    container = Int(parent)
    if tape[closed].kind == .object, used - closed > 4 {
      checkNames(of: closed)
    }
  }

  @inline(__always)
  private mutating func readKey() throws(Failure) {
    guard index < count else { throw failure(.unexpectedEnd(expected: .name)) }
    guard bytes[index] == UInt8(ascii: "\"") else {
      throw failure(unexpectedName(bytes[index]))
    }
    try readString(isKey: true)
    skipWhiteSpace()
    guard index < count else { throw failure(.unexpectedEnd(expected: .colon)) }
    guard bytes[index] == UInt8(ascii: ":") else {
      throw failure(.unexpected(bytes[index], expected: .colon))
    }
    index += 1
    skipWhiteSpace()
  }

  // MARK: Scalars

  @inline(__always)
  private mutating func readString(isKey: Bool) throws(Failure) {
    let start = index
    var scanner = JSONStringScanner(bytes: bytes, count: count, index: index + 1)
    try scanner.scan()
    index = scanner.index
    var entry = JSONTapeEntry(.string, start: start, end: index, next: used + 1)
    entry.isEscaped = scanner.isEscaped
    if isKey {
      entry.isKey = true
      entry.next = hash(entry)
    }
    try append(entry)
  }

  @inline(__always)
  private func hash(_ entry: JSONTapeEntry) -> UInt32 {
    guard !entry.isEscaped else { return JSONKeyHash.of(name(entry)) }
    let content = entry.content
    return JSONKeyHash.of(bytes + content.lowerBound, count: content.count)
  }

  @inline(__always)
  private mutating func readNumber() throws(Failure) {
    let start = index
    var isInteger = true
    if bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    let first = index
    try readDigits()
    if bytes[first] == UInt8(ascii: "0"), index > first + 1 {
      index = first
      throw failure(.leadingZero)
    }
    if index < count, bytes[index] == UInt8(ascii: ".") {
      isInteger = false
      index += 1
      try readDigits()
    }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index += 1
      if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      try readDigits()
    }
    var entry = JSONTapeEntry(.number, start: start, end: index, next: used + 1)
    entry.isWrittenAsInteger = isInteger
    try append(entry)
  }

  @inline(__always)
  private mutating func readDigits() throws(Failure) {
    let start = index
    while index < count, bytes[index] &- 0x30 < 10 {
      index += 1
    }
    guard index > start else {
      guard index < count else { throw failure(.unexpectedEnd(expected: .digit)) }
      throw failure(.unexpected(bytes[index], expected: .digit))
    }
  }

  @inline(__always)
  private mutating func readLiteral(
    _ literal: StaticString,
    _ kind: JSONTapeEntry.Kind
  ) throws(Failure) {
    let start = index
    let length = literal.utf8CodeUnitCount
    for offset in 0..<length {
      guard index < count else {
        throw failure(.unexpectedEnd(expected: .literal("\(literal)")))
      }
      guard bytes[index] == literal.utf8Start[offset] else {
        throw failure(.unexpected(bytes[index], expected: .literal("\(literal)")))
      }
      index += 1
    }
    try append(JSONTapeEntry(kind, start: start, end: index, next: used + 1))
  }

  @inline(__always)
  private mutating func skipWhiteSpace() {
    while index < count {
      let byte = bytes[index]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      index += 1
    }
  }

  @inline(__always)
  private mutating func append(_ entry: JSONTapeEntry) throws(Failure) {
    guard used < tape.count else {
      isFull = true
      throw failure(.tooLarge(limit: count))
    }
    assert(index <= count && Int(entry.end) <= count, "an entry that lies outside the text")
    tape[used] = entry
    used += 1
  }

  // MARK: Evidence

  private func failure(_ reason: JSONSyntaxError.Reason) -> Failure {
    Failure(reason: reason, offset: index)
  }

  private func unexpectedValue(_ byte: UInt8) -> JSONSyntaxError.Reason {
    guard container != JSONReader.none, used > container else {
      return .unexpected(byte, expected: .value)
    }
    let isFirst = container == used - 1
    if byte == UInt8(ascii: "]"), tape[container].kind == .array, !isFirst {
      return .trailingComma
    }
    return .unexpected(
      byte,
      expected: isFirst && tape[container].kind == .array ? .valueOrEnd : .value
    )
  }

  private func unexpectedName(_ byte: UInt8) -> JSONSyntaxError.Reason {
    if container == used - 1 {
      return .unexpected(byte, expected: .nameOrEnd)
    }
    return byte == UInt8(ascii: "}") ? .trailingComma : .unexpected(byte, expected: .name)
  }
}
