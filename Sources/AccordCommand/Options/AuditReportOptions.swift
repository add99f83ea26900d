import AccordAudit
import AccordReporting
import AccordSchema
import ArgumentParser

/// Where the report of an audit goes.
struct AuditReportOptions: ParsableArguments {
  /// A way to write it.
  enum Form: String, CaseIterable {
    case terminal
    case markdown
    case html
    case json

    /// The report in this form.
    func text(of report: AuditReport) -> String {
      switch self {
      case .terminal: report.text()
      case .markdown: report.markdown
      case .html: report.html
      case .json: String(decoding: report.json.bytes(), as: UTF8.self) + "\n"
      }
    }
  }

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A report, as FORMAT or FORMAT=PATH; may be repeated. The path - is standard output.",
      discussion: "Formats: \(Form.allCases.map(\.rawValue).joined(separator: ", "))."
    )
  )
  var report: [String] = []

  func validate() throws { try ReportPaths.check(try files.map(\.path)) }

  /// The reports that are asked for; standard output is where those without a path go.
  var files: [(form: Form, path: String)] {
    get throws {
      try ReportPaths.formats(of: report.isEmpty ? ["terminal"] : report)
        .map { ($0.format, $0.path ?? "-") }
    }
  }
}
