package import AccordModel

/// The Retry-After field (RFC 9110 section 10.2.3): seconds, or a date.
package enum RetryAfter {
  /// How many seconds to wait, when a response asks to come back later.
  ///
  /// `now` is in seconds since 1970.
  package static func seconds(in response: Exchange.Response, now: Int64) -> Int64? {
    guard response.status == 429 || response.status == 503,
      let value = response.fields.values(of: "Retry-After").first
    else { return nil }
    if let seconds = Int64(value) { return seconds >= 0 ? seconds : nil }
    return date(value).map { max(0, $0 - now) }
  }

  /// The seconds since 1970 of an IMF-fixdate such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  package static func date(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int64(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])), let year = Int64(parts[3]),
      (1970...9999).contains(year)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    // Days since 1970 in the proleptic Gregorian calendar, counted in years that begin in March.
    let shifted = month < 2 ? year - 1 : year
    let march = Int64(month < 2 ? month + 10 : month - 2)
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * march + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return days * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
