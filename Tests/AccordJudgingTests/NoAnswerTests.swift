@testable import AccordJudging
import AccordModel
import Testing

/// A fault that the contract does not declare, and a redirection of a wrong request, are no answer,
/// whoever states what the right one is.
@Suite struct NoAnswerTests {
  private static let open = Basis.assumption("The page does not say.")

  private func violation(
    _ refusal: Refusal?,
    _ response: Exchange.Response
  ) throws -> Violation {
    var expectation = refusal.map { BookShop.refused($0) } ?? BookShop.found()
    if refusal == nil {
      var rule = BookShop.get.responses[0]
      rule.clause.basis = Self.open
      expectation.outcome = .success(rule)
    }
    return try #require(
      Judge().judge(.answer("answer", to: expectation, response)).violations.first
    )
  }

  private static let assumed = Refusal.error("MissingToken", refused: open, named: open)

  @Test(arguments: [500, 501, 502, 503, 504, 599])
  func undeclaredFaultOfAWrongRequestIsAMust(status: Int) throws {
    let found = try violation(Self.assumed, .answer(status, "text/html", "<p>Sorry"))
    #expect(found.rule == "wrong-request-is-refused")
    #expect(found.level == .must)
    #expect(found.clause.id == "header/x-token/missing/refused")
    #expect(
      found.clause.sentence
        == "No request gets a fault of the server that the contract does not declare (RFC 9110 "
        + "section 15.6)."
    )
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectionOfAWrongRequestIsAMust(status: Int) throws {
    let found = try violation(Self.assumed, .empty(status, fields: [Field("Location", "/login")]))
    #expect(found.rule == "wrong-request-is-refused")
    #expect(found.level == .must)
    #expect(found.clause.sentence == "A wrong request is not redirected (RFC 9110 section 15.4).")
  }

  @Test func successOfAnAssumedRefusalStaysAnAssumption() throws {
    let found = try violation(Self.assumed, .json(JudgeTests.book))
    #expect(found.level == .assumption)
    #expect(found.clause.sentence == "A request without X-Token is refused.")
  }

  @Test func declaredFaultStaysAnAssumption() throws {
    let body = #"{"errorCode":2000,"errorMsg":"Sorry."}"#
    let found = try violation(Self.assumed, .json(body, status: 500))
    #expect(found.rule == "error-name")
    #expect(found.level == .assumption)
  }

  @Test func statedRefusalKeepsItsPromise() throws {
    let found = try violation(.error("MissingToken"), .empty(503))
    #expect(found.clause.sentence == "A request without X-Token is refused.")
  }

  @Test func undeclaredFaultOfARightRequestIsAMust() throws {
    let found = try violation(nil, .answer(503, "text/html", "<p>Sorry"))
    #expect(found.rule == "status-is-declared")
    #expect(found.level == .must)
  }

  /// That something is not served, where that it is served is only assumed.
  @Test(arguments: [302, 404, 501])
  func otherAnswersToWhatIsAssumedAreAssumptions(status: Int) throws {
    #expect(try violation(nil, .empty(status)).level == .assumption)
  }

  /// What says that it is JSON or XML and has no bytes contradicts itself.
  @Test(arguments: ["application/json", "application/json; charset=utf-8", "application/xml"])
  func labelledErrorWithoutABodyIsAMust(type: String) throws {
    let found = try violation(Self.assumed, .answer(401, type, ""))
    #expect(found.rule == "body-is-well-formed")
    #expect(found.level == .must)
    #expect(found.clause.id == "errors/body")
  }

  @Test func errorWithoutALabelOrABodyStaysAnAssumption() throws {
    for response in [Exchange.Response.empty(401), .answer(401, "text/html", "")] {
      let found = try violation(Self.assumed, response)
      #expect(found.rule == "error-name")
      #expect(found.level == .assumption)
    }
  }

  @Test func labelledErrorThatMayBeEmptyIsRight() throws {
    let refusal = Refusal.error("MissingToken", allowsEmptyBody: true)
    let found = Judge().judge(
      .answer("answer", to: BookShop.refused(refusal), .answer(401, "application/json", ""))
    )
    #expect(found.violations.isEmpty)
  }
}
