import AccordModel

/// The page of a run, part by part.
struct RunPage {
  /// The run.
  let run: RunRecord
  /// The suites with the results of each by endpoint.
  let suites: [(suite: RunRecord.Suite, endpoints: [EndpointResults])]
  /// What is asked of the run: violations that count, and those that only warn.
  let broken: [Cause]
  let warned: [Cause]

  /// Whether there is more than a browser should build before it shows the page.
  ///
  /// The content of a case is then in a `noscript` element, which is text to a browser with scripts
  /// until the case is opened, and as good as any other element to one without.
  let isLarge: Bool

  /// The page of a run.
  init(_ run: RunRecord) {
    self.run = run
    isLarge = run.summary.cases > 1_000
    suites = run.suites.map { ($0, EndpointResults.endpoints(of: $0)) }
    broken = Cause.causes(in: run) { run.counts($0) }
    warned = Cause.causes(in: run) { !run.counts($0) }
  }

  /// The frame of the page.
  var skeleton: PageSkeleton {
    let state: PageState =
      switch run.exitStatus {
      case 0: .holds
      case 1: .broken
      default: .warned
      }
    return PageSkeleton(title: "Accord: \(run.headline)", script: .cases, state: state)
  }

  /// Everything before the cases.
  var overview: HTML {
    var page = heading
    for (suite, endpoints) in suites { page += matrix(of: suite, endpoints) }
    page += causes(broken, "Violations", id: "violations")
    page += reasons("Failed", id: "failed") { ReasonCount.failed($0) }
    page += flaky
    page += reasons("Not tried again", id: "not-tried-again") { ReasonCount.notRepeated($0) }
    page += causes(warned, "Warnings", id: "warnings")
    page += reasons("Skipped and not run", id: "skipped") {
      ReasonCount.skipped($0) + ReasonCount.notRun($0)
    }
    page += reasons("Not checked", id: "not-checked") { ReasonCount.notChecked($0) }
    return page + notProvoked + times
  }

  private var heading: HTML {
    var page: HTML = """
      <p class="eyebrow">Conformance report</p>
      <h1>\(run.headline)</h1>

      """
    for warning in run.settings.warnings {
      let text = VisibleText.bounded(warning, to: 500)
      page += "<p class=\"callout warned\"><strong>Warning:</strong> \(text)</p>\n"
    }
    if let interruption = run.interruption {
      let text = VisibleText.bounded(interruption, to: 500)
      page += "<p class=\"callout broken\"><strong>Ended early:</strong> \(text)</p>\n"
    }
    page +=
      "<dl class=\"tiles\"><div class=\"plain\"><dt>cases</dt><dd>\(run.summary.cases)</dd></div>"
    for (state, word, count) in tiles where count > 0 {
      page +=
        "<div class=\"\(HTML(markup: state.rawValue))\"><dt>\(word)</dt><dd>\(count)</dd></div>"
    }
    page += "</dl>\n"
    for suite in run.suites {
      let subject = VisibleText.bounded(suite.subject, to: 300)
      let coverage = suite.coverage
      let share: HTML =
        coverage.promised == 0
        ? ""
        : """
         <span class="muted">\(coverage.percent) of \(quantity(coverage.promised, "promise")) \
        exercised, \(coverage.held) held</span>
        """
      page += "<p><strong>\(suite.name)</strong> against \(subject)\(share)</p>\n"
    }
    let strictness = run.settings.isStrict ? ", broken assumptions count" : ""
    page += """
      <p class="muted small">\(run.provenance) Seed \(String(run.settings.seed))\(strictness).</p>

      """
    return page + contents
  }

  private var tiles: [(PageState, String, Int)] {
    let summary = run.summary
    return [
      (.holds, "conform", summary.conforming), (.broken, "violate", summary.violating),
      (.flaky, "flaky", summary.flaky), (.warned, "warned", summary.warned),
      (.failed, "failed", summary.failed),
      (.notChecked, "not checked", summary.notChecked), (.skipped, "skipped", summary.skipped),
      (.notRun, "not run", summary.notRun),
      (.notProvoked, "errors not provoked", summary.notProvoked),
    ]
  }

  private var contents: HTML {
    let summary = run.summary
    let notChecked = run.suites.lazy.flatMap(\.cases).count { !$0.notChecked.isEmpty }
    let links: [(String, String, Int)] = [
      ("Violations", "violations", broken.count), ("Failed", "failed", summary.failed),
      ("Flaky", "flaky", summary.flaky), ("Warnings", "warnings", warned.count),
      ("Skipped and not run", "skipped", summary.skipped + summary.notRun),
      ("Not checked", "not-checked", notChecked),
      ("Not provoked", "not-provoked", summary.notProvoked),
      ("Times", "times", run.suites.reduce(0) { $0 + OperationTimes.times(of: $1).count }),
      ("Cases", "cases", summary.cases),
    ]
    let items: [HTML] = links.filter { $0.2 > 0 }
      .map { title, id, count in
        "<li><a href=\"#\(id)\">\(title)</a> <span class=\"muted\">\(count)</span></li>"
      }
    return "<nav class=\"contents\" aria-label=\"On this page\"><ul>\(items)</ul></nav>\n"
  }
}
