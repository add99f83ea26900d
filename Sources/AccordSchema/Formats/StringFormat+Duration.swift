extension StringFormat {
  /// A duration (RFC 3339, appendix A); `xs:duration` in XML.
  static let duration = StringFormat(
    "duration",
    "a duration (ISO 8601)",
    sample: "PT1H30M",
    counterexample: "1h30m",
    xml: { isXSDuration($0) },
    json: { isDuration($0) }
  )

  /// Reads `P`, then years, months and days in a row without a gap, then `T` and hours, minutes and
  /// seconds likewise; or weeks alone.
  private static func isDuration(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    guard cursor.take("P", in: text) else { return false }
    if unit("W", in: text, &cursor) { return cursor.isAtEnd(of: text) }
    guard let days = units("YMD", in: text, &cursor) else { return false }
    if cursor.isAtEnd(of: text) { return days > 0 }
    guard cursor.take("T", in: text), let time = units("HMS", in: text, &cursor) else {
      return false
    }
    return time > 0 && cursor.isAtEnd(of: text)
  }

  /// Counts the units that follow one another without a gap; `nil` where a unit is not one of them.
  private static func units(
    _ letters: StaticString,
    in text: Span<UInt8>,
    _ cursor: inout FormatCursor
  ) -> Int? {
    var last: Int?
    var count = 0
    while let byte = cursor.peek(text), ASCII.isDigit(byte) {
      _ = cursor.skipDigits(in: text)
      let place = letters.withUTF8Buffer { letters in
        cursor.peek(text).flatMap { letters.firstIndex(of: $0) }
      }
      guard let place, last.map({ place == $0 + 1 }) ?? true else { return nil }
      last = place
      count += 1
      cursor.offset += 1
    }
    return count
  }

  /// Reads `xs:duration` (XML Schema part 2, section 3.2.6): a sign, gaps and fractional seconds
  /// are allowed, weeks are not.
  private static func isXSDuration(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    _ = cursor.take("-", in: text)
    guard cursor.take("P", in: text) else { return false }
    var count = 0
    for letter in ["Y", "M", "D"] as [Character] where unit(letter, in: text, &cursor) {
      count += 1
    }
    if cursor.isAtEnd(of: text) { return count > 0 }
    guard cursor.take("T", in: text) else { return false }
    var times = 0
    for letter in ["H", "M"] as [Character] where unit(letter, in: text, &cursor) {
      times += 1
    }
    if cursor.skipDigits(in: text) > 0 {
      if cursor.take(".", in: text), cursor.skipDigits(in: text) == 0 { return false }
      guard cursor.take("S", in: text) else { return false }
      times += 1
    }
    return times > 0 && cursor.isAtEnd(of: text)
  }

  /// Steps over a number and its unit, or stays where it is.
  private static func unit(
    _ letter: Character,
    in text: Span<UInt8>,
    _ cursor: inout FormatCursor
  ) -> Bool {
    let start = cursor
    if cursor.skipDigits(in: text) > 0, cursor.take(letter, in: text) { return true }
    cursor = start
    return false
  }
}
