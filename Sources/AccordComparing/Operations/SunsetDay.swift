/// A day on which something ends, of a date or a date-time (RFC 3339).
package struct SunsetDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The day as it is written, without a time.
  package let description: String
  /// How many days it is after the first of March of the year 0.
  let number: Int

  /// Reads the day of a date or a date-time; nothing if there is no such day.
  package init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10
        || [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month)
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    // Years begin in March, so that the leap day is the last one.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    number =
      shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (months * 306 + 5) / 10 + day
      - 1
    description = String(decoding: bytes[0..<10], as: UTF8.self)
  }

  /// Whether a day is before another.
  package static func < (left: SunsetDay, right: SunsetDay) -> Bool { left.number < right.number }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(Int?.some(0)) { number, byte in
      guard let number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      return number * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
