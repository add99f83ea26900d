import AccordModel

/// What a hostile server would put wherever its text is shown.
enum Hostile {
  /// One text with a trap for each language.
  static let text = """
    ]]></failure><script>alert(1)</script> <!-- --> ``` ````` | a | b @everyone \
    [link](http://evil.example) \u{1B}[31mred\u{1B}]0;title\u{7} \u{0}\u{8}\u{9B}2J\u{202E}right\
    \u{200B}\u{FFFE}\r\n# heading\n</details>\n'; rm -rf / $(id) `id` "$HOME" %s \\
    """

  /// A report with that text in every place that a server or a network can fill.
  static let report: Report = {
    var exchange = Runs.exchange
    exchange.request.target = "/pets/\(text)"
    exchange.request.fields.append(Field("x-\(text)", text))
    exchange.request.body = Array(text.utf8)
    var response = Runs.response
    response.reason = text
    response.fields.append(Field(text, text))
    response.body = Array(text.utf8) + [0xFF]
    response.trailers = [Field(text, text)]
    response.interim = [Exchange.Response.Interim(status: 103, fields: [Field(text, text)])]
    response.surplus = Array(text.utf8)
    response.deviations = [Exchange.Response.Deviation(id: text, sentence: text)]
    exchange.outcome = .answered(response)
    var failed = exchange
    failed.outcome = .failed(ExchangeFailure(.malformedHead, text), partial: response)
    var violation = Runs.violation
    violation.place = .header(text)
    violation.expected = text
    violation.actual = text
    violation.hint = text
    var warning = violation
    warning.clause = Runs.assumedClause
    func result(_ name: String, _ judgement: Judgement, _ exchange: Exchange) -> Report.Result {
      Report.Result(Runs.makeCase("hostile", name), exchanges: [exchange], judgement: judgement)
    }
    return Report(
      suites: [
        Report.SuiteResult(
          suite: Pets.suite,
          subject: text,
          results: [
            result("violates", Judgement(.violates, violations: [violation, warning]), exchange),
            result(
              "conforms",
              Judgement(
                .notChecked(reason: text),
                violations: [warning],
                rules: [text],
                notChecked: [text]
              ),
              exchange
            ),
            result("failed", Judgement(.failed(reason: text)), failed),
            result("skipped", Judgement(.skipped(reason: text)), exchange),
            result("not-run", Judgement(.notRun(reason: text)), exchange),
          ],
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 1, warnings: [text]),
      interruption: text,
      version: "1.2.3"
    )
  }()
}
