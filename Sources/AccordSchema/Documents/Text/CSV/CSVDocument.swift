/// Rows of fields separated by commas (RFC 4180), with the place of every field.
///
/// A field in quotes may hold commas, line ends and doubled quotes. What the first row means is up to
/// who reads it: ``header`` is its text.
public struct CSVDocument: Sendable {
  /// The bytes of the text.
  public let bytes: [UInt8]

  /// What the reader of the text should know, though it can be read.
  public let notices: [CSVNotice]

  let fields: [Field]

  /// The index of each row's first field, and the number of all fields at the end.
  let starts: [UInt32]

  /// A field by its bytes, the quotes included; a text may have as many fields as bytes.
  struct Field: Sendable {
    private let start: UInt32
    private let end: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// Reads rows in UTF-8; a text of four gigabytes is refused.
  ///
  /// Reading takes at most thirteen times the size of the text, and twice its size for most texts.
  public init(parsing bytes: [UInt8]) throws(CSVSyntaxError) {
    var reader = CSVReader(bytes)
    do throws(CSVReader.Failure) {
      try reader.read()
    } catch {
      var index = SourceIndex(bytes)
      throw CSVSyntaxError(error.reason, at: index.position(ofByte: error.offset))
    }
    self.bytes = bytes
    fields = reader.fields
    starts = reader.starts
    var index = SourceIndex(bytes)
    notices = reader.notices.map { notice in
      CSVNotice(notice.reason, at: index.position(ofByte: notice.offset))
    }
  }

  /// How many rows there are, the first one included.
  public var rowCount: Int {
    starts.count - 1
  }

  /// The fields of a row; none beyond the last row.
  public subscript(row: Int) -> [CSVField] {
    guard row >= 0, row < rowCount else { return [] }
    return fields[Int(starts[row])..<Int(starts[row + 1])].map { field in
      let isQuoted = isQuoted(field)
      return CSVField(
        value: value(field, isQuoted: isQuoted),
        isQuoted: isQuoted,
        byteRange: field.range
      )
    }
  }

  /// The texts of the first row.
  public var header: [String] {
    self[0].map(\.value)
  }

  /// The line and column of a byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var index = SourceIndex(bytes)
    return index.position(ofByte: offset)
  }

  /// A quote stands in a field only if the field begins with one.
  private func isQuoted(_ field: Field) -> Bool {
    let range = field.range
    return !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "\"")
  }

  private func value(_ field: Field, isQuoted: Bool) -> String {
    guard isQuoted else { return String(decoding: bytes[field.range], as: UTF8.self) }
    let content = bytes[field.range.lowerBound + 1..<field.range.upperBound - 1]
    return String(decoding: QuotedText.unquoted(content), as: UTF8.self)
  }
}

/// One field of a row.
public struct CSVField: Sendable, Hashable {
  /// The text, without its quotes.
  public var value: String

  /// Whether the field was written in quotes.
  public var isQuoted: Bool

  /// The bytes of the field, its quotes included.
  public var byteRange: Range<Int>
}

/// Text in quotes in which a quote is doubled, as CSV and JSV have it.
enum QuotedText {
  /// The text with each pair of quotes made one.
  static func unquoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond {
        result.append(byte)
      }
    }
    return result
  }
}
