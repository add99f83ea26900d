import AccordReporting
import AccordSchema
import ArgumentParser
import FoundationEssentials

/// Which violations are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Violations that this file lists are known, and fail no run.",
      discussion: "What it lists and no longer occurs, or is past its day, fails a run.",
      valueName: "FILE"
    )
  )
  var baseline: String?

  @OptionGroup var calendar: CalendarOptions

  /// The known violations, if a file is named; it is read before the run.
  func known() throws -> KnownViolations? {
    guard let baseline else { return nil }
    return KnownViolations(baseline: try BaselineFile.read(baseline), today: try calendar.day)
  }
}

/// Which day it is.
struct CalendarOptions: ParsableArguments {
  @Option(name: .long, help: .hidden)
  var today: String?

  func validate() throws {
    guard let today, CalendarDay(today) == nil else { return }
    throw ValidationError("--today expects a day such as 2026-01-31, found \"\(today)\".")
  }

  /// The day that was given, else the day in UTC.
  var day: CalendarDay {
    get throws {
      let text = today ?? Date.now.formatted(.iso8601.year().month().day())
      guard let day = CalendarDay(text) else {
        throw ValidationError("The clock says \"\(text)\", which is no day; give --today.")
      }
      return day
    }
  }
}

/// A baseline as of a day.
struct KnownViolations: Sendable {
  /// What is listed.
  let baseline: Baseline

  /// The day.
  let today: CalendarDay

  /// The case with its known violations marked.
  func marking(_ result: RunRecord.Case, isStrict: Bool) -> RunRecord.Case {
    baseline.marking(result, isStrict: isStrict, today: today)
  }

  /// The run with its known violations marked.
  func applied(to run: RunRecord) -> RunRecord { baseline.applied(to: run, today: today) }
}
