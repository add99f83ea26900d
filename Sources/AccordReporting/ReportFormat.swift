package import AccordModel

/// A language that a report is written in.
///
/// A format is pure: a report goes in, text comes out. It reads no clock and no host, so the same
/// report gives the same bytes.
package protocol ReportFormat: Sendable {
  /// The name by which a command line asks for it, such as `junit`.
  var name: String { get }

  /// The name of the file that it usually is written to.
  var fileName: String { get }

  /// Writes a report.
  func write(_ report: Report, to output: inout some TextOutputStream)
}

extension ReportFormat {
  /// The report as text.
  package func text(for report: Report) -> String {
    var text = ""
    write(report, to: &text)
    return text
  }
}
