import AccordModel
import AccordSchema

/// JSON with everything that was sent, received and judged.
///
/// The members stand in a fixed order. From it the record of the run can be read again, and from
/// that every other format written.
public struct JSONFormat: ReportFormat {
  /// The version of the document's shape; it grows when a member changes its meaning or goes.
  package static let schemaVersion = 5

  /// How a record of another version is renewed.
  static let renewal =
    "Run `accord verify` again, or read the file with the version of Accord that it names."

  /// The name.
  public let name = "json"

  /// The usual file.
  public let fileName = "report.json"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run, one case at a time.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    var document = JSONOutline()
    document.open(.object, to: &output)
    document.write(run.head, to: &output)
    document.open(.array, "suites", to: &output)
    for suite in run.suites {
      document.open(.object, to: &output)
      document.write(suite.head, to: &output)
      document.open(.array, "contracts", to: &output)
      for contract in suite.contracts {
        document.open(.object, to: &output)
        document.write(contract.head, to: &output)
        document.open(.array, "promises", to: &output)
        for promise in contract.promises {
          document.open(.object, to: &output)
          document.write(promise.members, to: &output)
          document.close(to: &output)
        }
        document.close(to: &output)
        document.close(to: &output)
      }
      document.close(to: &output)
      document.write(suite.figures, to: &output)
      document.open(.array, "cases", to: &output)
      for result in suite.cases {
        document.open(.object, to: &output)
        document.write(result.head, to: &output)
        document.write(result.sent.text, as: "exchanges", to: &output)
        document.close(to: &output)
      }
      document.close(to: &output)
      document.write([JSONMember("notProvoked", suite.notProvoked.json)], to: &output)
      document.close(to: &output)
    }
    document.close(to: &output)
    document.close(to: &output)
    output.write("\n")
  }
}
