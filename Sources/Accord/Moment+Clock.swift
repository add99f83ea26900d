import FoundationEssentials

extension Moment {
  /// The moment that the clock shows.
  public static var now: Moment? {
    Moment(secondsSinceEpoch: Int64(Date.now.timeIntervalSince1970))
  }

  /// The moment that SOURCE_DATE_EPOCH names, by which tools are told what to write in the place
  /// of the time (reproducible-builds.org); `nil` where it is not set, or empty.
  public static func sourceDate(
    in environment: [String: String]
  ) throws(InvalidSourceDate) -> Moment? {
    guard let text = environment["SOURCE_DATE_EPOCH"], !text.isEmpty else { return nil }
    guard let seconds = Int64(text), let moment = Moment(secondsSinceEpoch: seconds) else {
      throw InvalidSourceDate(found: text)
    }
    return moment
  }

  /// SOURCE_DATE_EPOCH names no moment.
  public struct InvalidSourceDate: Error, Sendable, Hashable, CustomStringConvertible {
    /// What it holds.
    public let found: String

    /// What was expected, what was found, and what to do.
    public var description: String {
      """
      SOURCE_DATE_EPOCH expects the seconds since 1970 as a whole number from 0 to 253402300799, \
      found "\(found)". Correct it, or unset it.
      """
    }
  }
}
