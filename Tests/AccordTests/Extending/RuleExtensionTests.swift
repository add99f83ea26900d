import Accord
import AccordModel
import AccordReporting
import Testing

@Suite("Rules of a team's own")
struct RuleExtensionTests {
  struct AnswersAreTraced: ConformanceRule {
    var id = "answers-are-traced"
    let sentence = "Every answer names the trace that it belongs to."
    var basis = Basis.stated

    func check(_ answer: AnsweredRequest) -> RuleFinding {
      guard answer.response.fields.values(of: "Trace").isEmpty else { return .satisfied }
      return .broken(
        at: .header("Trace"),
        expected: "the field Trace",
        actual: "none",
        hint: "Let the gateway add it."
      )
    }
  }

  struct ArticlesAreLamps: ConformanceRule {
    let id = "articles-are-lamps"
    let sentence = "Every article is a lamp."

    func check(_ answer: AnsweredRequest) -> RuleFinding {
      guard !answer.isToBeRefused, let article = answer.json?.root["article"] else {
        return .notApplicable
      }
      return article.string == "lamp"
        ? .satisfied
        : .objections([
          RuleFinding.Objection(
            at: .body(members: "/article"),
            expected: "lamp",
            actual: article.text
          )
        ])
    }
  }

  private func report(
    _ rules: [any ConformanceRule],
    isStrict: Bool = false,
    answer: @escaping @Sendable (Exchange.Request) -> Exchange.Response = {
      OrderServer().answer($0)
    }
  ) async throws -> Report {
    var settings = ConformanceRun.Settings()
    settings.isStrict = isStrict
    settings.extensions = Extensions(rules: rules)
    try settings.givens.add("orders.order=1,2,3", for: [Orders.suite])
    let target = ConformanceRun.Target(
      Orders.suite,
      at: try ServerAddress("http://orders.example"),
      over: InProcessTransport { .answered(answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }

  private func results(_ report: Report) -> [Report.Result] { report.suites.flatMap(\.results) }

  @Test func ruleFindsItsViolationInEveryExchange() async throws {
    let report = try await report([AnswersAreTraced()])
    for result in results(report) {
      #expect(result.judgement.verdict == .violates, "\(result.testCase.id)")
      let violation = try #require(result.judgement.violations.first)
      #expect(violation.rule == "answers-are-traced")
      #expect(violation.clause.sentence == "Every answer names the trace that it belongs to.")
      #expect(violation.place == .header("Trace"))
      #expect(violation.hint == "Let the gateway add it.")
    }
  }

  @Test func ruleIsSatisfied() async throws {
    let report = try await report([AnswersAreTraced()]) { request in
      var response = OrderServer().answer(request)
      response.fields.append(Field("trace", "7"))
      return response
    }
    #expect(results(report).allSatisfy { $0.judgement.verdict == .conforms })
    #expect(results(report).allSatisfy { $0.judgement.rules.contains("answers-are-traced") })
  }

  @Test func assumptionFailsOnlyAStrictRun() async throws {
    let rule = AnswersAreTraced(basis: .assumption("The gateway is said to do it."))
    let mild = try await report([rule])
    #expect(results(mild).allSatisfy { $0.judgement.verdict == .conforms })
    #expect(results(mild).allSatisfy { $0.judgement.violations.count == 1 })
    let strict = try await report([rule], isStrict: true)
    #expect(results(strict).allSatisfy { $0.judgement.verdict == .violates })
  }

  @Test func rulesKeepOneAnotherFromNothing() async throws {
    let report = try await report([AnswersAreTraced(), ArticlesAreLamps()])
    let rules = results(report).map { $0.judgement.violations.map(\.rule) }
    #expect(rules.contains(["answers-are-traced", "articles-are-lamps"]))
    #expect(rules.contains(["answers-are-traced"]))
  }

  @Test func anotherAnswerThanTheRightOneExplainsWhatIsWrongWithIt() async throws {
    let report = try await report([AnswersAreTraced()]) { _ in Exchange.Response(status: 302) }
    let rules = Set(results(report).flatMap(\.judgement.violations).map(\.rule))
    #expect(!rules.isEmpty)
    #expect(!rules.contains("answers-are-traced"))
  }

  @Test func recordAndReportsNameTheSentence() async throws {
    let record = RunRecord(try await report([AnswersAreTraced()]))
    var markdown = ""
    MarkdownFormat().write(record, to: &markdown)
    #expect(markdown.contains("Every answer names the trace that it belongs to."))
  }

  @Test func namesOfRulesAreChecked() {
    let good = Extensions(rules: [AnswersAreTraced(), ArticlesAreLamps()])
    #expect(good.problems(in: []) == [])
    let bad = Extensions(
      rules: [
        AnswersAreTraced(), AnswersAreTraced(), AnswersAreTraced(id: "error-name"),
        AnswersAreTraced(id: "Two words"),
      ]
    )
    #expect(
      bad.problems(in: []) == [
        """
        Two rules are called "answers-are-traced". Reports, filters and baselines tell rules apart by \
        their identifiers: rename one.
        """,
        """
        Two rules are called "error-name". Reports, filters and baselines tell rules apart by their \
        identifiers: rename one.
        """,
        """
        The rule "Two words" has a name that is not made of lower-case letters, digits and hyphens.
        """,
      ]
    )
  }
}
