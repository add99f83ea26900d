/// Reads the spellings of dates and times.
package enum TimestampReader {
  /// RFC 3339 `date-time`: a zone is required, a leap second only where one can be.
  package static func rfc3339(_ text: Span<UInt8>) -> Timestamp? {
    var cursor = FormatCursor()
    guard let days = day(text, &cursor), cursor.takeLetter("T", in: text) else { return nil }
    guard let clock = clock(text, &cursor), let offset = zone(text, &cursor, hours: 23) else {
      return nil
    }
    guard cursor.isAtEnd(of: text), clock.isPossible(atOffset: offset) else { return nil }
    return timestamp(days, clock, offset: offset)
  }

  /// RFC 3339 `full-date`.
  static func fullDate(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    return day(text, &cursor) != nil && cursor.isAtEnd(of: text)
  }

  /// RFC 3339 `full-time`.
  static func fullTime(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    guard let clock = clock(text, &cursor), let offset = zone(text, &cursor, hours: 23) else {
      return false
    }
    return cursor.isAtEnd(of: text) && clock.isPossible(atOffset: offset)
  }

  /// `xs:dateTime` (XML Schema part 2, section 3.2.7): any year but 0, 24:00:00, zone optional.
  package static func xsDateTime(_ text: Span<UInt8>) -> Timestamp? {
    var cursor = FormatCursor()
    guard let days = xsDay(text, &cursor), cursor.take("T", in: text) else { return nil }
    guard let clock = clock(text, &cursor), clock.isXS else { return nil }
    if cursor.isAtEnd(of: text) { return timestamp(days, clock, offset: nil) }
    guard let offset = xsZone(text, &cursor), cursor.isAtEnd(of: text) else { return nil }
    return timestamp(days, clock, offset: offset)
  }

  /// `xs:dateTime` in a year that `System.DateTime` has, 1 to 9999.
  static func xsDotNet(_ text: Span<UInt8>) -> Timestamp? {
    guard text.count > 4, text[0] != UInt8(ascii: "-"), text[4] == UInt8(ascii: "-") else {
      return nil
    }
    return xsDateTime(text)
  }

  /// `xs:date`, zone optional.
  static func xsDate(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    guard xsDay(text, &cursor) != nil else { return false }
    return cursor.isAtEnd(of: text) || xsZone(text, &cursor) != nil && cursor.isAtEnd(of: text)
  }

  /// `xs:time`, zone optional.
  static func xsTime(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    guard let clock = clock(text, &cursor), clock.isXS else { return false }
    return cursor.isAtEnd(of: text) || xsZone(text, &cursor) != nil && cursor.isAtEnd(of: text)
  }

  /// The spellings of .NET hosts: `/Date(ms)/`, with an offset or not, or ISO 8601, with
  /// zone, fraction and time or without; the years are 1 to 9999, as `System.DateTime` has them.
  package static func dotNet(_ text: Span<UInt8>) -> Timestamp? {
    var cursor = FormatCursor()
    if cursor.take("/", in: text) { return wcfDate(text, &cursor) }
    guard let year = cursor.digits(4, in: text), year > 0,
      let days = day(of: year, text, &cursor)
    else { return nil }
    if cursor.isAtEnd(of: text) { return timestamp(days, Clock(), offset: nil) }
    guard cursor.take("T", in: text) || cursor.take(" ", in: text) else { return nil }
    guard let clock = clock(text, &cursor), clock.hour < 24, clock.second < 60 else { return nil }
    if cursor.isAtEnd(of: text) { return timestamp(days, clock, offset: nil) }
    guard let offset = zone(text, &cursor, hours: 14), cursor.isAtEnd(of: text) else { return nil }
    return timestamp(days, clock, offset: offset)
  }

  /// Reads a text in any of the spellings above, so that two spellings can be compared.
  package static func any(_ text: String) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
      rfc3339(bytes.span) ?? xsDateTime(bytes.span) ?? dotNet(bytes.span)
    }
  }

  /// `Date(`, milliseconds since 1970 in UTC, an offset that only tells the kind, `)/`.
  private static func wcfDate(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Timestamp? {
    for letter in "Date(" where !cursor.take(letter, in: text) { return nil }
    let negative = cursor.take("-", in: text)
    let start = cursor.offset
    let count = cursor.skipDigits(in: text)
    // The years 1 to 9999 need no more than 15 digits.
    guard count >= 1, count <= 15 else { return nil }
    var digits = FormatCursor(offset: start)
    guard let magnitude = digits.digits(count, in: text) else { return nil }
    let milliseconds = negative ? -magnitude : magnitude
    var hasZone = true
    if cursor.peek(text) == UInt8(ascii: "+") || cursor.peek(text) == UInt8(ascii: "-") {
      // `-0000` is what some hosts add for a date of unspecified kind.
      let minus = cursor.take("-", in: text)
      if !minus { _ = cursor.take("+", in: text) }
      guard let offset = cursor.digits(4, in: text), offset / 100 <= 14, offset % 100 < 60 else {
        return nil
      }
      hasZone = !(minus && offset == 0)
    }
    guard cursor.take(")", in: text), cursor.take("/", in: text), cursor.isAtEnd(of: text) else {
      return nil
    }
    let seconds = milliseconds.floorDivided(by: 1000)
    guard DotNetDate.seconds.contains(seconds) else { return nil }
    return Timestamp(
      seconds: seconds,
      ticks: (milliseconds - seconds * 1000) * 10_000,
      hasZone: hasZone
    )
  }
}

extension TimestampReader {
  /// The time of a day.
  private struct Clock {
    var hour = 0
    var minute = 0
    var second = 0
    var ticks = 0
    var hasFraction = false

    /// RFC 3339: hours to 23; a second 60 only in the last minute of a day in UTC.
    func isPossible(atOffset offset: Int) -> Bool {
      guard hour <= 23 else { return false }
      guard second == 60 else { return true }
      let utc = hour * 60 + minute - offset
      return (utc + 2880) % 1440 == 1439
    }

    /// XML Schema: no leap seconds; the hour 24 only at midnight.
    var isXS: Bool {
      second <= 59 && (hour <= 23 || minute == 0 && second == 0 && ticks == 0)
    }
  }

  /// Four digits of the year, month and day that exist; gives the days since 1970.
  private static func day(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Int? {
    guard let year = cursor.digits(4, in: text) else { return nil }
    return day(of: year, text, &cursor)
  }

  private static func day(
    of year: Int,
    _ text: Span<UInt8>,
    _ cursor: inout FormatCursor
  ) -> Int? {
    guard cursor.take("-", in: text), let month = cursor.digits(2, in: text) else { return nil }
    guard cursor.take("-", in: text), let day = cursor.digits(2, in: text) else { return nil }
    guard month >= 1, month <= 12 else { return nil }
    guard day >= 1, day <= CivilDate.days(inMonth: month, of: year) else { return nil }
    return CivilDate.days(year: year, month: month, day: day)
  }

  /// A year with a sign and more than four digits, but not 0 and not so many that it overflows.
  private static func xsDay(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Int? {
    let negative = cursor.take("-", in: text)
    let start = cursor.offset
    let count = cursor.skipDigits(in: text)
    guard count >= 4, count <= 9 else { return nil }
    var digits = FormatCursor(offset: start)
    guard let year = digits.digits(count, in: text), year > 0 else { return nil }
    guard count == 4 || text[start] != UInt8(ascii: "0") else { return nil }
    return day(of: negative ? -year : year, text, &cursor)
  }

  private static func clock(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Clock? {
    var clock = Clock()
    guard let hour = cursor.digits(2, in: text), cursor.take(":", in: text) else { return nil }
    guard let minute = cursor.digits(2, in: text), cursor.take(":", in: text) else { return nil }
    guard let second = cursor.digits(2, in: text) else { return nil }
    guard hour <= 24, minute <= 59, second <= 60 else { return nil }
    (clock.hour, clock.minute, clock.second) = (hour, minute, second)
    if cursor.take(".", in: text) {
      let start = cursor.offset
      let count = cursor.skipDigits(in: text)
      guard count > 0 else { return nil }
      for place in 0..<7 {
        let digit = place < count ? ASCII.digit(text[start + place]) ?? 0 : 0
        clock.ticks = clock.ticks * 10 + digit
      }
      clock.hasFraction = true
    }
    return clock
  }

  /// `Z` or an offset, in minutes east of UTC.
  private static func zone(
    _ text: Span<UInt8>,
    _ cursor: inout FormatCursor,
    hours limit: Int
  ) -> Int? {
    if cursor.takeLetter("Z", in: text) { return 0 }
    let minus = cursor.take("-", in: text)
    guard minus || cursor.take("+", in: text) else { return nil }
    guard let hours = cursor.digits(2, in: text), cursor.take(":", in: text) else { return nil }
    guard let minutes = cursor.digits(2, in: text), hours <= limit, minutes <= 59 else {
      return nil
    }
    return (minus ? -1 : 1) * (hours * 60 + minutes)
  }

  /// A zone of XML Schema: a capital `Z`, or an offset of at most 14 hours.
  private static func xsZone(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Int? {
    guard cursor.peek(text) != UInt8(ascii: "z") else { return nil }
    guard let offset = zone(text, &cursor, hours: 14), abs(offset) <= 840 else { return nil }
    return offset
  }

  private static func timestamp(_ days: Int, _ clock: Clock, offset: Int?) -> Timestamp {
    let time = clock.hour * 3600 + clock.minute * 60 + clock.second
    return Timestamp(
      seconds: days * 86_400 + time - (offset ?? 0) * 60,
      ticks: clock.ticks,
      hasZone: offset != nil
    )
  }
}
