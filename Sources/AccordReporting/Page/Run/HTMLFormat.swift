import AccordModel

/// One HTML page with everything that was sent, received and judged, for everyone.
///
/// It needs nothing but itself, and can be read, searched and linked into without a script, which
/// adds a filter and a button to copy.
public struct HTMLFormat: ReportFormat {
  /// The name.
  public let name = "html"

  /// The usual file.
  public let fileName = "report.html"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let page = RunPage(run)
    let skeleton = page.skeleton
    output.write(skeleton.opening.text)
    output.write(page.overview.text)
    var cases = CasesSection(page)
    cases.write(to: &output)
    output.write(skeleton.closing.text)
  }
}
