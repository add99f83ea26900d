import AccordModel

/// One `testsuite`: the cases of one contract, or what is to be said of the baseline.
struct JUnitSuite {
  /// One `testcase`.
  struct Case {
    /// The class, which CI systems show as a folder.
    let className: String
    /// The name, unique in the class.
    let name: String
    /// How long its exchanges took, in microseconds.
    let duration: Int
    /// The element that says how it ended, when it did not simply conform.
    let element: JUnitOutcome.Element?
    /// The case; an entry of the baseline has none.
    var result: RunRecord.Case?
    /// The entry of the baseline; a case has none.
    var finding: Baseline.Finding?

    /// How it ended, in words that are made when they are asked for.
    var outcome: JUnitOutcome? {
      result.map { JUnitOutcome($0) } ?? finding.map { JUnitOutcome($0) } ?? nil
    }
  }

  /// The name.
  let name: String
  /// The class of its cases.
  let className: String
  /// The API.
  let package: String
  /// What the cases ran against, and with which settings.
  let properties: KeyValuePairs<String, String>
  /// The cases, in the order of the report.
  let cases: [Case]
  /// What is to be said besides: warnings, what was not checked and what was not provoked.
  let output: String
  /// The warnings about the run itself.
  let error: String

  /// How long the exchanges took, in microseconds.
  var duration: Int { cases.reduce(0) { $0.addingReportingOverflow($1.duration).partialValue } }

  /// How many cases ended in that way.
  func count(_ element: JUnitOutcome.Element) -> Int {
    cases.count { $0.element == element }
  }

  /// The suites of a run: one for each contract that has cases, and one for the baseline.
  static func suites(of run: RunRecord) -> [JUnitSuite] {
    let contracts = run.suites.flatMap { suite in
      EndpointResults.endpoints(of: suite).filter { !$0.results.isEmpty }.map { endpoint in
        JUnitSuite(endpoint, of: suite, in: run)
      }
    }
    return contracts + [JUnitSuite(baselineOf: run)].filter { !$0.cases.isEmpty }
  }

  private init(_ endpoint: EndpointResults, of suite: RunRecord.Suite, in run: RunRecord) {
    name = JUnitXML.token("\(suite.id)/\(endpoint.contract)")
    className = JUnitXML.token("\(suite.id).\(endpoint.contract)")
    package = JUnitXML.token(suite.id)
    properties = [
      "subject": TerminalText.line(suite.subject),
      "seed": String(run.settings.seed),
      "strict": String(run.settings.isStrict),
    ]
    var names = JUnitCaseNames(suite: suite.id, contract: endpoint.contract)
    cases = endpoint.results.map { result in
      let name = names.name(of: result.id)
      return Case(
        className: JUnitXML.token(name.class),
        name: JUnitXML.token(name.case),
        duration: result.sent.outline.duration,
        element: JUnitOutcome.element(of: result),
        result: result
      )
    }
    let blocks =
      endpoint.results.compactMap(Self.remarks)
      + endpoint.notProvoked.map { entry in
        "\(TerminalText.line(entry.error)) · not provoked\n  \(TerminalText.line(entry.reason))\n"
      }
    output = blocks.joined(separator: "\n")
    let interruption = run.interruption.map { "The run ended early: \(TerminalText.line($0))\n" }
    error = TerminalFormat().loud(run.settings.warnings) + (interruption ?? "")
  }

  private init(baselineOf run: RunRecord) {
    name = "baseline"
    className = "baseline"
    package = "baseline"
    properties = [:]
    var names = JUnitCaseNames(suite: "baseline", contract: "")
    cases = run.baseline.compactMap { finding in
      guard let element = JUnitOutcome.element(of: finding) else { return nil }
      let entry = finding.entry
      let text = "\(entry.testCase) \(entry.rule) \(entry.fingerprint)"
      return Case(
        className: "baseline",
        name: JUnitXML.token(names.name(of: CaseID(text)).case),
        duration: 0,
        element: element,
        finding: finding
      )
    }
    output = ""
    error = ""
  }

  /// What a case has to say that its outcome does not: broken assumptions, what was not checked.
  static func remarks(of result: RunRecord.Case) -> String? {
    let format = TerminalFormat()
    var blocks: [String] = []
    if result.verdict == .conforms, !result.violations.isEmpty {
      blocks += Cause.causes(of: result.loaded).map { format.entry($0) }
    }
    let id = TerminalText.line(result.id.description)
    if result.isFlaky { blocks.append(format.flaky(result)) }
    for reason in result.notChecked {
      blocks.append("\(id) · not checked\n  \(TerminalText.line(reason))\n")
    }
    return blocks.isEmpty ? nil : blocks.joined(separator: "\n")
  }
}
