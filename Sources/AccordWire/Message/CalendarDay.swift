/// A day in the Gregorian calendar at UTC, for the dates of certificates.
struct CalendarDay: Sendable, Hashable, CustomStringConvertible {
  let year: Int64
  let month: Int64
  let day: Int64

  /// The day that holds this second, counted from 1970.
  init(_ secondsSince1970: Int64) {
    // Howard Hinnant's civil_from_days: eras of 400 years that begin on 1 March.
    let days = secondsSince1970.floorDivided(by: 86_400) + 719_468
    let era = days.floorDivided(by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var description: String {
    let padded = [year, month, day].enumerated().map { index, number in
      let text = String(number)
      return String(repeating: "0", count: max(0, (index == 0 ? 4 : 2) - text.count)) + text
    }
    return padded.joined(separator: "-")
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
