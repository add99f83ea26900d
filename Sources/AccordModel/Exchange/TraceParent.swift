/// The header field by which the parts of a distributed system find what they did for one request (W3C Trace
/// Context, section 3.2).
package struct TraceParent: Sendable, Hashable, CustomStringConvertible {
  /// The name of the field.
  package static let fieldName = "traceparent"

  /// What all that is done for one case has in common: 32 hexadecimal digits in lower case, not all zero.
  package let traceID: String

  /// What tells one exchange from others: 16 hexadecimal digits in lower case, not all zero.
  package let parentID: String

  /// The flags; 1 asks that the trace is kept.
  package let flags: UInt8

  /// Creates a field whose trace is to be kept; an identifier of zero, which is none, becomes one.
  package init(trace: (high: UInt64, low: UInt64), parent: UInt64) {
    let isNone = trace.high == 0 && trace.low == 0
    traceID = Self.digits(trace.high) + Self.digits(isNone ? 1 : trace.low)
    parentID = Self.digits(parent == 0 ? 1 : parent)
    flags = 1
  }

  /// Reads what ``description`` writes, and versions after it as the specification says; `nil` where the text is
  /// no field.
  package init?(parsing text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4, [2, 32, 16, 2] == parts.prefix(4).map(\.utf8.count),
      parts.prefix(4).allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }),
      parts[0] != "ff", parts[0] != "00" || parts.count == 4,
      parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }),
      let flags = UInt8(parts[3], radix: 16)
    else { return nil }
    (traceID, parentID, self.flags) = (parts[1], parts[2], flags)
  }

  /// The field of a request, if it has exactly one and that can be read.
  package init?(_ fields: [Field]) {
    let values = fields.values(of: Self.fieldName)
    guard values.count == 1 else { return nil }
    self.init(parsing: values[0])
  }

  /// The value of the field.
  package var description: String {
    let flags = String(flags, radix: 16)
    return "00-\(traceID)-\(parentID)-\(flags.utf8.count < 2 ? "0" : "")\(flags)"
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
