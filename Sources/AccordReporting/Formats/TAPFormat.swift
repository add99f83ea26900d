import AccordModel
import AccordSchema

/// The Test Anything Protocol, version 14: a test point for each case, in the order of the report.
///
/// What a case has to say is a YAML block whose scalars are JSON strings, which YAML 1.2 reads as
/// they are. What is known is `TODO`: not ok, and no failure.
public struct TAPFormat: ReportFormat {
  /// The name.
  public let name = "tap"

  /// The usual file.
  public let fileName = "report.tap"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let cases = run.suites.flatMap(\.cases)
    let findings = run.baseline.filter { $0.state != .expired }
    let count = cases.count + findings.count
    output.write("TAP version 14\n1..\(count)\(count == 0 ? " # no case was selected" : "")\n")
    for warning in run.settings.warnings { output.write("# WARNING: \(comment(warning))\n") }
    for (index, result) in cases.enumerated() { write(result, index + 1, to: &output) }
    for (index, finding) in findings.enumerated() {
      let directive = finding.fails ? "" : " # SKIP \(comment(finding.sentence))"
      let name = "baseline: \(finding.entry.testCase) \(finding.entry.rule)"
      let verdict = finding.fails ? "not ok" : "ok"
      output.write("\(verdict) \(cases.count + index + 1) - \(escaped(name))\(directive)\n")
      guard finding.fails else { continue }
      output.write(block([("message", .string(line(finding.sentence)))]))
    }
    if let interruption = run.interruption {
      output.write("# The run ended early: \(comment(interruption))\n")
    }
    output.write("# \(comment(run.headline))\n")
  }

  private func write(
    _ result: RunRecord.Case,
    _ number: Int,
    to output: inout some TextOutputStream
  ) {
    let (verdict, directive, message): (String, String, String?) =
      switch result.verdict {
      case .conforms: ("ok", "", nil)
      case .violates where result.isKnown:
        ("not ok", "TODO \(result.violations.lazy.compactMap(\.known).first ?? "known")", nil)
      case .violates: ("not ok", "", nil)
      case .notChecked(let reason): ("ok", "SKIP not checked: \(reason)", nil)
      case .skipped(let reason): ("ok", "SKIP \(reason)", nil)
      case .failed(let reason): ("not ok", "", reason)
      case .notRun(let reason): ("not ok", "", "Not run: \(reason)")
      }
    output.write("\(verdict) \(number) - \(escaped(result.id.description))")
    output.write(directive.isEmpty ? "\n" : " # \(comment(directive))\n")
    var members: [(String, JSON)] = []
    if let message { members.append(("message", .string(line(message)))) }
    if let tries = result.triesInWords {
      members.append((result.isFlaky ? "flaky" : "tries", .string(tries)))
      for (index, wrong) in result.wrongTries.enumerated() {
        members.append(("try_\(index + 1)", .string(line(wrong))))
      }
    }
    if let hindrance = result.retryHindrance {
      members.append(("tries", .string(line(hindrance))))
    }
    if !result.violations.isEmpty {
      let causes = Cause.causes(of: result.loaded)
      members.append(("violations", .array(causes.map { entry(for: $0) })))
    }
    if !members.isEmpty { output.write(block(members)) }
  }

  private func entry(for cause: Cause) -> JSON {
    let (violation, result) = (cause.violation, cause.example)
    var members: [JSONMember] = [
      JSONMember("rule", .string(line(violation.rule))),
      JSONMember("level", .string(violation.level.rawValue)),
      JSONMember("promise", .string(line(violation.clause.sentence))),
      JSONMember("source", .string(line(violation.clause.source))),
      JSONMember("at", .string(line(TerminalFormat.place(of: violation, in: result)))),
      JSONMember("expected", .string(line(violation.expected))),
      JSONMember("actual", .string(line(violation.actual))),
    ]
    if let all = cause.allPlaces { members.append(JSONMember("items", .string(line(all)))) }
    if let hint = violation.hint { members.append(JSONMember("hint", .string(line(hint)))) }
    if let known = violation.known { members.append(JSONMember("known", .string(line(known)))) }
    if let trace = cause.traceInWords { members.append(JSONMember("trace", .string(trace))) }
    if result.exchanges.indices.contains(violation.step) {
      let exchange = result.exchanges[violation.step]
      let command = VisibleText.line(exchange.curlWithoutBody ?? exchange.curl)
      members.append(JSONMember("try", .string(command)))
      if exchange.curlWithoutBody != nil {
        members.append(JSONMember("BODY", .string(line(TerminalFormat.body(exchange, of: result)))))
      }
    }
    return .object(members)
  }

  /// A YAML block, indented by two spaces as the protocol demands.
  private func block(_ members: [(name: String, value: JSON)]) -> String {
    var text = "  ---\n"
    for (name, value) in members {
      guard let entries = value.elements else {
        text += "  \(name): \(value)\n"
        continue
      }
      text += "  \(name):\n"
      for entry in entries {
        for (index, member) in (entry.members ?? []).enumerated() {
          text += "\(index == 0 ? "    - " : "      ")\(member.key): \(member.value)\n"
        }
      }
    }
    return text + "  ...\n"
  }

  private func line(_ text: String) -> String { TerminalText.line(text) }

  /// A text in a comment or behind a directive, where nothing is escaped.
  private func comment(_ text: String) -> String {
    VisibleText.line(VisibleText.bounded(text, to: 500))
  }

  /// A description: backslashes and number signs are escaped, so that none begins a directive.
  private func escaped(_ text: String) -> String {
    line(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }
}
