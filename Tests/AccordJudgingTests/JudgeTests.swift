@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@Suite struct JudgeTests {
  static let book = #"{"id":7,"title":"Emma"}"#

  @Test func rightExchangeConformsToEveryRuleThatApplies() {
    let example = RuleExample.answer("right", .json(Self.book))
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .conforms)
    #expect(
      judgement.rules == [
        "message-framing", "version-is-honoured", "status-is-declared", "status-is-expected",
        "error-in-success-status", "content-type-is-well-formed", "content-type-matches-format",
        "charset-matches-format", "body-is-well-formed", "body-matches-schema",
      ]
    )
    #expect(judgement.notChecked == [])
  }

  @Test func rightRefusalConformsToEveryRuleThatApplies() {
    let example = RuleExample.answer(
      "right",
      to: BookShop.refused(.error("MissingToken", headers: [.required("WWW-Authenticate")])),
      .json(
        #"{"errorCode":1006,"errorMsg":"No token."}"#,
        status: 401,
        fields: [Field("www-authenticate", "Bearer")]
      )
    )
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .conforms)
    #expect(
      judgement.rules == [
        "message-framing", "wrong-request-is-refused", "status-is-declared",
        "success-code-in-error-status", "error-is-listed", "error-status", "error-name",
        "response-headers",
        "content-type-is-well-formed", "content-type-matches-format", "charset-matches-format",
        "body-is-well-formed", "error-message", "error-body-matches-schema",
      ]
    )
  }

  @Test func brokenAssumptionIsAWarningAndCountsWhenStrict() {
    let refusal = Refusal.error("MissingToken", named: .assumption("It is not documented."))
    let example = RuleExample.answer(
      "another error",
      to: BookShop.refused(refusal),
      .json(#"{"errorCode":1007,"errorMsg":"Too old."}"#, status: 401)
    )
    let lenient = Judge().judge(example)
    #expect(lenient.verdict == .conforms)
    #expect(lenient.violations.map(\.rule) == ["error-name"])
    #expect(lenient.violations.map(\.level) == [.assumption])
    let strict = Judge(isStrict: true).judge(example)
    #expect(strict.verdict == .violates)
    #expect(strict.violations == lenient.violations)
  }

  @Test func onlyThatAnotherCataloguedErrorIsWrongIsCertainWhereTheCodeIsNotKnown() throws {
    let refusal = Refusal.error("UnsupportedVersion", named: .assumption("It is not documented."))
    func violation(_ body: String, status: Int) throws -> Violation {
      let example = RuleExample.answer(
        "an error",
        to: BookShop.refused(refusal),
        .json(body, status: status)
      )
      return try #require(Judge().judge(example).violations.first)
    }
    let other = try violation(#"{"errorCode":1002,"errorMsg":"Wrong."}"#, status: 400)
    #expect(other.level == .must)
    #expect(other.clause.id == "header/x-token/missing/refused")
    #expect(
      other.expected == "a code of no other error (UnsupportedVersion, whose code is not known)"
    )
    #expect(other.actual == "the error InvalidParameter (1002), with status 400")
    let none = try violation(#"{"errorMsg":"Wrong."}"#, status: 400)
    #expect(none.level == .assumption)
    #expect(none.clause.id == "header/x-token/missing/named")
    let fraction = try violation(#"{"errorCode":10.5,"errorMsg":"Wrong."}"#, status: 400)
    #expect(fraction.level == .assumption)
  }

  @Test func noRuleThatAppliesIsAFailure() {
    let example = RuleExample.answer("right", .json(Self.book))
    let judgement = Judge(rules: RuleSet([])).judge(example)
    #expect(
      judgement.verdict
        == .failed(
          reason: "No rule looked at anything: expected at least one rule that applies to the "
            + "case's answers, found none; check the case's expectation and the rules that are "
            + "switched on."
        )
    )
    #expect(judgement.rules == [])
    let statusOnly = RuleSet([RuleGroup(.content, [ErrorMessage()])])
    #expect(Judge(rules: statusOnly).judge(example).verdict != .conforms)
  }

  @Test func failedExchangeKeepsTheViolationsOfEarlierSteps() {
    var example = RuleExample.relation(
      "a list, and no answer",
      .sameReadTwice,
      [
        .list(.json(#"{"items":[{"id":"7","title":"Emma"}]}"#)),
        .list(.json(#"{"items":[]}"#)),
      ]
    )
    example.exchanges[1].outcome = .failed(
      ExchangeFailure(.reset, "The connection was reset."),
      partial: nil
    )
    let judgement = Judge().judge(example)
    // What is broken stays so, whatever failed later.
    #expect(judgement.verdict == .violates)
    #expect(
      judgement.notChecked == ["step 2 of 2 (GET /books): reset: The connection was reset."]
    )
    #expect(judgement.violations.map(\.rule) == ["body-matches-schema"])
    #expect(judgement.rules.contains("body-matches-schema"))
  }

  /// Bytes that no network makes are the server's fault, in whatever step they come.
  @Test func unreadableMessageIsAViolation() throws {
    var example = RuleExample.relation(
      "a list, and no HTTP",
      .sameReadTwice,
      [
        .list(.json(#"{"items":[]}"#)), .list(.json(#"{"items":[]}"#)),
      ]
    )
    example.exchanges[1].outcome = .failed(Self.unreadable, partial: nil)
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .violates)
    let violation = try #require(judgement.violations.first)
    #expect(judgement.violations.count == 1)
    #expect(violation.rule == "message-framing")
    #expect(violation.step == 1)
    #expect(violation.level == .must)
    #expect(violation.actual == "a message that deviates from it (RFC9112-2.1-not-http)")
    #expect(
      violation.clause.sentence
        == "RFC 9112 section 2.1: A response begins with its status line."
    )
    #expect(violation.hint == #"At byte 25 of the message: "<a>\"\n""#)
    #expect(
      Judge(rules: RuleSet.standard.without(["message-framing"])).judge(example).verdict
        == .failed(reason: "step 2 of 2 (GET /books): malformed-head: No HTTP.")
    )
  }

  /// How often and where differs from answer to answer; it does not make another cause.
  @Test func framingShowsItsBytesBesideWhatIsWrong() throws {
    func violation(_ line: String, at offset: Int, count: Int) throws -> Violation {
      var response = Exchange.Response.json(Self.book)
      response.deviations = [
        Exchange.Response.Deviation(
          id: "RFC9112-2.2-bare-lf",
          sentence: "Every line ends with CR LF.",
          offset: offset,
          evidence: Array(line.utf8),
          count: count
        )
      ]
      return try #require(Judge().judge(.answer("lines", response)).violations.first)
    }
    let one = try violation("HTTP/1.1 200 OK\n", at: 15, count: 1)
    let other = try violation("é\t\n", at: 20, count: 5)
    #expect(one.actual == other.actual)
    #expect(one.hint == #"At byte 15 of the message: "HTTP/1.1 200 OK\n""#)
    #expect(
      other.hint == #"At byte 20 of the message, the first of 5 places: "\xC3\xA9\t\n""#
    )
  }

  static let unreadable = ExchangeFailure(
    .malformedHead,
    "No HTTP.",
    deviation: Exchange.Response.Deviation(
      id: "RFC9112-2.1-not-http",
      section: "RFC 9112 section 2.1",
      sentence: "A response begins with its status line.",
      offset: 25,
      evidence: Array("<a>\"\n".utf8)
    )
  )

  /// What a network can do is no violation; what was wrong in the bytes before it is.
  @Test func failureKeepsTheViolationsOfWhatCame() {
    var example = RuleExample.answer("half an answer", .json(Self.book))
    var partial = Exchange.Response.json(Self.book)
    partial.deviations = [
      Exchange.Response.Deviation(
        id: "RFC9112-2.2-bare-lf",
        sentence: "Every line ends with CR LF."
      )
    ]
    let failure = ExchangeFailure(.truncatedBody, "Cut off.")
    example.exchanges[0].outcome = .failed(failure, partial: partial)
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .violates)
    #expect(judgement.violations.map(\.rule) == ["message-framing"])
  }

  /// A specification is a must also where the contract only assumes.
  @Test func framingOfAnAssumedRouteIsAMust() throws {
    var example = RuleExample.answer("bytes after the body", .json(Self.book))
    for contract in example.suite.contracts.indices {
      for route in example.suite.contracts[contract].routes.indices {
        example.suite.contracts[contract].routes[route].clause.basis = .assumption("Not written.")
      }
    }
    var response = Exchange.Response.json(Self.book)
    response.surplus = Array("x".utf8)
    example.exchanges[0].outcome = .answered(response)
    let judgement = Judge().judge(example)
    #expect(judgement.violations.map(\.level) == [.must])
    #expect(judgement.verdict == .violates)
    // What is promised is said in the words of the specification, not that the route is served.
    #expect(
      judgement.violations.map(\.clause.sentence) == [
        "RFC 9112 section 6.3: Nothing follows the end of a message."
      ]
    )
  }

  /// What a server sends may read like a part of our sentences.
  @Test func whatWasFoundIsNotTakenOutOfASentence() throws {
    var response = Exchange.Response.json(Self.book)
    response.fields.append(Field("Content-Encoding", "a, found b"))
    let violation = try #require(
      Judge().judge(.answer("coded", response)).violations.first {
        $0.rule == "body-is-well-formed"
      }
    )
    #expect(
      violation.expected
        == "no content coding but gzip or deflate, because the request asks for none"
    )
    #expect(violation.actual == "Content-Encoding: a, found b")
  }

  /// The content of a transfer coding that nobody reads is not called ill-formed JSON.
  @Test func transferCodingIsNamed() {
    var response = Exchange.Response.json(Self.book)
    response.fields.append(Field("Transfer-Encoding", "gzip, chunked"))
    response.body = [0x1F, 0x8B, 0x08]
    let without = Judge().judge(RuleExample.answer("compressed", response))
    #expect(
      without.violations.map(\.actual).contains {
        $0.contains("Transfer-Encoding: gzip, chunked")
      }
    )
    response.deviations = [
      Exchange.Response.Deviation(
        id: "RFC9112-7.4-transfer-coding-unasked",
        sentence: "None but chunked."
      )
    ]
    let judgement = Judge().judge(RuleExample.answer("compressed", response))
    #expect(judgement.violations.map(\.rule) == ["message-framing"])
  }

  @Test func failureOfASingleExchangeIsNamed() {
    var example = RuleExample.answer("right", .json(Self.book))
    example.exchanges[0].outcome = .failed(
      ExchangeFailure(.refused, "Nothing listens at books.example:443."),
      partial: nil
    )
    #expect(
      Judge().judge(example)
        == Judgement(
          .failed(reason: "refused: Nothing listens at books.example:443."),
          causes: [
            .exchange(ExchangeFailure(.refused, "Nothing listens at books.example:443."))
          ]
        )
    )
  }

  @Test func missingExchangeAndMissingContractAreFailures() {
    var example = RuleExample.answer("right", .json(Self.book))
    let exchanges = example.exchanges
    example.exchanges = []
    #expect(
      Judge().judge(example).verdict
        == .failed(
          reason: "step 1 of 1 (GET /v1/books/7): expected an exchange for each step, found none "
            + "for this one."
        )
    )
    example.exchanges = exchanges
    example.suite.contracts = []
    #expect(
      Judge().judge(example).verdict
        == .failed(
          reason: "The case calls the contract books.get, which the suite bookshop does not have."
        )
    )
  }

  @Test func everyStepIsJudgedAndViolationsNameTheirStep() {
    let example = RuleExample.relation(
      "two wrong lists",
      .sameReadTwice,
      [
        .list(.json(#"{"items":[{"id":"7","title":"Emma"}]}"#)),
        .list(.answer(200, "text/plain", #"{"items":[{"id":7,"title":9}]}"#)),
      ]
    )
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .violates)
    #expect(
      judgement.violations.map { "\($0.step) \($0.rule) \($0.place)" } == [
        "0 body-matches-schema response body /items/0/id",
        "1 content-type-matches-format response header Content-Type",
        "1 body-matches-schema response body /items/0/title",
      ]
    )
    #expect(
      judgement.notChecked == [
        "same-read-twice: not looked at, because step 1 (GET /books) is already wrong."
      ]
    )
  }

  @Test func bodyInAFormatThatIsNotReadIsReportedAsNotChecked() {
    let example = RuleExample.answer(
      "rows",
      to: BookShop.found(in: BookShop.table),
      .answer(200, "text/tab-separated-values", "id,title\r\n7,Emma\r\n")
    )
    let judgement = Judge().judge(example)
    let reason = "body-matches-schema: A body in CSV is not checked."
    #expect(judgement.verdict == .notChecked(reason: reason))
    #expect(judgement.notChecked == [reason])
    #expect(!judgement.rules.contains("body-matches-schema"))
    #expect(judgement.rules.contains("content-type-matches-format"))
  }

  @Test func errorInAFormatThatIsNotReadIsHeldToItsStatus() {
    func judge(_ status: Int) -> Judgement {
      Judge().judge(
        .answer(
          "an error",
          to: BookShop.refused(.error("MissingToken"), in: BookShop.table),
          .answer(status, "text/tab-separated-values", "errorCode\r\n1006\r\n")
        )
      )
    }
    #expect(judge(401).verdict != .conforms)
    #expect(
      judge(401).notChecked == [
        "error-name: The status is right; the error's name is not read from a CSV body."
      ]
    )
    #expect(judge(404).violations.map(\.rule) == ["error-name"])
  }

  @Test func closerReadingIsAPromiseOfItsOwn() throws {
    func judge(_ body: String) throws -> Judgement {
      var rule = BookShop.get.responses[0]
      rule = ResponseRule.status(
        .ok,
        rule.content,
        readings: [
          .reading(
            "price-is-whole",
            "A price is in cents.",
            .object([.optional("price", .integer)]),
            basis: .assumption("The page does not say.")
          )
        ],
        versions: [1]
      )
      return Judge().judge(
        .answer(
          "a book",
          to: AccordModel.Case.Expectation(.success(rule), format: BookShop.json),
          .json(body)
        )
      )
    }
    let right = try judge(#"{"id":7,"title":"Emma","price":1.0}"#)
    #expect(right.verdict == .conforms)
    #expect(right.violations == [])
    let unread = try judge(#"{"id":7,"title":"Emma","price":1.5}"#)
    #expect(unread.verdict == .conforms)
    #expect(unread.violations.map(\.clause.id) == ["response/success/content/price-is-whole"])
    let wrong = try judge(#"{"id":7,"title":"Emma","price":"1.5"}"#)
    #expect(wrong.verdict == .violates)
    #expect(wrong.violations.map(\.clause.id) == ["response/success/content"])
  }

  @Test func violationCarriesItsEvidence() throws {
    let example = RuleExample.answer("a book", .json("{\n  \"id\": \"7\",\n  \"title\": \"Emma\"}"))
    let violation = try #require(Judge().judge(example).violations.first)
    #expect(violation.rule == "body-matches-schema")
    #expect(violation.clause == BookShop.get.responses[0].contentClause)
    #expect(violation.place.description == "response body /id")
    #expect(violation.expected == "integer")
    #expect(violation.actual == #"string "7""#)
    #expect(violation.position?.line == 2)
    #expect(violation.position?.column == 9)
  }

  @Test func threeWrongPlacesAreThreeViolationsInTheOrderOfTheDocument() {
    let example = RuleExample.answer(
      "a book",
      .json(#"{"price":"x","note":1,"title":"","id":7}"#)
    )
    #expect(
      Judge().judge(example).violations.map(\.place.description) == [
        "response body /price", "response body /note", "response body /title",
      ]
    )
  }
}
