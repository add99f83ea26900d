import Accord
import AccordReporting
import ArgumentParser

/// The time that the environment names for reports.
enum SourceDate {
  /// What SOURCE_DATE_EPOCH names, if it is set.
  static func moment(in environment: [String: String]) throws -> Moment? {
    do throws(Moment.InvalidSourceDate) {
      return try Moment.sourceDate(in: environment)
    } catch {
      throw ValidationError(TerminalText.line("\(error)"))
    }
  }
}
