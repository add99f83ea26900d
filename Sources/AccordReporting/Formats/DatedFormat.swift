package import AccordModel

/// A format that bears a time whatever the record of the run knows of it.
package protocol DatedFormat: ReportFormat {
  /// The time that is written in the place of the run's own.
  var moment: Moment? { get set }
}

extension DatedFormat {
  /// When the run began, `yyyy-MM-ddTHH:mm:ss` in UTC and without a zone, as the schema of Ant
  /// demands it; where nobody knows, an instant that nobody takes for a real one.
  func timestamp(of run: RunRecord) -> String {
    (moment ?? run.began)?.withoutZone ?? "1970-01-01T00:00:00"
  }
}
