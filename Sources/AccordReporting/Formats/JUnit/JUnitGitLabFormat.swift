package import AccordModel

/// JUnit XML as GitLab reads it, and the GitHub actions that annotate from it.
///
/// A `testcase` names the file and the line of the promise that it breaks, and has a `system-out`
/// of its own. A body that is too long for it, or not text, is a file beside the report, which
/// `[[ATTACHMENT|…]]` names.
public struct JUnitGitLabFormat: ReportFormat, DatedFormat, SeveralFilesFormat {
  /// The name.
  public let name = "junit:gitlab"

  /// The usual file.
  public let fileName = "junit-gitlab.xml"

  /// The time that is written in the place of the run's own.
  package var moment: Moment?

  /// Creates the format.
  package init(moment: Moment? = nil) { self.moment = moment }

  /// Writes the record of a run, without attachments.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    var attachments = JUnitAttachments(folder: nil)
    write(run, &attachments, to: &output)
  }

  /// The report, and its attachments in a folder beside it.
  package func write(
    _ run: RunRecord,
    at path: String,
    _ pass: (ReportFile) throws -> Void
  ) rethrows -> Bool {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var attachments = JUnitAttachments(folder: path == "-" ? nil : parent + "attachments")
    let report = ReportFile(path: path, in: logLanguage) { output in
      write(run, &attachments, to: &output)
    }
    try pass(report)
    for file in attachments.files { try pass(file) }
    return true
  }

  private func write(
    _ run: RunRecord,
    _ attachments: inout JUnitAttachments,
    to output: inout some TextOutputStream
  ) {
    let suites = JUnitSuite.suites(of: run)
    output.write(JUnitXML.declaration + "<testsuites>\n")
    for suite in suites {
      let attributes = JUnitXML.attributes([
        "name": suite.name,
        "timestamp": timestamp(of: run),
        "tests": String(suite.count),
        "failures": String(suite.count(.failure)),
        "errors": String(suite.count(.error)),
        "skipped": String(suite.count(.skipped)),
        "time": JUnitXML.seconds(suite.duration),
      ])
      output.write("  <testsuite\(attributes)>\n")
      suite.forEach { write($0, &attachments, to: &output) }
      output.write("    <system-err>\(JUnitXML.text(suite.error))</system-err>\n")
      output.write("  </testsuite>\n")
    }
    output.write("</testsuites>\n")
  }

  private func write(
    _ testCase: JUnitSuite.Case,
    _ attachments: inout JUnitAttachments,
    to output: inout some TextOutputStream
  ) {
    let violations = testCase.result?.violations ?? []
    let clause = (violations.first { $0.known == nil } ?? violations.first)?.clause
    var attributes = JUnitXML.attributes([
      "classname": testCase.className, "name": testCase.name,
    ])
    if let clause {
      attributes += JUnitXML.attributes([
        "file": JUnitXML.token(clause.file), "line": String(clause.line),
      ])
    }
    attributes += JUnitXML.attributes(["time": JUnitXML.seconds(testCase.duration)])
    output.write("    <testcase\(attributes)>\n")
    if let outcome = testCase.outcome { output.write("      \(outcome.xml)\n") }
    if let result = testCase.result {
      let transcript = JUnitTranscript(result, &attachments)
      // The lines that name attachments are ours; all others are kept from looking like one.
      let text = JUnitXML.text(transcript.text) + XMLText.content(transcript.attachmentLines)
      output.write("      <system-out>\(text)</system-out>\n")
    }
    output.write("    </testcase>\n")
  }
}
