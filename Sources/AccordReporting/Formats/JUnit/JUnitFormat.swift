package import AccordModel

/// JUnit XML in the dialect that the schemas of Jenkins (junit-10.xsd) and Ant both accept.
///
/// One `testsuite` for each contract, one `testcase` for each case. A case that violates has one
/// `failure` with everything; one that failed, or did not get its turn, has an `error`, because a
/// run that says less than was asked must not look green; a skipped or known one says why. The
/// schema of Ant leaves no room for output in a `testcase`, so warnings and commands stand in the
/// suite's `system-out`.
public struct JUnitFormat: ReportFormat, DatedFormat {
  /// The name.
  public let name = "junit"

  /// The usual file.
  public let fileName = "junit.xml"

  /// The time that is written in the place of the run's own.
  package var moment: Moment?

  /// Creates the format.
  package init(moment: Moment? = nil) { self.moment = moment }

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    output.write(JUnitXML.declaration + "<testsuites>\n")
    let timestamp = timestamp(of: run)
    for (id, suite) in JUnitSuite.suites(of: run).enumerated() {
      write(suite, id: id, timestamp, to: &output)
    }
    output.write("</testsuites>\n")
  }

  private func write(
    _ suite: JUnitSuite,
    id: Int,
    _ timestamp: String,
    to output: inout some TextOutputStream
  ) {
    let attributes = JUnitXML.attributes([
      "name": suite.name,
      "package": suite.package,
      "id": String(id),
      "timestamp": timestamp,
      "hostname": "localhost",
      "tests": String(suite.count),
      "failures": String(suite.count(.failure)),
      "errors": String(suite.count(.error)),
      "skipped": String(suite.count(.skipped)),
      "time": JUnitXML.seconds(suite.duration),
    ])
    output.write("  <testsuite\(attributes)>\n    <properties>\n")
    for (name, value) in suite.properties {
      let attributes = JUnitXML.attributes(["name": name, "value": value])
      output.write("      <property\(attributes)/>\n")
    }
    output.write("    </properties>\n")
    suite.forEach { write($0, to: &output) }
    output.write("    <system-out>\(JUnitXML.text(suite.output))</system-out>\n")
    output.write("    <system-err>\(JUnitXML.text(suite.error))</system-err>\n")
    output.write("  </testsuite>\n")
  }

  private func write(_ testCase: JUnitSuite.Case, to output: inout some TextOutputStream) {
    let attributes = JUnitXML.attributes([
      "classname": testCase.className,
      "name": testCase.name,
      "time": JUnitXML.seconds(testCase.duration),
    ])
    guard let outcome = testCase.outcome else {
      output.write("    <testcase\(attributes)/>\n")
      return
    }
    output.write("    <testcase\(attributes)>\n      \(outcome.xml)\n    </testcase>\n")
  }
}
