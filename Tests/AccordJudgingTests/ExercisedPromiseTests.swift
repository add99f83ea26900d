@testable import AccordJudging
import AccordModel
import AccordSchema
import Testing

/// A promise was put to the test only where a rule looked at it and had something to see.
@Suite struct ExercisedPromiseTests {
  private static let route = ["route/route", "route/route/GET/v1/json"]

  @Test func aRightAnswerShowsWhatItHas() {
    let example = RuleExample.answer("right", .json(#"{"id":7,"title":"Emma"}"#))
    #expect(
      Judge().judge(example).exercised == [
        "status/200", "response/success", "negotiation/fallback", "response/success/content",
        "response/success/content/member/id", "response/success/content/member/title",
        "parameter/id",
      ] + Self.route
    )
  }

  @Test(arguments: [404, 500, 302])
  func aWrongOutcomeShowsNothingButThatItIsWrong(_ status: Int) {
    let body = #"{"errorCode":1044,"errorMsg":"No."}"#
    let judgement = Judge().judge(.answer("wrong", .json(body, status: status)))
    #expect(judgement.verdict == .violates)
    #expect(judgement.exercised == Self.route)
  }

  @Test func anErrorInASuccessStatusShowsNeitherParameterNorContent() {
    let body = #"{"errorCode":1044,"errorMsg":"No."}"#
    let judgement = Judge().judge(.answer("wrong", .json(body)))
    #expect(judgement.violations.map(\.clause.id) == ["response/success"])
    #expect(judgement.exercised == ["status/200", "response/success"] + Self.route)
  }

  @Test func ofSeveralErrorsOnlyTheOneThatCameIsSeen() {
    let refusal = Refusal.error("MissingToken", "Internal")
    let example = RuleExample.answer(
      "refused",
      to: BookShop.refused(refusal),
      .json(#"{"errorCode":1006,"errorMsg":"No."}"#, status: 401)
    )
    let id = "header/x-token/missing"
    #expect(
      Judge().judge(example).exercised
        == [
          "\(id)/refused", "status/401", "errors/listed", "error/MissingToken/status",
          "\(id)/named", "error/MissingToken", "errors/message", "errors/body",
        ]
    )
  }

  @Test func anEmptyBodyNamesNoError() {
    let refusal = Refusal.error("MissingToken", allowsEmptyBody: true)
    let example = RuleExample.answer("empty", to: BookShop.refused(refusal), .empty(401))
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .conforms)
    #expect(judgement.exercised == ["header/x-token/missing/refused", "status/401"])
  }

  @Test func aBodyThatIsNotReadShowsNoContent() {
    let example = RuleExample.answer(
      "table",
      to: BookShop.found(in: BookShop.table),
      .answer(200, "text/tab-separated-values", "id\ttitle\n7\tEmma\n")
    )
    let exercised = Judge().judge(example).exercised
    #expect(exercised.contains("response/success"))
    #expect(exercised.contains("route/route/GET/v1/table"))
    #expect(!exercised.contains { $0.hasPrefix("response/success/content") })
  }

  @Test func aFormatThatCameThoughAnotherWasAskedForIsNotShown() {
    var expectation = BookShop.found(in: BookShop.xml)
    expectation.formatClause?.basis = .assumption("It is not documented.")
    let judgement = Judge()
      .judge(.answer("json", to: expectation, .json(#"{"id":7,"title":"Emma"}"#)))
    #expect(judgement.violations.map(\.level) == [.assumption])
    #expect(!judgement.exercised.contains { $0.hasPrefix("route/") })
  }

  @Test(arguments: [("json", false), ("xml", true)])
  func whoAsksForWhatComesAnywayLearnsNothingOfTheWay(_ format: String, _ isShown: Bool) throws {
    let format = try #require(BookShop.suite.formats.first { $0.id == format })
    var expectation = BookShop.found(in: format)
    expectation.formatClause = BookShop.suite.negotiation?.ways.first?.clause
    let answer: Exchange.Response =
      format.id == "json"
      ? .json(#"{"id":7,"title":"Emma"}"#)
      : .xml("<Book xmlns=\"urn:books\"><id>7</id><title>Emma</title></Book>")
    let judgement = Judge().judge(.answer("way", to: expectation, answer))
    #expect(judgement.verdict == .conforms)
    #expect(judgement.exercised.contains("negotiation/accept") == isShown)
  }

  @Test(arguments: [
    (#"{"id":7,"title":"Emma"}"#, false), (#"{"id":7,"title":"Emma","note":null}"#, false),
    (#"{"id":7,"title":"Emma","note":"x"}"#, true),
  ])
  func aReadingOfAMemberThatIsNotThereIsNotSeen(_ body: String, _ isSeen: Bool) {
    var expectation = BookShop.found()
    guard case .success(var rule) = expectation.outcome else { return }
    var reading = ContentReading.reading(
      "short",
      "A note is short.",
      .object([.optional("note", .string(length: 0...5).nullable)]),
      basis: .stated
    )
    reading.clause.id = "response/success/content/short"
    rule.readings = [reading]
    expectation.outcome = .success(rule)
    let judgement = Judge().judge(.answer("reading", to: expectation, .json(body)))
    #expect(judgement.verdict == .conforms)
    #expect(judgement.exercised.contains(reading.clause.id) == isSeen)
  }

  @Test func ofABrokenBodyTheOtherMembersAreSeen() {
    let judgement = Judge().judge(.answer("wrong", .json(#"{"id":"7","title":"Emma"}"#)))
    let members = ["id", "title"].map { "response/success/content/member/\($0)" }
    #expect(judgement.violations.map(\.members) == [[members[0]]])
    #expect(members.allSatisfy(judgement.exercised.contains))
  }

  @Test func aRelationIsSeenWhereItsRuleLooked() {
    let one = Exchange.Response.json(#"{"items":[{"id":8,"title":"Ida"}]}"#)
    let right = Judge().judge(
      .relation("same", .sameReadTwice, [.list(one), .list(one)])
    )
    #expect(right.exercised.last == "relation/example")
    // The first step is wrong: the relation is not looked at, and the case violates all the same.
    let wrong = Judge().judge(
      .relation(
        "same",
        .sameReadTwice,
        [.list(.json(#"{"items":3}"#)), .list(one)]
      )
    )
    #expect(wrong.verdict == .violates)
    #expect(!wrong.exercised.contains("relation/example"))
  }

  @Test func anOmissionThatIsRefusedShowsThatThePartIsNeeded() {
    var contract = BookShop.get
    contract.headers = [.required("X-Token", missing: .error("MissingToken"))]
    var example = RuleExample.answer(
      "omission",
      to: BookShop.refused(.error("MissingToken")),
      from: .omission,
      .json(#"{"errorCode":1006,"errorMsg":"No."}"#, status: 401)
    )
    example.suite.contracts[0] = contract
    example.testCase.clauses = ["header/x-token"]
    #expect(Judge().judge(example).exercised.contains("header/x-token"))
    example.testCase.origin = .wrongValue
    #expect(!Judge().judge(example).exercised.contains("header/x-token"))
  }
}
