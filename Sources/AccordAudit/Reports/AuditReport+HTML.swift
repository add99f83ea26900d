import AccordReporting

extension AuditReport {
  /// The report as one page without scripts.
  public var html: String {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<title>How much the contracts would notice</title>",
      "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
        + "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #ccc}"
        + "code{font-size:.85em;overflow-wrap:anywhere}</style>",
      "</head>", "<body>", "<h1>How much the contracts would notice</h1>",
    ]
    for suite in suites {
      lines.append("<h2>\(HTMLText.line(suite.name))</h2>")
      for sentence in Self.sentences(of: suite) {
        lines.append("<p>\(HTMLText.line(sentence))</p>")
      }
      lines += Self.rows("family", suite.entries, by: \.family)
      lines += Self.rows("promise", suite.entries) { "\($0.contract) \($0.clause)" }
      lines += ["<h3>Survivors</h3>", "<ul>"]
      for entry in Self.survivors(of: suite) {
        lines.append(
          "<li>\(HTMLText.line(Self.sentence(of: entry)))<br><code>\(HTMLText.line(entry.id))</code></li>"
        )
      }
      lines.append("</ul>")
    }
    return (lines + ["</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private static func rows(
    _ title: String,
    _ entries: [Entry],
    by key: (Entry) -> String
  ) -> [String] {
    var lines = [
      "<table>",
      "<tr><th>\(title)</th><th>noticed</th><th>of</th><th>strictly</th><th>equivalent</th></tr>",
    ]
    for (name, figures) in figures(of: entries, by: key) {
      let cells = [figures.noticed, figures.total, figures.noticedStrictly, figures.equivalent]
      lines.append(
        "<tr><td>\(HTMLText.line(name))</td>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
      )
    }
    return lines + ["</table>"]
  }
}
