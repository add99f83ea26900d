import AccordModel
import AccordSchema

/// JSON with everything that was sent, received and judged.
///
/// The members stand in a fixed order. From it the record of the run can be read again, and from
/// that every other format written.
package struct JSONFormat: ReportFormat {
  /// The version of the document's shape; it grows when a member changes its meaning or goes.
  package static let schemaVersion = 5

  /// How a record of another version is renewed.
  static let renewal =
    "Run `accord verify` again, or read the file with the version of Accord that it names."

  /// The name.
  package let name = "json"

  /// The usual file.
  package let fileName = "report.json"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  package func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    output.write(run.json.text(indented: true) + "\n")
  }
}
