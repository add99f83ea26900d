/// Dates as .NET has them, and as its hosts write them in each format.
package enum DotNetDate {
  /// The instants that `System.DateTime` has, in seconds since 1970: the years 1 to 9999.
  static let seconds = -62_135_596_800...253_402_300_799

  /// The text in JSV and CSV (`DateTimeSerializer.ToShortestXsdDateTimeString`): the day alone at
  /// midnight, else seconds, with seven digits of a fraction if there is one; nil for what is no date.
  ///
  /// A date without a zone is taken to be of a host in UTC, which writes its offset.
  package static func shortest(_ text: String) -> String? {
    guard let timestamp = TimestampReader.any(text) else { return nil }
    let whole = Timestamp(seconds: timestamp.seconds, ticks: 0, hasZone: true).rfc3339.dropLast()
    if timestamp.ticks == 0, whole.hasSuffix("T00:00:00") { return String(whole.dropLast(9)) }
    var result = String(whole)
    if timestamp.ticks > 0 {
      let digits = String(timestamp.ticks)
      result += "." + String(repeating: "0", count: 7 - digits.utf8.count) + digits
    }
    return result + (timestamp.hasZone ? "Z" : "+00:00")
  }

  /// The text in JSON (`DateTimeSerializer.WriteWcfJsonDate`): `/Date(ms)/`, with `-0000` for a date
  /// without a zone; nil for what is no date.
  package static func milliseconds(_ text: String) -> String? {
    guard let timestamp = TimestampReader.any(text) else { return nil }
    let milliseconds = timestamp.seconds * 1000 + timestamp.ticks / 10_000
    return "/Date(\(milliseconds)\(timestamp.hasZone ? "" : "-0000"))/"
  }
}
