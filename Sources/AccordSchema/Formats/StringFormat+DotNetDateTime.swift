extension StringFormat {
  /// A date and time as .NET hosts write it: `/Date(ms)/` with or without an offset, or ISO
  /// 8601 with or without zone and fraction; `xs:dateTime` in XML; the years are 1 to 9999.
  static let dotNetDateTime = StringFormat(
    "dotnet-date-time",
    "a date and time as .NET hosts write it: /Date(milliseconds)/ or ISO 8601",
    sample: "/Date(1709209800000)/",
    counterexample: "not-a-date",
    xml: { TimestampReader.xsDotNet($0) != nil },
    json: { TimestampReader.dotNet($0) != nil }
  )

  /// An instant as whole milliseconds since 1970 in UTC, within the range of ECMAScript's `Date`.
  static let epochMilliseconds = StringFormat(
    "epoch-milliseconds",
    "milliseconds since 1970 (within 8640000000000000 of it)",
    types: [.integer, .number],
    sample: 1_709_209_800_000,
    counterexample: 8_640_000_000_000_001,
    range: (-8_640_000_000_000_000, 8_640_000_000_000_000)
  ) { text in
    var cursor = FormatCursor()
    _ = cursor.take("-", in: text)
    var value = 0
    while let byte = cursor.peek(text) {
      guard let digit = ASCII.digit(byte), value <= 8_640_000_000_000_000 else { return false }
      value = value * 10 + digit
      cursor.offset += 1
    }
    return value <= 8_640_000_000_000_000
  }
}
