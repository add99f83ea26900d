@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// What keeps a rule from looking is a failure that says what it is, and never the server's fault.
@Suite struct HindranceTests {
  /// A schema that means nothing.
  static let broken = Schema.string(pattern: "(")

  private func failure(_ judgement: Judgement) -> String? {
    guard case .failed(let reason) = judgement.verdict else { return nil }
    return reason
  }

  private func judge(
    _ rule: ResponseRule,
    in format: Format = BookShop.json,
    _ response: Exchange.Response = .json(JudgeTests.book),
    within limits: ValidationLimits = .default
  ) -> Judgement {
    Judge(limits: limits).judge(
      .answer("a book", to: AccordModel.Case.Expectation(.success(rule), format: format), response)
    )
  }

  /// A little of the usual work: a debug build takes half a minute for all of it.
  private func little(shares: Int = 1) -> ValidationLimits {
    var limits = ValidationLimits.default
    limits.share = shares
    return limits
  }

  private static let why =
    " cannot be compiled. In the schema at /pattern: the pattern ( is not in the syntax of "
    + "ECMA-262: "

  @Test func schemaOfAHeaderThatMeansNothing() throws {
    var rule = BookShop.get.responses[0]
    rule.headers = [.required("X-Shelf", Self.broken), .required("X-Row", .integer)]
    let shelf = Field("X-Shelf", "1")
    let judgement = judge(
      rule,
      .json(JudgeTests.book, fields: [shelf, Field("X-Row", "2")])
    )
    let reason = try #require(failure(judgement))
    #expect(
      reason.hasPrefix(
        "response-headers: The schema of the header X-Shelf of the answer" + Self.why
      )
    )
    #expect(judgement.violations == [])
    // What is broken all the same is reported, and weighs more.
    let wrong = judge(rule, .json(JudgeTests.book, fields: [shelf, Field("X-Row", "b")]))
    #expect(wrong.verdict == .violates)
    #expect(wrong.violations.map(\.place.description) == ["response header X-Row"])
    #expect(wrong.notChecked == [reason])
  }

  @Test(arguments: [BookShop.json, BookShop.xml, BookShop.jsonLines, BookShop.csv, BookShop.jsv])
  func schemaOfABodyThatMeansNothing(_ format: Format) throws {
    var rule = BookShop.get.responses[0]
    rule.content = .payload(.object([.required("title", Self.broken)]))
    let body =
      switch format.id {
      case "xml": "<Book><title>Emma</title></Book>"
      case "csv": "title\r\nEmma\r\n"
      case "jsv": "{title:Emma}"
      default: #"{"title":"Emma"}"#
      }
    let type = format.mediaType + (format.id == "json" ? "; charset=utf-8" : "")
    let judgement = judge(rule, in: format, .answer(200, type, body))
    let reason = try #require(failure(judgement))
    #expect(
      reason.hasPrefix("body-matches-schema: The schema of the answer response/success cannot be ")
    )
    #expect(reason.contains("the pattern ( is not in the syntax of ECMA-262"))
  }

  @Test func readingThatMeansNothing() throws {
    var rule = BookShop.get.responses[0]
    rule.readings = [
      .reading(
        "short",
        "A note is short.",
        .object([.optional("note", Self.broken)]),
        basis: .stated
      )
    ]
    #expect(
      try #require(failure(judge(rule))).hasPrefix(
        "body-matches-schema: The schema of the reading short cannot be compiled. "
      )
    )
  }

  @Test func schemaOfErrorsThatMeansNothing() throws {
    func judge(_ schemas: [Schema], _ body: String) -> Judgement {
      var example = RuleExample.answer(
        "an error",
        to: BookShop.refused(.error("MissingToken")),
        .json(body, status: 401)
      )
      example.suite.errors.schemas = schemas
      return Judge().judge(example)
    }
    let right = #"{"errorCode":1006,"errorMsg":"No."}"#
    let sound = BookShop.catalogue.schemas
    for schemas in [[Self.broken], [Self.broken] + sound, sound + [Self.broken]] {
      let judgement = judge(schemas, right)
      let reason = try #require(failure(judgement))
      #expect(
        reason.hasPrefix("error-body-matches-schema: The schema of an error's body" + Self.why)
      )
      #expect(judgement.violations == [])
      // It may be the one that is meant.
      #expect(failure(judge(schemas, #"{"errorCode":1006,"errorMsg":"No.","trace":1}"#)) == reason)
    }
  }

  @Test func versionThatCannotBeToldIsAFailure() throws {
    var example = RuleExample.answer("a book", .json(JudgeTests.book))
    var rule = BookShop.get.responses[0]
    rule.content = .payload(.object([.required("title", Self.broken)]))
    example.testCase.steps[0].expectation = AccordModel.Case.Expectation(
      .success(rule),
      format: BookShop.json,
      version: 1
    )
    let reason = try #require(failure(Judge().judge(example)))
    #expect(reason.hasPrefix("version-is-honoured: The schema of the answer response/success"))
  }

  /// A schema that applies itself to the same value, and a pattern that would search for ever.
  @Test func whatCannotBeDecidedIsNoViolation() throws {
    let endless = try Schema(
      loading: JSONDocument(parsing: Array(##"{"$ref":"#"}"##.utf8)).root.value
    )
    for schema in [endless, .object([.required("self", endless)])] {
      var rule = BookShop.get.responses[0]
      rule.content = .payload(schema)
      let judgement = judge(rule, .json(#"{"self":7,"id":7}"#))
      let reason = try #require(failure(judgement))
      #expect(judgement.violations == [])
      #expect(
        reason.hasPrefix("body-matches-schema: There is no verdict on the response body")
          || reason.contains("cannot be compiled")
      )
    }
  }

  @Test func patternThatIsGivenUpIsNoViolation() throws {
    var rule = BookShop.get.responses[0]
    let slow = Schema.string(pattern: #"^(a+)+\1c$"#)
    rule.content = .payload(.object([.required("id", .integer), .required("title", slow)]))
    let text = String(repeating: "a", count: 50_000) + "b"
    let judgement = judge(rule, .json("{\"id\":7,\"title\":\"\(text)\"}"), within: little())
    let reason = try #require(failure(judgement))
    #expect(
      reason.hasPrefix(
        "body-matches-schema: There is no verdict on the response body /title, which is not the "
          + "answer's fault: expected a string in which the pattern "
      ),
      "\(reason)"
    )
    #expect(judgement.violations == [])
    // What is certainly wrong beside it is reported.
    let wrong = judge(rule, .json("{\"id\":\"7\",\"title\":\"\(text)\"}"), within: little())
    #expect(wrong.verdict == .violates)
    #expect(wrong.violations.map(\.place.description) == ["response body /id"])
    #expect(wrong.notChecked == [reason])
  }

  @Test func limitCanBeRaised() throws {
    var rule = BookShop.get.responses[0]
    let slow = Schema.string(pattern: #"^(a+)+\1c$"#)
    rule.content = .payload(.object([.required("title", slow)]))
    let text = String(repeating: "a", count: 13) + "b"
    let example = RuleExample.answer(
      "a book",
      to: AccordModel.Case.Expectation(.success(rule), format: BookShop.json),
      .json("{\"title\":\"\(text)\"}")
    )
    func judge(_ shares: Int) -> Judgement {
      Judge(limits: little(shares: shares)).judge(example)
    }
    let usual = judge(1)
    #expect(try #require(failure(usual)).hasSuffix("; a larger --effort may bring a verdict."))
    #expect(usual.violations == [])
    #expect(judge(3).violations.map(\.place.description) == ["response body /title"])
  }

  @Test func nestingBeyondOurDepthIsAViolationOnlyWhereItIsNoJSON() throws {
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let right = judge(BookShop.get.responses[0], .json(deep))
    #expect(
      failure(right)
        == "body-is-well-formed: The response body cannot be read, which is not the answer's fault: "
        + "expected at most 512 nested arrays and objects, found one more (line 1, column 513)."
    )
    let cut = judge(BookShop.get.responses[0], .json(String(deep.dropLast())))
    #expect(cut.verdict == .violates)
    #expect(cut.violations.map(\.rule) == ["body-is-well-formed"])
    let elements = String(repeating: "<a>", count: 600)
    let ends = String(repeating: "</a>", count: 600)
    #expect(
      failure(judge(BookShop.get.responses[0], in: BookShop.xml, .xml(elements + ends))) != nil
    )
    #expect(
      judge(BookShop.get.responses[0], in: BookShop.xml, .xml(elements)).verdict == .violates
    )
  }
}

/// Judging ends when the run does.
@Suite struct ClockTests {
  @Test func judgingAsksTheClockBeforeEachRule() {
    let over: @Sendable () -> String? = { "It is late." }
    let example = RuleExample.answer("right", .json(JudgeTests.book))
    let judgement = Judge().judge(
      example.testCase,
      example.exchanges,
      in: SuiteIndex(example.suite),
      until: over
    )
    #expect(judgement == Judgement(.notRun(reason: "It is late.")))
  }

  @Test func whatWasFoundBeforeStays() {
    let example = RuleExample.relation(
      "a wrong list, and a list",
      .sameReadTwice,
      [
        .list(.answer(503, nil, "")), .list(.json(#"{"items":[]}"#)),
      ]
    )
    // The framing and six rules of the first answer; then it is late.
    let clock = Countdown(4)
    let judgement = Judge().judge(
      example.testCase,
      example.exchanges,
      in: SuiteIndex(example.suite),
      until: { clock.tick() ? "It is late." : nil }
    )
    #expect(judgement.verdict == .violates)
    #expect(judgement.violations.map(\.rule) == ["status-is-declared"])
    #expect(judgement.notChecked.contains("It is late."))
  }
}

/// More violations than are reported are counted.
@Suite struct CutTests {
  private func judge(_ format: Format, _ type: String, _ body: String) -> Judgement {
    Judge().judge(.answer("list", to: BookShop.listed(in: format), .answer(200, type, body)))
  }

  private func list(_ count: Int) -> String {
    let items = Array(repeating: #"{"id":"x","title":"E"}"#, count: count).joined(separator: ",")
    return #"{"items":["# + items + "]}"
  }

  private static let json = "application/json; charset=utf-8"

  @Test(arguments: [(100, nil), (101, "101"), (999, "999"), (1500, "at least 1000")])
  func theFirstSaysHowMany(_ count: Int, _ words: String?) throws {
    let found = judge(BookShop.json, Self.json, list(count)).violations
    #expect(found.count == min(count, 100))
    #expect(
      found.first?.hint
        == words.map { "These are the first 100 of \($0) violations of this body." }
    )
    #expect(found.dropFirst().allSatisfy { $0.hint == nil })
  }

  @Test func rowsAreCountedUntilThereAreTooMany() {
    let lines = String(repeating: #"{"id":"x","title":"E"}"# + "\n", count: 1300)
    let rows = String(repeating: "x,E\r\n", count: 1300)
    for (format, body) in [
      (BookShop.jsonLines, lines), (BookShop.csv, "id,title\r\n" + rows),
    ] {
      let found = judge(format, format.mediaType, body).violations
      #expect(found.count == 100)
      #expect(
        found.first?.hint == "These are the first 100 of at least 1001 violations of this body."
      )
    }
  }

  @Test func namesThatStandTwiceAreCounted() {
    let twice = Array(repeating: #"{"a":1,"a":2}"#, count: 150).joined(separator: ",")
    let found = judge(BookShop.json, Self.json, "[\(twice)]").violations
    #expect(found.count == 100)
    #expect(found.first?.hint?.contains("These are the first 100 of at least 101 ") == true)
  }
}
