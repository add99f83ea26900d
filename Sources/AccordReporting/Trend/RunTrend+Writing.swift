import AccordModel

extension RunTrend {
  /// The languages that a trend is written in.
  package enum Format: String, Sendable, CaseIterable {
    /// The text that a terminal shows.
    case terminal
    /// Markdown.
    case markdown
    /// A page that needs nothing but itself.
    case html
  }

  /// The trend as text, in which nothing is a command for the log of a CI system.
  package func text(in format: Format) -> String {
    switch format {
    case .terminal: LogText.harmless(terminal)
    case .markdown: markdown
    case .html: page
    }
  }

  private static let columns = [
    "cases", "conforming", "violating", "failed", "skipped", "flaky", "coverage",
  ]

  private func cells(of entry: Entry) -> [String] {
    let summary = entry.summary
    return [
      summary.cases, summary.conforming, summary.violating, summary.failed, summary.skipped,
      summary.flaky,
    ].map(String.init) + [entry.coverage.percent]
  }

  /// A sign for each run: right, right when it was tried again, wrong, or nothing known.
  private static func signs(_ flaky: Flaky) -> String {
    zip(flaky.states, flaky.retried).map { state, isRetried in
      isRetried ? "≈" : state.map { $0 ? "✓" : "✗" } ?? "·"
    }.joined()
  }

  private static func words(_ slower: Slower) -> (before: String, now: String) {
    (OperationTimes.words(slower.before), OperationTimes.words(slower.now))
  }

  private var terminal: String {
    var table = TextTable(["run"] + Self.columns)
    for entry in entries { table.append([TerminalText.line(entry.title)] + cells(of: entry)) }
    var text = table.lines.map { $0 + "\n" }.joined()
    let flaky = flaky
    if !flaky.isEmpty {
      text += "\nright and wrong by turns: \(flaky.count)\n"
      for entry in flaky {
        text += "  \(Self.signs(entry))  \(TerminalText.line(entry.id.description))\n"
      }
    }
    let slower = slower
    if !slower.isEmpty {
      text += "\nslower than before, in the median: \(slower.count)\n"
      for entry in slower {
        let (before, now) = Self.words(entry)
        text += "  \(TerminalText.line(entry.endpoint)): \(before), now \(now)\n"
      }
    }
    return text
  }

  private var markdown: String {
    var text = "# Trend of \(quantity(entries.count, "run"))\n\n"
    text += MarkdownText.head(["Run"] + Self.columns.map(\.capitalized), numbers: 1..<8)
    for entry in entries {
      text += MarkdownText.row([MarkdownText.inline(entry.title)] + cells(of: entry))
    }
    let flaky = flaky
    if !flaky.isEmpty {
      text += "\n## Right and wrong by turns\n\n" + MarkdownText.head(["Runs", "Case"])
      for entry in flaky {
        text += MarkdownText.row([
          Self.signs(entry), MarkdownText.code(entry.id.description),
        ])
      }
    }
    let slower = slower
    if !slower.isEmpty {
      text += "\n## Slower than before\n\n"
      text += MarkdownText.head(["Endpoint", "Median before", "Now"], numbers: 1..<3)
      for entry in slower {
        let (before, now) = Self.words(entry)
        text += MarkdownText.row([MarkdownText.code(entry.endpoint), before, now])
      }
    }
    return text
  }

  private var page: String {
    let title = "Trend of \(quantity(entries.count, "run"))"
    var body: HTML = "<p class=\"eyebrow\">Conformance over time</p>\n<h1>\(title)</h1>\n"
    body += Self.table(
      ["Run"] + Self.columns.map(\.capitalized),
      entries.map { [$0.title] + cells(of: $0) }
    )
    let flaky = flaky
    if !flaky.isEmpty {
      body += "<h2 id=\"flaky\">Right and wrong by turns</h2>\n"
      body += Self.table(
        ["Case", "Runs"],
        flaky.map { [$0.id.description, Self.signs($0)] }
      )
    }
    let slower = slower
    if !slower.isEmpty {
      body += "<h2 id=\"slower\">Slower than before</h2>\n"
      body += Self.table(
        ["Endpoint", "Median before", "Now"],
        slower.map { entry in
          let (before, now) = Self.words(entry)
          return [entry.endpoint, before, now]
        }
      )
    }
    let isRight = entries.last?.exitStatus == 0
    return PageSkeleton(title: "Accord: \(title)", state: isRight ? .holds : .broken).page(body)
  }

  private static func table(_ names: [String], _ rows: [[String]]) -> HTML {
    let head: [HTML] = names.map { "<th scope=\"col\">\($0)</th>" }
    let lines: [HTML] = rows.map { row in
      let cells: [HTML] = row.dropFirst().map { "<td class=\"number\">\($0)</td>" }
      return "<tr><th scope=\"row\">\(row.first ?? "")</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(names.first ?? "")">
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(lines)</tbody>
      </table>
      </div>

      """
  }
}

extension String {
  /// The text with its first letter as a capital.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
