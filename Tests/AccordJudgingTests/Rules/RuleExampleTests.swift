import AccordJudging
import AccordModel
import Testing

/// Every rule is tested by its own examples.
@Suite struct RuleExampleTests {
  /// One example of a rule.
  struct Sample: Sendable, CustomTestStringConvertible {
    var rule: String
    var example: RuleExample
    var testDescription: String { "\(rule): \(example.name)" }
  }

  static let accepted = RuleSet.standard.rules.flatMap { rule in
    rule.accepted.map { Sample(rule: rule.id, example: $0) }
  }
  static let rejected = RuleSet.standard.rules.flatMap { rule in
    rule.rejected.map { Sample(rule: rule.id, example: $0) }
  }

  @Test(arguments: accepted)
  func acceptedExampleConforms(_ sample: Sample) {
    let judgement = Judge(isStrict: true).judge(sample.example)
    // An example of a format that is not read cannot conform whole.
    #expect(judgement.verdict == .conforms || !judgement.notChecked.isEmpty)
    #expect(judgement.violations == [])
    #expect(judgement.rules.count >= 2)
  }

  @Test(arguments: rejected)
  func rejectedExampleIsBlamedOnTheRuleAlone(_ sample: Sample) throws {
    let judgement = Judge().judge(sample.example)
    let place = try #require(sample.example.place)
    #expect(judgement.verdict == .violates)
    #expect(Set(judgement.violations.map(\.rule)) == [sample.rule])
    #expect(judgement.violations.map(\.place.description).contains(place))
    #expect(judgement.rules.contains(sample.rule))
  }

  @Test(arguments: rejected)
  func rejectedExampleIsNotSeenWithoutTheRule(_ sample: Sample) {
    let judge = Judge(rules: RuleSet.standard.without([sample.rule]))
    let judgement = judge.judge(sample.example)
    #expect(!judgement.violations.contains { $0.rule == sample.rule })
  }

  @Test(arguments: RuleSet.standard.rules.map(\.id))
  func ruleIsDescribed(_ id: String) throws {
    let rule = try #require(RuleSet.standard[id])
    #expect(rule.sentence.hasSuffix("."))
    #expect(!rule.accepted.isEmpty)
    #expect(!rule.rejected.isEmpty)
    #expect(rule.accepted.allSatisfy { $0.place == nil })
    #expect(rule.rejected.allSatisfy { $0.place != nil })
    #expect(id.allSatisfy { $0.isLowercase || $0 == "-" })
    let names = (rule.accepted + rule.rejected).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func identifiersAreUniqueAndStable() {
    #expect(
      RuleSet.standard.rules.map(\.id) == [
        "message-framing",
        "version-is-honoured", "wrong-request-is-refused", "status-is-declared",
        "status-is-expected", "error-in-success-status", "success-code-in-error-status",
        "error-is-listed", "error-status", "error-name",
        "response-headers", "allow-lists-methods", "digest-is-of-content",
        "answers-in-time",
        "content-type-is-well-formed",
        "content-type-matches-format", "charset-matches-format",
        "body-is-empty", "body-is-well-formed",
        "error-message", "error-body-matches-schema", "body-matches-schema",
        "answer-follows-request", "body-has-promised-size",
        "outputs-are-given", "criteria-hold", "waiting-ends",
        "same-read-twice", "head-answers-as-get", "not-modified", "precondition-failed",
        "ranges-are-served", "location-leads", "link-leads", "reads-back", "idempotent",
        "pages-hold-all",
        "formats-agree", "stronger-place-wins", "page-is-bounded",
        "pages-do-not-overlap", "pages-are-complete", "total-is-stable", "total-is-count",
        "first-page-by-each-number", "sorting-sorts",
        "others-stay", "acts-differ", "list-contains", "list-omits", "state-is-shown",
        "change-is-visible", "written-is-read", "refused-changes-nothing",
        "others-stay-as-they-were",
        "repeated-changes-nothing",
      ]
    )
  }
}

extension Judge {
  func judge(_ example: RuleExample) -> Judgement {
    judge(example.testCase, example.exchanges, in: SuiteIndex(example.suite))
  }
}
