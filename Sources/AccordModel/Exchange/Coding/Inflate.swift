/// Reads DEFLATE (RFC 1951) with the wrapping of zlib (RFC 1950) or gzip (RFC 1952), or without one.
///
/// ``gzip(_:limit:)`` and ``zlib(_:limit:)`` hold content to its checksum, as who relies on it must; who only
/// searches it reads as much as can be read.
package struct Inflate {
  /// Why compressed bytes cannot be read.
  package enum Failure: Error, Sendable, Hashable {
    /// They are not DEFLATE.
    case malformed
    /// They do not begin as the wrapping demands.
    case notWrapped
    /// They end too soon.
    case truncated
    /// Something follows their end.
    case surplus(Int)
    /// What they unpack to does not have the checksum or the length that they name.
    case checksum
    /// They grow to more than the limit.
    case tooLarge
  }

  private let input: [UInt8]
  private let limit: Int
  private var index: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private init(_ input: [UInt8], from start: Int, limit: Int) {
    self.input = input
    self.limit = limit
    index = start
  }

  /// The content of a gzip file, all its members, held to their checksums and lengths (RFC 1952).
  package static func gzip(_ input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      guard input[start...].starts(with: [0x1F, 0x8B]) else {
        throw start == 0 ? .notWrapped : .surplus(input.count - start)
      }
      let body = try endOfGzipHeader(input, from: start)
      var reader = Inflate(input, from: body, limit: limit - output.count)
      try reader.read()
      let end = reader.index
      guard end + 8 <= input.count else { throw .truncated }
      guard littleEndian(input[end..<end + 4]) == Checksum.crc32(reader.output),
        littleEndian(input[end + 4..<end + 8]) == UInt32(truncatingIfNeeded: reader.output.count)
      else { throw .checksum }
      output += reader.output
      start = end + 8
    } while start < input.count
    return output
  }

  /// The content of a zlib stream, held to its checksum (RFC 1950).
  package static func zlib(_ input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard input.count > 1, input[0] & 0x0F == 8, input[0] >> 4 <= 7,
      (Int(input[0]) << 8 + Int(input[1])) % 31 == 0, input[1] & 0x20 == 0
    else { throw .notWrapped }
    var reader = Inflate(input, from: 2, limit: limit)
    try reader.read()
    let end = reader.index
    guard end + 4 <= input.count else { throw .truncated }
    guard end + 4 == input.count else { throw .surplus(input.count - end - 4) }
    let sum = input[end...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard sum == Checksum.adler32(reader.output) else { throw .checksum }
    return reader.output
  }

  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The bytes in a gzip file, all its members, or in a zlib stream, or in bare DEFLATE.
  static func bytes(of input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    if input.starts(with: [0x1F, 0x8B]) { return try gzip(input, limit) }
    let isZlib =
      input.count > 2 && input[0] & 0x0F == 8 && (Int(input[0]) << 8 + Int(input[1])) % 31 == 0
    var reader = Inflate(input, from: isZlib ? 2 : 0, limit: limit)
    try reader.read()
    guard reader.index + (isZlib ? 4 : 0) == input.count else { throw .malformed }
    return reader.output
  }

  /// The bytes in the gzip file or zlib stream with which bytes begin, whatever follows, and how many
  /// of them it takes.
  static func leading(
    in input: [UInt8],
    limit: Int
  ) throws(Failure) -> (content: [UInt8], count: Int) {
    guard input.starts(with: [0x1F, 0x8B]) else {
      guard input.count > 2, input[0] & 0x0F == 8, (Int(input[0]) << 8 + Int(input[1])) % 31 == 0
      else { throw .malformed }
      var reader = Inflate(input, from: 2, limit: limit)
      try reader.read()
      guard reader.index + 4 <= input.count else { throw .truncated }
      return (reader.output, reader.index + 4)
    }
    var output: [UInt8] = []
    var start = 0
    while input[start...].starts(with: [0x1F, 0x8B]) {
      var reader = Inflate(
        input,
        from: try endOfGzipHeader(input, from: start),
        limit: limit - output.count
      )
      try reader.read()
      guard reader.index + 8 <= input.count else { throw .truncated }
      output += reader.output
      start = reader.index + 8
    }
    return (output, start)
  }

  private static func gzip(_ input: [UInt8], _ limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    while input[start...].starts(with: [0x1F, 0x8B]) {
      let body = try endOfGzipHeader(input, from: start)
      var reader = Inflate(input, from: body, limit: limit - output.count)
      try reader.read()
      output += reader.output
      // The checksum and the length.
      start = reader.index + 8
      guard start <= input.count else { throw .truncated }
    }
    // What stands behind the last member cannot be read as text either.
    guard start == input.count else { throw .malformed }
    return output
  }

  private static func endOfGzipHeader(
    _ input: [UInt8],
    from start: Int
  ) throws(Failure) -> Int {
    guard start + 10 <= input.count else { throw .truncated }
    guard input[start + 2] == 8 else { throw .malformed }
    let flags = input[start + 3]
    var index = start + 10
    if flags & 0x04 != 0 {
      guard index + 2 <= input.count else { throw .truncated }
      index += 2 + Int(input[index]) + Int(input[index + 1]) << 8
    }
    for flag in [UInt8(0x08), 0x10] where flags & flag != 0 {
      guard index < input.count, let end = input[index...].firstIndex(of: 0) else {
        throw .truncated
      }
      index = end + 1
    }
    if flags & 0x02 != 0 { index += 2 }
    guard index <= input.count else { throw .truncated }
    return index
  }

  private mutating func read() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try compressed(Self.fixedLengths, Self.fixedDistances)
      case 2:
        let (lengths, distances) = try codes()
        try compressed(lengths, distances)
      default: throw .malformed
      }
    }
  }

  private mutating func stored() throws(Failure) {
    // Whole bytes that were read ahead go back.
    index -= bitCount / 8
    (bits, bitCount) = (0, 0)
    guard index + 4 <= input.count else { throw .truncated }
    let count = Int(input[index]) | Int(input[index + 1]) << 8
    let complement = Int(input[index + 2]) | Int(input[index + 3]) << 8
    guard count == ~complement & 0xFFFF else { throw .malformed }
    index += 4
    guard index + count <= input.count else { throw .truncated }
    guard output.count + count <= limit else { throw .tooLarge }
    output += input[index..<index + count]
    index += count
  }

  private mutating func compressed(_ lengths: Code, _ distances: Code) throws(Failure) {
    while true {
      let symbol = try symbol(lengths)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol > 256 else { break }
      guard symbol - 257 < Self.lengthBases.count else { throw .malformed }
      let length =
        Self.lengthBases[symbol - 257] + Int(try take(Self.lengthBits[symbol - 257]))
      let code = try self.symbol(distances)
      guard code < Self.distanceBases.count else { throw .malformed }
      let distance = Self.distanceBases[code] + Int(try take(Self.distanceBits[code]))
      guard distance <= output.count else { throw .malformed }
      guard output.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    // Whole bytes that were read ahead belong to what follows.
    if bitCount >= 8 {
      index -= bitCount / 8
      bitCount %= 8
      bits &= 1 << UInt32(bitCount) - 1
    }
  }

  private mutating func codes() throws(Failure) -> (Code, Code) {
    let lengthCount = Int(try take(5)) + 257
    let distanceCount = Int(try take(5)) + 1
    let codeCount = Int(try take(4)) + 4
    var sizes = [Int](repeating: 0, count: 19)
    for place in Self.sizeOrder.prefix(codeCount) { sizes[place] = Int(try take(3)) }
    let code = Code(sizes)
    var all: [Int] = []
    while all.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 0...15: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .malformed }
        all += repeatElement(last, count: 3 + Int(try take(2)))
      case 17: all += repeatElement(0, count: 3 + Int(try take(3)))
      default: all += repeatElement(0, count: 11 + Int(try take(7)))
      }
    }
    guard all.count == lengthCount + distanceCount else { throw .malformed }
    return (Code(Array(all.prefix(lengthCount))), Code(Array(all.dropFirst(lengthCount))))
  }

  private mutating func take(_ count: Int) throws(Failure) -> UInt32 {
    while bitCount < count {
      guard index < input.count else { throw .truncated }
      bits |= UInt32(input[index]) << UInt32(bitCount)
      index += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  private mutating func symbol(_ code: Code) throws(Failure) -> Int {
    var (value, first, offset) = (0, 0, 0)
    for count in code.counts.dropFirst() {
      value |= Int(try take(1))
      if value - count < first {
        // More codes than bits can tell apart.
        guard value >= first else { throw .malformed }
        return code.symbols[offset + value - first]
      }
      offset += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .malformed
  }

  /// A Huffman code (section 3.2.2).
  private struct Code {
    /// How many symbols have a code of each length.
    var counts = [Int](repeating: 0, count: 16)
    /// The symbols in the order of their codes.
    var symbols: [Int] = []

    init(_ sizes: [Int]) {
      for size in sizes { counts[size] += 1 }
      counts[0] = 0
      for size in 1...15 {
        for (symbol, found) in sizes.enumerated() where found == size { symbols.append(symbol) }
      }
    }
  }

  private static let fixedLengths = Code(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8)
  )
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))
  private static let sizeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
