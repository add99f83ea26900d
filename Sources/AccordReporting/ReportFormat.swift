package import AccordModel

/// A language that a report is written in.
///
/// A format is pure: a record goes in, text comes out. It reads no clock and no host, so the same
/// record gives the same bytes.
package protocol ReportFormat: Sendable {
  /// The name by which a command line asks for it, such as `junit`.
  var name: String { get }

  /// The name of the file that it usually is written to.
  var fileName: String { get }

  /// Writes the record of a run.
  func write(_ run: RunRecord, to output: inout some TextOutputStream)
}

extension ReportFormat {
  /// The record of a run as text.
  package func text(for run: RunRecord) -> String {
    var text = ""
    write(run, to: &text)
    return text
  }

  /// A report as text.
  package func text(for report: Report) -> String { text(for: RunRecord(report)) }
}
