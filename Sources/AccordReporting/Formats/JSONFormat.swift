package import AccordModel
import AccordSchema

/// JSON with everything that was sent, received and judged.
///
/// The members stand in a fixed order. Timings are left out, so that the documents of two runs can
/// be compared.
package struct JSONFormat: ReportFormat {
  /// The version of the document's shape; it grows when a member changes its meaning or goes.
  package static let schemaVersion = 1

  /// The name.
  package let name = "json"

  /// The usual file.
  package let fileName = "report.json"

  /// Creates the format.
  package init() {}

  /// Writes a report.
  package func write(_ report: Report, to output: inout some TextOutputStream) {
    output.write(EncodedReport(report).json.text(indented: true) + "\n")
  }
}
