import AccordModel

/// JUnit XML in the dialect that the schemas of Jenkins (junit-10.xsd) and Ant both accept.
///
/// One `testsuite` for each contract, one `testcase` for each case. A case that violates has one
/// `failure` with everything; one that failed, or did not get its turn, has an `error`, because a
/// run that says less than was asked must not look green; a skipped one says why. The schema of Ant
/// leaves no room for output in a `testcase`, so warnings and commands stand in the suite's
/// `system-out`.
package struct JUnitFormat: ReportFormat {
  /// The name.
  package let name = "junit"

  /// The usual file.
  package let fileName = "junit.xml"

  /// When the run began, `yyyy-MM-ddTHH:mm:ss` without a zone, as the schema of Ant demands it.
  ///
  /// A report knows no time, so the default is an instant that nobody takes for a real one.
  package let timestamp: String

  /// Creates the format; a timestamp of another shape is not used.
  package init(timestamp: String = epoch) {
    self.timestamp = Self.isTimestamp(timestamp) ? timestamp : Self.epoch
  }

  /// The instant that stands for no time.
  package static let epoch = "1970-01-01T00:00:00"

  /// Writes the record of a run.
  package func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")
    var id = 0
    for suite in run.suites {
      for endpoint in EndpointResults.endpoints(of: suite) where !endpoint.results.isEmpty {
        write(endpoint, of: suite, in: run, id: id, to: &output)
        id += 1
      }
    }
    output.write("</testsuites>\n")
  }

  private func write(
    _ endpoint: EndpointResults,
    of suite: RunRecord.Suite,
    in run: RunRecord,
    id: Int,
    to output: inout some TextOutputStream
  ) {
    let summary = endpoint.summary
    let attributes: KeyValuePairs = [
      "name": Self.token("\(suite.id)/\(endpoint.contract)"),
      "package": Self.token(suite.id),
      "id": String(id),
      "timestamp": timestamp,
      "hostname": "localhost",
      "tests": String(summary.cases),
      "failures": String(summary.violating),
      "errors": String(summary.failed + summary.notRun),
      "skipped": String(summary.skipped + summary.notChecked),
      "time": Self.seconds(endpoint.results.reduce(0) { $0 + Self.duration(of: $1) }),
    ]
    output.write("  <testsuite\(Self.attributes(attributes))>\n    <properties>\n")
    let properties: KeyValuePairs = [
      "subject": TerminalText.line(suite.subject),
      "seed": String(run.settings.seed),
      "strict": String(run.settings.isStrict),
    ]
    for (name, value) in properties {
      output.write("      <property\(Self.attributes(["name": name, "value": value]))/>\n")
    }
    output.write("    </properties>\n")
    var names = JUnitCaseNames(suite: suite.id, contract: endpoint.contract)
    for result in endpoint.results {
      write(result, named: names.name(of: result.id), to: &output)
    }
    let text = JUnitOutput(run: run, suite: suite, endpoint: endpoint)
    output.write("    <system-out>\(XMLText.content(text.standard))</system-out>\n")
    output.write("    <system-err>\(XMLText.content(text.error))</system-err>\n")
    output.write("  </testsuite>\n")
  }

  private func write(
    _ result: RunRecord.Case,
    named name: (class: String, case: String),
    to output: inout some TextOutputStream
  ) {
    let attributes = Self.attributes([
      "classname": Self.token(name.class),
      "name": Self.token(name.case),
      "time": Self.seconds(Self.duration(of: result)),
    ])
    output.write("    <testcase\(attributes)")
    guard let content = Self.content(of: result) else {
      output.write("/>\n")
      return
    }
    output.write(">\n      \(content)\n    </testcase>\n")
  }

  /// The one element inside a `testcase`.
  private static func content(of result: RunRecord.Case) -> String? {
    let details = TerminalFormat().details(of: result)
    switch result.verdict {
    case .conforms: return nil
    case .violates:
      let first = result.violations.first
      let more = result.violations.count - 1
      let message =
        (first.map { "\($0.rule): \($0.clause.sentence)" } ?? "A promise is broken.")
        + (more > 0 ? " (and \(more) more)" : "")
      return element("failure", message, type: first?.rule ?? "violation", details)
    case .notChecked(let reason):
      return element("skipped", "Not checked: \(reason)", type: nil, reason)
    case .skipped(let reason): return element("skipped", reason, type: nil, reason)
    case .failed(let reason): return element("error", reason, type: "failed", details)
    case .notRun(let reason): return element("error", "Not run: \(reason)", type: "not-run", reason)
    }
  }

  private static func element(
    _ name: String,
    _ message: String,
    type: String?,
    _ text: String
  ) -> String {
    let message = TerminalText.line(message)
    let attributes =
      type.map { Self.attributes(["message": message, "type": $0]) }
      ?? Self.attributes(["message": message])
    return "<\(name)\(attributes)>\(XMLText.content(VisibleText.block(text)))</\(name)>"
  }

  private static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
    pairs.map { " \($0.key)=\"\(XMLText.attribute($0.value))\"" }.joined()
  }

  /// The text as an `xs:token` that is not empty: no white space but single spaces inside.
  private static func token(_ text: String) -> String {
    let words = VisibleText.line(text).split(separator: " ")
    return words.isEmpty ? "-" : words.joined(separator: " ")
  }

  /// The time of a case's exchanges, in microseconds.
  private static func duration(of result: RunRecord.Case) -> Int {
    result.exchanges.reduce(0) { sum, exchange in
      sum.addingReportingOverflow(max(0, exchange.timing.total)).partialValue
    }
  }

  /// Microseconds as seconds with three decimals.
  static func seconds(_ microseconds: Int) -> String {
    let milliseconds = max(0, microseconds) / 1_000
    let rest = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func isTimestamp(_ text: String) -> Bool {
    let pattern = Array(epoch.utf8)
    let bytes = Array(text.utf8)
    return bytes.count == pattern.count
      && zip(bytes, pattern).allSatisfy { byte, model in
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return digits.contains(model) ? digits.contains(byte) : byte == model
      }
  }
}
