package import AccordModel

/// A language that a report is written in; a team's own is taken by `--report NAME=PATH` and by
/// ``AccordModel/Report/write(_:to:)`` as those of Accord are.
///
/// ```swift
/// /// A line for each case that violates, for a chat.
/// struct ChatFormat: ReportFormat {
///   let name = "chat"
///   let fileName = "chat.txt"
///
///   func write(_ run: RunRecord, to output: inout some TextOutputStream) {
///     for result in run.suites.flatMap(\.cases) where result.verdict == .violates {
///       output.write("\(result.id): \(result.violations.map(\.rule).joined(separator: ", "))\n")
///     }
///   }
/// }
///
/// Extensions(reports: [ChatFormat()])
/// ```
///
/// A format is pure: a record goes in, text comes out. It reads no clock and no host, so the same
/// record gives the same bytes. What a server sent is hostile: escape it for your language. Whatever
/// a format writes, what looks like a command for the log of a CI system is escaped in it.
public protocol ReportFormat: Sendable {
  /// The name by which a command line asks for it, such as `junit`: no other format has it, and it
  /// holds no equals sign.
  var name: String { get }

  /// The name of the file that it usually is written to; `-` is standard output.
  ///
  /// It ends with `.json` where the format is JSON, and with `.xml` or `.html` where it is markup: so
  /// what looks like a command for a log is escaped as the language has it.
  var fileName: String { get }

  /// Writes the record of a run, with a line feed at the end.
  func write(_ run: RunRecord, to output: inout some TextOutputStream)
}

/// A format whose report may be more than one file.
package protocol SeveralFilesFormat: ReportFormat {
  /// Passes on the files of the report when it is written to a path, one after the other: each is to
  /// be written before the next is known. False where the report is one file after all.
  func write(
    _ run: RunRecord,
    at path: String,
    _ pass: (ReportFile) throws -> Void
  ) rethrows -> Bool
}

extension ReportFormat {
  /// Passes on the files of the report when it is written to a path; false where it is one file.
  package func writeFiles(
    of run: RunRecord,
    at path: String,
    _ pass: (ReportFile) throws -> Void
  ) rethrows -> Bool {
    guard let format = self as? any SeveralFilesFormat else { return false }
    return try format.write(run, at: path, pass)
  }

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
