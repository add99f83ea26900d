/// Reads the fields of a CSV text.
struct CSVReader {
  struct Failure: Error {
    var reason: CSVSyntaxError.Reason
    var offset: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private(set) var fields: [CSVDocument.Field] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var notices: [(reason: CSVNotice.Reason, offset: Int)] = []
  private var hasBareLineFeed = false

  private static let noticeLimit = 100

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(Failure) {
    guard bytes.count < Int(UInt32.max) else {
      throw Failure(reason: .tooLarge(limit: Int(UInt32.max) - 1), offset: 0)
    }
    try checkUTF8()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      notices.append((.byteOrderMark, 0))
      index = 3
    }
    reserveRoom()
    while index < bytes.count {
      try readRow()
    }
  }

  /// Makes room for as many fields and rows as there can be, because growing takes twice the room.
  private mutating func reserveRoom() {
    var commas = 0
    var lineEnds = 0
    for byte in bytes {
      commas += byte == UInt8(ascii: ",") ? 1 : 0
      lineEnds += byte == 0x0A || byte == 0x0D ? 1 : 0
    }
    fields.reserveCapacity(commas + lineEnds + 1)
    starts.reserveCapacity(lineEnds + 2)
  }

  private mutating func readRow() throws(Failure) {
    let first = fields.count
    let start = index
    while true {
      try readField()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { break }
      index += 1
    }
    endLine()
    let count = fields.count - first
    // A line without anything is no row where rows have several fields.
    if starts.count > 1, starts[1] > 1, count == 1, fields[first].range.isEmpty {
      fields.removeLast()
      return
    }
    starts.append(UInt32(truncatingIfNeeded: fields.count))
    if starts.count > 2, count != Int(starts[1]), notices.count < CSVReader.noticeLimit {
      notices.append((.fieldCount(count, expected: Int(starts[1])), start))
    }
  }

  private mutating func readField() throws(Failure) {
    let start = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      while index < bytes.count, !isEnd(bytes[index]) {
        guard bytes[index] != UInt8(ascii: "\"") else {
          throw Failure(reason: .quoteInField, offset: index)
        }
        index += 1
      }
      fields.append(CSVDocument.Field(start..<index))
      return
    }
    index += 1
    while true {
      guard index < bytes.count else {
        throw Failure(reason: .unclosedQuote, offset: start)
      }
      guard bytes[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      index += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      index += 1
    }
    guard index == bytes.count || isEnd(bytes[index]) else {
      throw Failure(reason: .textAfterQuote, offset: index)
    }
    fields.append(CSVDocument.Field(start..<index))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }

  private mutating func endLine() {
    guard index < bytes.count else { return }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    if !isPair, !hasBareLineFeed {
      hasBareLineFeed = true
      notices.append((.bareLineEnd, index))
    }
    index += isPair ? 2 : 1
  }

  private func checkUTF8() throws(Failure) {
    let wrong = bytes.withUnsafeBufferPointer { UTF8Sequence.firstInvalid($0) }
    if let wrong {
      throw Failure(reason: .invalidUTF8(bytes[wrong]), offset: wrong)
    }
  }
}
