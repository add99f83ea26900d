/// A date and time as read from a body, with or without a zone.
///
/// Two timestamps in different spellings can be compared by their instant: a timestamp without a
/// zone is taken as UTC for that.
package struct Timestamp: Sendable, Hashable {
  /// Whole seconds since 1970 in UTC.
  package var seconds: Int
  /// The fraction of the second in units of a hundred nanoseconds, the resolution of .NET.
  package var ticks: Int
  /// Whether the spelling said which zone it means.
  package var hasZone: Bool

  /// The instant as RFC 3339 in UTC, with as many digits of the fraction as are needed.
  package var rfc3339: String {
    let days = seconds.floorDivided(by: 86_400)
    let rest = seconds - days * 86_400
    let (year, month, day) = CivilDate.date(fromDays: days)
    var text = year < 0 ? "-" : ""
    text += Self.padded(abs(year), 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    text += "T" + Self.padded(rest / 3600, 2) + ":" + Self.padded(rest / 60 % 60, 2)
    text += ":" + Self.padded(rest % 60, 2)
    if ticks > 0 {
      var fraction = Self.padded(ticks, 7)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += "." + fraction
    }
    return text + "Z"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Timestamp {
  /// Whether two dates in canonical form may be one instant though one of them says no zone.
  ///
  /// It is then in the zone of its host, which nobody else knows: a host may write midnight as the day
  /// alone in JSV and as an instant in JSON. The two differ by an offset that zones have: at most
  /// fourteen hours, in quarters.
  package static func mayAgree(_ left: String, _ right: String) -> Bool {
    guard !(left.hasSuffix("Z") && right.hasSuffix("Z")),
      let left = TimestampReader.any(left), let right = TimestampReader.any(right)
    else { return false }
    let difference = left.seconds - right.seconds
    return left.ticks == right.ticks && abs(difference) <= 14 * 3600 && difference % 900 == 0
  }
}

/// Days of the proleptic Gregorian calendar.
enum CivilDate {
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  ///
  /// Eras of 400 years from March on make the leap day the last of a year.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.floorDivided(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func date(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Int {
  /// Division that rounds towards minus infinity, for a positive divisor.
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
