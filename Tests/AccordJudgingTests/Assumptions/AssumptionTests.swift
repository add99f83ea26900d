@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// A broken assumption fails no run, so it keeps no rule from looking.
@Suite struct AssumptionTests {
  /// An assumption, and something stated of a later tier.
  struct Pair: Sendable, CustomTestStringConvertible {
    var assumption: Flaw
    var must: Flaw
    var testDescription: String { "\(assumption.name), and \(must.name)" }
  }

  /// All pairs that can be: an answer has one status and one Content-Type.
  static let pairs = Flaw.assumptions.flatMap { assumption in
    Flaw.musts.filter { must in
      guard must.tier.rawValue > assumption.tier.rawValue else { return false }
      // What the content should be is certain only in the format that is certain.
      if assumption.name == "another Content-Type" { return must.tier != .syntax }
      // What is not there needs no label.
      if assumption.tier == .label, must.name == "nothing" { return false }
      // A promise of the whole content cannot be both.
      return assumption.tier != .syntax || must.rule != "body-matches-schema"
        || must.name == "a stated reading"
    }
    .map { Pair(assumption: assumption, must: $0) }
  }

  @Test(arguments: pairs) func bothAreReported(_ pair: Pair) {
    var scene = Scene()
    if pair.must.tier == .relation {
      // The second answer is made from the first, so the assumption is broken in both.
      pair.must.apply(&scene)
      pair.assumption.apply(&scene)
    } else {
      pair.assumption.apply(&scene)
      pair.must.apply(&scene)
    }
    let judgement = scene.judgement()
    let found = judgement.violations
    #expect(judgement.verdict == .violates)
    #expect(found.contains { $0.rule == pair.must.rule && $0.level == .must }, "\(found)")
    #expect(
      found.contains { $0.rule == pair.assumption.rule && $0.level == .assumption },
      "\(found)"
    )
    if let place = pair.must.place {
      #expect(found.contains { $0.level == .must && $0.place.description == place }, "\(found)")
    }
    #expect(scene.judgement(isStrict: true).violations == found)
  }

  @Test func everyTierIsPairedWithEveryLaterOneThatCanBe() {
    let tiers = Set(Self.pairs.map { [$0.assumption.tier, $0.must.tier] })
    for (number, first) in RuleGroup.Tier.allCases.dropLast().enumerated() {
      for second in RuleGroup.Tier.allCases.dropFirst(number + 1) {
        #expect(tiers.contains([first, second]), "\(first), \(second)")
      }
    }
  }

  @Test(arguments: Flaw.assumptions) func assumptionAloneFailsNothing(_ flaw: Flaw) {
    var scene = Scene()
    flaw.apply(&scene)
    let judgement = scene.judgement()
    #expect(judgement.verdict == .conforms)
    #expect(judgement.violations.map(\.rule) == [flaw.rule])
    #expect(judgement.violations.map(\.level) == [.assumption])
  }

  @Test(arguments: Flaw.musts) func whatIsStatedIsReportedAlone(_ flaw: Flaw) {
    var scene = Scene()
    flaw.apply(&scene)
    let judgement = scene.judgement()
    #expect(judgement.verdict == .violates)
    #expect(Set(judgement.violations.map(\.rule)) == [flaw.rule])
    #expect(judgement.violations.allSatisfy { $0.level == .must })
  }

  /// Of a refusal, the document states that it comes, and its code is our reading.
  @Test(arguments: [
    ("response-headers", 401, "application/json; charset=utf-8"),
    ("content-type-matches-format", 401, "text/plain"),
    ("charset-matches-format", 401, "application/json"),
  ])
  func refusalWithAnotherCodeIsLookedAtToItsEnd(_ rule: String, _ status: Int, _ type: String) {
    var scene = Scene.refused(
      .error(
        "MissingToken",
        named: Scene.open,
        headers: rule == "response-headers" ? [.required("WWW-Authenticate")] : []
      )
    )
    scene.write(Array(#"{"errorCode":1007,"errorMsg":"Too old."}"#.utf8))
    scene.label(type)
    let judgement = scene.judgement()
    #expect(judgement.verdict == .violates)
    #expect(judgement.violations.map(\.rule) == ["error-name", rule])
    #expect(judgement.violations.map(\.level) == [.assumption, .must])
  }

  @Test func undeclaredFaultIsNoRefusalWhateverItSays() {
    var scene = Scene.refused(.error("MissingToken", named: Scene.open))
    scene.response = .json(#"{"errorCode":0,"errorMsg":"Fine."}"#, status: 507)
    let judgement = scene.judgement()
    #expect(judgement.verdict == .violates)
    #expect(
      judgement.violations.map { "\($0.rule) \($0.level.rawValue)" } == [
        "wrong-request-is-refused must"
      ]
    )
  }

  @Test func oneAssumptionIsReportedOnce() {
    var scene = Scene.refused(.error("MissingToken", refused: Scene.open, named: Scene.open))
    scene.write(Array("{}".utf8))
    // Which error it is stands open; that an error has a message is stated, and said too.
    #expect(scene.judgement().violations.map(\.rule) == ["error-name", "error-message"])
    #expect(scene.judgement().violations.map(\.level) == [.assumption, .must])
    // The status is said once, whichever rules look at it, and a fault is asked for no message.
    scene.change { $0.status = 507 }
    #expect(scene.judgement().violations.map(\.rule) == ["wrong-request-is-refused"])
  }
}

/// What a wrong assumption explains is not blamed on anything stated.
@Suite struct ExplainedAnswerTests {
  static let html = Exchange.Response.answer(200, "text/html", "<html><p>Hello")

  @Test func contentInAFormatThatWasOnlyAssumedWeighsNoMoreThanTheFormat() {
    var scene = Scene()
    scene.formatBasis = Scene.open
    scene.response = Self.html
    let judgement = scene.judgement()
    #expect(judgement.verdict == .conforms)
    #expect(
      judgement.violations.map { "\($0.rule) \($0.level.rawValue)" } == [
        "content-type-matches-format assumption", "body-is-well-formed assumption",
      ]
    )
    #expect(scene.judgement(isStrict: true).verdict == .violates)
  }

  @Test func refusalOfAnAssumedVersionIsNoWrongStatus() {
    for response in [
      Exchange.Response.answer(404, "text/html", "<html>Not found"),
      .json(#"{"errorCode":1051,"errorMsg":"No such version."}"#, status: 406),
    ] {
      let judgement = Judge().judge(
        .answer("no version", to: Self.absent(Scene.open), from: .version, response)
      )
      #expect(judgement.violations.map(\.rule) == ["version-is-honoured"])
      #expect(
        judgement.verdict
          == .notChecked(
            reason: "version-is-honoured: What is promised of the answer's content was not looked "
              + "at, because another answer came."
          )
      )
      let stated = Judge().judge(
        .answer("no version", to: Self.absent(.stated), from: .version, response)
      )
      #expect(stated.verdict == .violates)
      #expect(stated.violations.map(\.rule) == ["version-is-honoured"])
    }
  }

  @Test func answerOfAnotherVersionIsHeldToItsOwnSchema() {
    func judge(_ body: String) -> Judgement {
      Judge().judge(.answer("no version", to: Self.absent(Scene.open), from: .version, .json(body)))
    }
    let second = #"{"id":"#
    let other = Judge().judge(
      .answer(
        "version 1 for version 2",
        to: BookShop.found(2, versionClause: Self.clause(Scene.open)),
        from: .version,
        .json(JudgeTests.book)
      )
    )
    #expect(other.verdict == .conforms)
    #expect(other.violations.map(\.rule) == ["version-is-honoured"])
    #expect(judge(second).violations.map(\.rule) == ["body-is-well-formed"])
    #expect(judge(#"{"id":"7","title":"Emma"}"#).verdict == .violates)
  }

  @Test func successForARequestThatIsOnlyAssumedWrongIsNotHeldToWhatARefusalHas() {
    let refusal = Refusal.error(
      "MissingToken",
      refused: Scene.open,
      named: Scene.open,
      headers: [.required("WWW-Authenticate")]
    )
    var scene = Scene.refused(refusal)
    scene.response = .answer(200, "text/plain", "Here you are.")
    let judgement = scene.judgement()
    #expect(judgement.violations.map(\.rule) == ["wrong-request-is-refused"])
    guard case .notChecked = judgement.verdict else {
      Issue.record("\(judgement.verdict)")
      return
    }
    // What it says of itself it is held to.
    scene.response = .json("{")
    scene.refusal?.named.basis = .stated
    #expect(
      scene.judgement().violations.map(\.rule) == [
        "wrong-request-is-refused", "body-is-well-formed",
      ]
    )
    #expect(scene.judgement().verdict == .violates)
  }

  @Test func relationIsNotSeenInAnswersThatWereNotPromised() {
    var scene = Scene()
    scene.rule.clause.basis = Scene.open
    scene.response = .json(#"{"errorCode":2000,"errorMsg":"a"}"#, status: 500)
    scene.again = .json(#"{"errorCode":2000,"errorMsg":"b"}"#, status: 500)
    let judgement = scene.judgement()
    #expect(
      judgement.verdict
        == .skipped(
          reason: "same-read-twice: not looked at, because step 1 (GET /v1/books/7) is already "
            + "wrong."
        )
    )
    #expect(judgement.violations.allSatisfy { $0.rule == "status-is-expected" })
  }

  private static func clause(_ basis: Basis) -> Clause {
    var clause = BookShop.absentMeansOne
    clause.basis = basis
    return clause
  }

  private static func absent(_ basis: Basis) -> AccordModel.Case.Expectation {
    BookShop.found(versionClause: clause(basis))
  }
}

extension Flaw: CustomTestStringConvertible {
  var testDescription: String { name }
}
