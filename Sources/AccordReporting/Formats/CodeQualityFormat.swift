import AccordModel
import AccordSchema

/// A GitLab code quality report: an array of issues at the lines that state the promises.
///
/// One issue for each way in which a promise is broken. GitLab knows an issue of the last run by
/// its fingerprint, so that a merge request shows what is new and what is resolved.
public struct CodeQualityFormat: ReportFormat {
  /// The name.
  public let name = "codequality"

  /// The usual file, as GitLab's examples name it.
  public let fileName = "gl-code-quality-report.json"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let issues = Cause.fingerprinted(Cause.causes(in: run) { _ in true }).map {
      cause,
      fingerprint in
      let violation = cause.violation
      let severity =
        violation.known != nil ? "info" : run.counts(violation) ? "major" : "minor"
      let known = violation.known.map { " Known: \(VisibleText.line($0))" } ?? ""
      let trace = cause.traceInWords.map { " Trace \($0)." } ?? ""
      return [
        "description": .string(cause.sentence + known + trace),
        "check_name": .string(VisibleText.line(violation.rule)),
        "fingerprint": .string(fingerprint.description),
        "severity": .string(severity),
        "location": [
          "path": .string(violation.clause.file),
          "lines": ["begin": .count(max(1, violation.clause.line))],
        ],
      ] as JSON
    }
    output.write(JSON.array(issues).text(indented: true) + "\n")
  }
}
