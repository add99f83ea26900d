/// A JSON text that was read whole, with the place of every value.
///
/// ```swift
/// let document = try JSONDocument(parsing: bytes)
/// for (key, node) in document.root.members {
///   print(key, node.kind, document.position(ofByte: node.byteRange.lowerBound))
/// }
/// ```
///
/// The text is kept, and values are made from it when they are asked for. Numbers are exact, names
/// that stand twice are noticed, and nothing in the text decides how deep the reader calls itself.
public struct JSONDocument: Sendable {
  package let tape: JSONTape

  /// Where the first byte stands in the text from which the document was taken.
  package let origin: SourcePosition

  /// What the reader of the text should know, though the text is well-formed.
  public let notices: [JSONNotice]

  /// Reads a JSON text in UTF-8.
  public init(
    parsing bytes: [UInt8],
    limits: JSONLimits = .default
  ) throws(JSONSyntaxError) {
    try self.init(parsing: bytes, limits: limits, origin: SourcePosition())
  }

  /// Reads a JSON text.
  public init(
    parsing text: String,
    limits: JSONLimits = .default
  ) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }

  /// Reads a JSON text that is a part of a larger one.
  package init(
    parsing bytes: [UInt8],
    limits: JSONLimits,
    origin: SourcePosition
  ) throws(JSONSyntaxError) {
    var index = SourceIndex(bytes, origin: origin)
    let most = min(limits.bytes, Int(UInt32.max) - 8)
    guard bytes.count <= most else {
      throw JSONSyntaxError(.tooLarge(limit: most), at: index.position(ofByte: 0))
    }
    guard !JSONDocument.looksLikeUTF16(bytes) else {
      throw JSONSyntaxError(.notUTF8, at: index.position(ofByte: 0))
    }
    let start = SourceIndex.hasByteOrderMark(bytes) ? 3 : 0
    var reading = Reading(bytes, from: start, limits, isLarge: false)
    if reading.isFull {
      reading = Reading(bytes, from: start, limits, isLarge: true)
    }
    if let failure = reading.failure {
      throw JSONSyntaxError(failure.reason, at: index.position(ofByte: failure.offset))
    }
    tape = JSONTape(bytes: bytes, entries: reading.entries)
    self.origin = origin
    let isClean = start == 0 && reading.duplicates.isEmpty && !reading.hasFurtherDuplicates
    notices = isClean ? [] : JSONDocument.notices(hasMark: start > 0, reading, &index)
  }

  /// The outermost value.
  public var root: JSONNode {
    JSONNode(document: self, index: 0)
  }

  /// The bytes of the text.
  public var bytes: [UInt8] {
    tape.bytes
  }

  /// The line and column of a byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var index = sourceIndex()
    return index.position(ofByte: offset - origin.byte)
  }

  /// An index that finds many ascending positions in one pass.
  ///
  /// It takes offsets of the tape, which count from the first byte of the document.
  package func sourceIndex() -> SourceIndex {
    SourceIndex(tape.bytes, origin: origin)
  }

  /// A mark of UTF-16 or UTF-32, or a zero byte among the first two.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    return switch (bytes[0], bytes[1]) {
    case (0xFE, 0xFF), (0xFF, 0xFE): true
    case (0, 1...0x7F), (1...0x7F, 0): true
    case (0, 0): bytes.count >= 4 && (bytes[2] == 0xFE || bytes[3] != 0)
    default: false
    }
  }

  /// What came of reading a text into a tape of some size.
  private struct Reading {
    var entries: [JSONTapeEntry] = []
    var failure: JSONReader.Failure?
    var duplicates: [JSONReader.Duplicate] = []
    var hasFurtherDuplicates = false
    var isFull = false

    init(_ bytes: [UInt8], from start: Int, _ limits: JSONLimits, isLarge: Bool) {
      let capacity =
        isLarge
        ? JSONReader.largestCapacity(for: bytes.count, limits: limits)
        : JSONReader.usualCapacity(for: bytes.count, limits: limits)
      entries = bytes.withUnsafeBufferPointer { bytes in
        [JSONTapeEntry](unsafeUninitializedCapacity: capacity) { tape, used in
          // The room may be larger than was asked for.
          let tape = UnsafeMutableBufferPointer(rebasing: tape.prefix(capacity))
          var reader = JSONReader(bytes, from: start, into: tape, limits: limits)
          do throws(JSONReader.Failure) {
            try reader.read()
          } catch {
            failure = error
          }
          used = reader.used
          duplicates = reader.duplicates
          hasFurtherDuplicates = reader.hasFurtherDuplicates
          isFull = reader.isFull
        }
      }
    }
  }

  private static func notices(
    hasMark: Bool,
    _ reading: Reading,
    _ index: inout SourceIndex
  ) -> [JSONNotice] {
    var notices: [JSONNotice] = []
    if hasMark {
      notices.append(JSONNotice(.byteOrderMark, at: index.position(ofByte: 0)))
    }
    // Places are looked up in ascending order, to walk the text only once.
    var positions: [Int: SourcePosition] = [:]
    for offset in reading.duplicates.flatMap({ [$0.first, $0.second] }).sorted() {
      positions[offset] = index.position(ofByte: offset)
    }
    for duplicate in reading.duplicates.sorted(by: { $0.second < $1.second }) {
      guard let first = positions[duplicate.first], let second = positions[duplicate.second] else {
        continue
      }
      notices.append(JSONNotice(.duplicateName(duplicate.name, first: first), at: second))
    }
    if reading.hasFurtherDuplicates, let last = notices.last {
      notices.append(JSONNotice(.furtherNotices, at: last.position))
    }
    return notices
  }
}
