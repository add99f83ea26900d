package import AccordModel

/// JUnit XML as Maven Surefire writes it: one file for each suite (surefire-test-report.xsd).
///
/// A case that was tried again, or whose request was sent a second time, has a `flakyFailure` or `flakyError` for
/// each of the tries before if it conforms then, and a `rerunFailure` or `rerunError` beside what it came to if it
/// does not.
public struct JUnitSurefireFormat: ReportFormat, DatedFormat, SeveralFilesFormat {
  /// The name.
  public let name = "junit:surefire"

  /// The usual folder.
  public let fileName = "surefire"

  /// The time that is written in the place of the run's own.
  package var moment: Moment?

  /// Creates the format.
  package init(moment: Moment? = nil) { self.moment = moment }

  /// Writes the suites one after the other, for a reader that takes several in one document.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    output.write(JUnitXML.declaration + "<testsuites>\n")
    let timestamp = timestamp(of: run)
    for suite in JUnitSuite.suites(of: run) { Self.write(suite, timestamp, to: &output) }
    output.write("</testsuites>\n")
  }

  /// A file for each suite in the folder, `TEST-CLASS.xml`.
  package func write(
    _ run: RunRecord,
    at path: String,
    _ pass: (ReportFile) throws -> Void
  ) rethrows -> Bool {
    guard path != "-" else { return false }
    let timestamp = timestamp(of: run)
    var names: Set<String> = []
    for suite in JUnitSuite.suites(of: run) {
      let base = "TEST-\(ReportFile.name(suite.className))"
      var name = base
      var number = 2
      while !names.insert(name).inserted {
        name = "\(base)-\(number)"
        number += 1
      }
      let file = ReportFile(path: "\(path)/\(name).xml", in: logLanguage) { output in
        output.write(JUnitXML.declaration)
        Self.write(suite, timestamp, to: &output)
      }
      try pass(file)
    }
    return true
  }

  private static func write(
    _ suite: JUnitSuite,
    _ timestamp: String,
    to output: inout some TextOutputStream
  ) {
    let flakes = suite.results.count { result in
      result.isFlaky || JUnitOutcome.element(of: result) == nil && wasResent(result)
    }
    let attributes = JUnitXML.attributes([
      "version": "3.0.2",
      "name": suite.className,
      "timestamp": timestamp,
      "time": JUnitXML.seconds(suite.duration),
      "tests": String(suite.count),
      "errors": String(suite.count(.error)),
      "skipped": String(suite.count(.skipped)),
      "failures": String(suite.count(.failure)),
      "flakes": String(flakes),
    ])
    output.write("<testsuite\(attributes)>\n  <properties>\n")
    for (name, value) in suite.properties {
      output.write("    <property\(JUnitXML.attributes(["name": name, "value": value]))/>\n")
    }
    output.write("  </properties>\n")
    suite.forEach { output.write(element($0)) }
    output.write("</testsuite>\n")
  }

  private static func element(_ testCase: JUnitSuite.Case) -> String {
    let attributes = JUnitXML.attributes([
      "name": testCase.name,
      "classname": testCase.className,
      "time": JUnitXML.seconds(testCase.duration),
    ])
    var lines: [String] = []
    if let outcome = testCase.outcome { lines.append(outcome.xml) }
    if let result = testCase.result {
      lines += result.earlierTries.map { element(of: $0, isFlaky: result.isFlaky) }
      if wasResent(result) {
        switch testCase.element {
        case .failure: lines.append(resent("rerunFailure"))
        case .error: lines.append(resent("rerunError"))
        case .skipped, nil: lines.append(resent("flakyFailure"))
        }
      }
    }
    if let remarks = testCase.result.flatMap(JUnitSuite.remarks) {
      lines.append("<system-out>\(JUnitXML.text(remarks))</system-out>")
    }
    guard !lines.isEmpty else { return "  <testcase\(attributes)/>\n" }
    let inOrder = order.flatMap { name in lines.filter { $0.hasPrefix("<\(name)") } }
    return "  <testcase\(attributes)>\n" + inOrder.map { "    \($0)\n" }.joined()
      + "  </testcase>\n"
  }

  /// The elements of a case in the order of the schema.
  private static let order = [
    "failure", "rerunFailure", "flakyFailure", "skipped", "error", "rerunError", "flakyError",
    "system-out",
  ]

  /// A try before the last.
  private static func element(of result: RunRecord.Case, isFlaky: Bool) -> String {
    let outcome = JUnitOutcome(result)
    let name = (isFlaky ? "flaky" : "rerun") + (outcome?.element == .error ? "Error" : "Failure")
    let attributes = JUnitXML.attributes([
      "message": JUnitXML.line(outcome?.message ?? result.verdict.name),
      "type": TerminalText.line(outcome?.type ?? result.verdict.name),
    ])
    let text = JUnitXML.text(outcome?.text ?? "")
    return "<\(name)\(attributes)><stackTrace>\(text)</stackTrace></\(name)>"
  }

  private static func wasResent(_ result: RunRecord.Case) -> Bool {
    result.sent.outline.wasResent
  }

  private static func resent(_ name: String) -> String {
    let message = "A reused connection was found closed, and the request was sent a second time."
    return """
      <\(name)\(JUnitXML.attributes(["message": message, "type": "resent"]))>\
      <stackTrace>\(XMLText.content(message))</stackTrace></\(name)>
      """
  }
}
