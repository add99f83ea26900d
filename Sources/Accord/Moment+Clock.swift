import FoundationEssentials

extension Moment {
  /// The moment that the clock shows.
  public static var now: Moment? {
    Moment(secondsSinceEpoch: Int64(Date.now.timeIntervalSince1970))
  }

  /// The moment that SOURCE_DATE_EPOCH names, by which tools are told what to write in the place
  /// of the time (reproducible-builds.org); `nil` where it names none.
  public static func sourceDate(in environment: [String: String]) -> Moment? {
    environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }
      .flatMap { Moment(secondsSinceEpoch: $0) }
  }
}
