package import AccordModel

/// A language that a report is written in.
///
/// A format is pure: a record goes in, text comes out. It reads no clock and no host, so the same
/// record gives the same bytes.
package protocol ReportFormat: Sendable {
  /// The name by which a command line asks for it, such as `junit`.
  var name: String { get }

  /// The name of the file or folder that it usually is written to; `-` is standard output.
  var fileName: String { get }

  /// Writes the record of a run.
  func write(_ run: RunRecord, to output: inout some TextOutputStream)

  /// The files of the report when it is written to a path, where they are more than one.
  func files(for run: RunRecord, at path: String) -> [ReportFile]?
}

extension ReportFormat {
  /// The report is one file.
  package func files(for run: RunRecord, at path: String) -> [ReportFile]? { nil }

  /// Writes the record of a run in pieces of UTF-8, in which nothing is a command for the log of a CI
  /// system.
  package func write(_ run: RunRecord, inPieces pass: @escaping ([UInt8]) -> Void) {
    var output = HarmlessOutput(in: logLanguage, to: pass)
    write(run, to: &output)
    output.finish()
  }

  /// The record of a run as text, in which nothing is a command for the log of a CI system.
  ///
  /// It is so wherever the text goes: a file is shown in a log as easily as standard output.
  package func text(for run: RunRecord) -> String {
    var text = ""
    write(run, to: &text)
    return LogText.harmless(text, in: logLanguage)
  }

  /// A report as text.
  package func text(for report: Report) -> String { text(for: RunRecord(report)) }
}
