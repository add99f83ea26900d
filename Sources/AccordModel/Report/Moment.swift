/// A point in time, to the second, in UTC.
public struct Moment: Sendable, Hashable, CustomStringConvertible {
  /// The seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let secondsSinceEpoch: Int64

  /// The last second of the year 9999, beyond which RFC 3339 has no way to write a time.
  private static let last: Int64 = 253_402_300_799

  private static let secondsOfDay: Int64 = 86_400

  /// A moment so many seconds after 1970; `nil` outside the years 1970 to 9999.
  public init?(secondsSinceEpoch: Int64) {
    guard (0...Self.last).contains(secondsSinceEpoch) else { return nil }
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Reads what ``description`` writes.
  public init?(parsing text: String) {
    let model = Array("0000-00-00T00:00:00Z".utf8)
    let bytes = Array(text.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard bytes.count == model.count,
      zip(bytes, model).allSatisfy({ digits.contains($1) ? digits.contains($0) : $0 == $1 })
    else { return nil }
    func number(_ range: Range<Int>) -> Int64 {
      bytes[range].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
    let days = Self.days(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    let time = number(11..<13) * 3_600 + number(14..<16) * 60 + number(17..<19)
    self.init(secondsSinceEpoch: days * Self.secondsOfDay + time)
    // A day or an hour that does not exist would be written as another.
    guard description == text else { return nil }
  }

  /// The moment as RFC 3339 writes it, such as `2026-01-31T23:59:59Z`.
  public var description: String { "\(withoutZone)Z" }

  /// The moment without the zone, as some schemas demand it.
  package var withoutZone: String {
    let (year, month, day) = civil
    let seconds = secondsSinceEpoch % Self.secondsOfDay
    let date = "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))"
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Self.padded($0) }
    return "\(date)T\(time.joined(separator: ":"))"
  }

  /// The date in the Gregorian calendar, counted in eras of 400 years that begin in March.
  private var civil: (year: Int64, month: Int64, day: Int64) {
    let days = secondsSinceEpoch / Self.secondsOfDay + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let year = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (year + era * 400 + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, day)
  }

  /// The days from 1970 to a date.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func padded(_ number: Int64, _ length: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
