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
  /// The identifiers of the suite and the contract of the cases.
  private let place: (suite: ContractSuite.ID, contract: Contract.ID)
  /// The results, in the order of the report.
  let results: [RunRecord.Case]
  /// The entries of the baseline of which something is said.
  private let findings: [(finding: Baseline.Finding, element: JUnitOutcome.Element)]
  /// What is to be said besides: warnings, what was not checked and what was not provoked.
  let output: String
  /// The warnings about the run itself.
  let error: String

  /// How many cases there are.
  var count: Int { results.count + findings.count }

  /// How long the exchanges took, in microseconds.
  var duration: Int {
    results.reduce(0) { $0.addingReportingOverflow($1.sent.outline.duration).partialValue }
  }

  /// How many cases ended in that way.
  func count(_ element: JUnitOutcome.Element) -> Int {
    results.count { JUnitOutcome.element(of: $0) == element }
      + findings.count { $0.element == element }
  }

  /// Passes on the cases, in the order of the report, each made at its turn.
  func forEach(_ pass: (Case) -> Void) {
    var names = JUnitCaseNames(
      suite: place.suite,
      contract: place.contract,
      of: results.lazy.map(\.id) + findings.map { Self.id(of: $0.finding) }
    )
    for result in results {
      let name = names.name(of: result.id)
      pass(
        Case(
          className: JUnitXML.token(name.class),
          name: JUnitXML.token(name.case),
          duration: result.sent.outline.duration,
          element: JUnitOutcome.element(of: result),
          result: result
        )
      )
    }
    for (finding, element) in findings {
      pass(
        Case(
          className: "baseline",
          name: JUnitXML.token(names.name(of: Self.id(of: finding)).case),
          duration: 0,
          element: element,
          finding: finding
        )
      )
    }
  }

  private static func id(of finding: Baseline.Finding) -> CaseID {
    let entry = finding.entry
    return CaseID("\(entry.testCase) \(entry.rule) \(entry.fingerprint)")
  }

  /// The suites of a run: one for each contract that has cases, and one for the baseline.
  static func suites(of run: RunRecord) -> [JUnitSuite] {
    let contracts = run.suites.flatMap { suite in
      EndpointResults.endpoints(of: suite).filter { !$0.results.isEmpty }.map { endpoint in
        JUnitSuite(endpoint, of: suite, in: run)
      }
    }
    return contracts + [JUnitSuite(baselineOf: run)].filter { !$0.findings.isEmpty }
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
    place = (suite.id, endpoint.contract)
    results = endpoint.results
    findings = []
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
    place = ("baseline", "")
    results = []
    findings = run.baseline.compactMap { finding in
      JUnitOutcome.element(of: finding).map { (finding, $0) }
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
