import Accord

/// A report format of the team's own: a line for each case that violates, and a closing one.
struct ChatFormat: ReportFormat {
  let name = "chat"
  let fileName = "chat.txt"

  func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    for result in run.suites.flatMap(\.cases) {
      for violation in result.violations where run.counts(violation) {
        output.write("\(result.id) (\(result.origin.rawValue)): \(violation.rule)\n")
      }
    }
    output.write("\(run.summary.conforming) of \(run.summary.cases) cases conform.\n")
  }
}
