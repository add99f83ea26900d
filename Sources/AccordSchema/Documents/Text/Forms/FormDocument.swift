/// Names and values in `application/x-www-form-urlencoded`, as bodies and query strings have them.
///
/// It is read as the URL standard says (section 5.1): nothing is an error, but what cannot be decoded
/// is noticed.
public struct FormDocument: Sendable, Hashable {
  /// The bytes of the text.
  public let bytes: [UInt8]

  /// The fields in order; a name may stand more than once.
  public let fields: [FormField]

  /// What could not be decoded; at most a hundred notices are kept.
  public let notices: [FormNotice]

  /// Reads a body or a query string without its question mark.
  ///
  /// Each field takes 56 bytes, which is at most thirty times the size of the text.
  public init(parsing bytes: [UInt8]) {
    var fields: [FormField] = []
    var notices: [FormNotice] = []
    // Growing takes twice the room.
    fields.reserveCapacity(bytes.count { $0 == UInt8(ascii: "&") } + 1)
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
      if end > start {
        fields.append(FormDocument.field(bytes, start..<end, &notices))
      }
      start = end + 1
    }
    self.bytes = bytes
    self.fields = fields
    self.notices = notices
  }

  private static let noticeLimit = 100

  /// Reads a query string without its question mark.
  public init(parsing text: String) {
    self.init(parsing: Array(text.utf8))
  }

  /// The line and column of a byte offset.
  public func position(ofByte offset: Int) -> SourcePosition {
    var index = SourceIndex(bytes)
    return index.position(ofByte: offset)
  }

  /// The value of the first field of that name; nil if there is none.
  public subscript(name: String) -> String? {
    fields.first { $0.name.isIdentical(to: name) }?.value
  }

  /// The values of all fields of that name, in order.
  public func values(of name: String) -> [String] {
    fields.filter { $0.name.isIdentical(to: name) }.map(\.value)
  }

  private static func field(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ notices: inout [FormNotice]
  ) -> FormField {
    let equals = bytes[range].firstIndex(of: UInt8(ascii: "="))
    let name = range.lowerBound..<(equals ?? range.upperBound)
    let value = equals.map { $0 + 1..<range.upperBound }
    return FormField(
      name: decoded(bytes, name, &notices),
      value: value.map { decoded(bytes, $0, &notices) } ?? "",
      hasValue: value != nil,
      byteRange: range
    )
  }

  private static func decoded(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ notices: inout [FormNotice]
  ) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "+") {
        result.append(0x20)
        index += 1
      } else if byte == UInt8(ascii: "%"),
        let octet = PercentEscapes.octet(in: bytes[..<range.upperBound], at: index)
      {
        result.append(octet)
        index += 3
      } else {
        if byte == UInt8(ascii: "%"), notices.count < noticeLimit {
          let text = String(
            decoding: bytes[index..<min(index + 3, range.upperBound)],
            as: UTF8.self
          )
          notices.append(FormNotice(.malformedEscape(text), atByte: index))
        }
        result.append(byte)
        index += 1
      }
    }
    let text = String(decoding: result, as: UTF8.self)
    if notices.count < noticeLimit, !text.utf8.elementsEqual(result) {
      notices.append(FormNotice(.invalidUTF8, atByte: range.lowerBound))
    }
    return text
  }
}
