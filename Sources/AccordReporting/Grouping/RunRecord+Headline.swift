import AccordModel

extension RunRecord {
  /// What came of the run, as one sentence.
  package var headline: String {
    part.map { "\($0.name): \(verdict)" } ?? verdict
  }

  private var verdict: String {
    let summary = summary
    guard summary.cases > 0 else { return "No case was selected." }
    guard summary.cases > summary.skipped else {
      return summary.cases == 1
        ? "Nothing was checked: the only case was skipped."
        : "Nothing was checked: all \(summary.cases) cases were skipped."
    }
    let judged = summary.conforming + summary.violating
    let judgement =
      summary.violating > 0
      ? "\(summary.violating) of \(quantity(summary.cases, "case")) "
        + (summary.violating == 1 ? "violates its contract" : "violate their contracts")
      : judged == summary.cases
        ? (summary.cases == 1 ? "The only case conforms" : "All \(summary.cases) cases conform")
        : "\(summary.conforming) of \(quantity(summary.cases, "case")) conform, "
          + (summary.known > 0 ? "no other violates" : "none violates")
    let outdated = baseline.count(where: \.fails)
    let rest = [
      summary.known > 0 ? "\(summary.known) known" : nil,
      summary.flaky > 0 ? "\(summary.flaky) flaky" : nil,
      summary.warned > 0 ? quantity(summary.warned, "warning") : nil,
      summary.notChecked > 0 ? "\(summary.notChecked) not checked whole" : nil,
      summary.skipped > 0 ? "\(summary.skipped) skipped" : nil,
      summary.failed > 0 ? "\(summary.failed) failed" : nil,
      summary.notRun > 0 ? "\(summary.notRun) not run" : nil,
      outdated > 0 ? "\(quantity(outdated, "entry", "entries")) of the baseline out of date" : nil,
    ].compactMap(\.self)
    let isIncomplete = summary.failed > 0 || summary.notRun > 0 || interruption != nil
    return (isIncomplete ? "The run is incomplete: " : "") + judgement
      + rest.map { ", \($0)" }.joined() + "."
  }
}

/// A number with its noun, such as `1 case` or `3 cases`.
package func quantity(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
