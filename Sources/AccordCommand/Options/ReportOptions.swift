import AccordReporting
import ArgumentParser

/// Which reports are written, and where.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      A report, as FORMAT or FORMAT=PATH: junit, markdown, json, html, terminal; may be repeated. \
      Without it the first three are written.
      """
  )
  var report: [String] = []

  @Option(name: .long, help: "The folder for reports.")
  var output = "Reports/runs"

  func validate() throws { _ = try files }

  /// The formats with their paths.
  var files: [(format: any ReportFormat, path: String)] {
    get throws {
      let known = ReportFormats.all
      guard !report.isEmpty else {
        return known.filter { $0.name != "terminal" }.map { ($0, "\(output)/\($0.fileName)") }
      }
      return try report.map { text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        guard let format = known.first(where: { $0.name == name }) else {
          throw ValidationError(
            "--report: unknown format \"\(name)\". "
              + NearMiss.hint(name, among: known.map(\.name))
          )
        }
        return (format, parts.count > 1 ? parts[1] : "\(output)/\(format.fileName)")
      }
    }
  }
}
