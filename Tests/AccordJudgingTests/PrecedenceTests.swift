@testable import AccordJudging
import AccordModel
import HTTPTypes
import Testing

/// One cause is reported, not what follows from it.
@Suite struct PrecedenceTests {
  /// An answer that is wrong in several ways, with the rules that are blamed.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var expectation = BookShop.found()
    var response: Exchange.Response
    var blamed: [String]
    var testDescription: String { name }
  }

  static let token = BookShop.refused(.error("MissingToken", fieldName: "token"))
  static let headers = BookShop.found(headers: [.required("X-Shelf")])

  static let samples: [Sample] = [
    Sample(
      name: "an undeclared status with a wrong type, body and header",
      expectation: headers,
      response: .answer(503, "text/html", "<p>down"),
      blamed: ["status-is-declared"]
    ),
    Sample(
      name: "an error where success was expected, in another format",
      expectation: headers,
      response: .answer(401, "text/plain", #"{"errorCode":1006,"errorMsg":""}"#),
      blamed: ["status-is-expected"]
    ),
    Sample(
      name: "an error in a status of success, without what a success has",
      expectation: headers,
      response: .json(#"{"errorCode":1006}"#),
      blamed: ["error-in-success-status"]
    ),
    Sample(
      name: "a success for a wrong request, malformed",
      expectation: token,
      response: .answer(200, nil, "{"),
      blamed: ["wrong-request-is-refused"]
    ),
    Sample(
      name: "an undeclared success for a wrong request",
      expectation: token,
      response: .empty(202),
      blamed: ["wrong-request-is-refused"]
    ),
    Sample(
      name: "a redirection of a wrong request",
      expectation: token,
      response: .answer(302, "text/html", "<p>moved"),
      blamed: ["wrong-request-is-refused"]
    ),
    Sample(
      name: "the code of success in an undeclared status",
      expectation: token,
      response: .json(#"{"errorCode":0}"#, status: 507),
      blamed: ["wrong-request-is-refused"]
    ),
    Sample(
      name: "another error, without a message, a field and a charset",
      expectation: token,
      response: .answer(401, "application/json", #"{"errorCode":1007}"#),
      blamed: ["error-name"]
    ),
    Sample(
      name: "a right error with a fault's status that the contract lists",
      expectation: BookShop.refusedID(.error("InvalidParameter")),
      response: .json(#"{"errorCode":2000,"errorMsg":"Sorry."}"#, status: 500),
      blamed: ["error-name"]
    ),
    Sample(
      name: "the right error without a message and against its schema",
      expectation: BookShop.refused(.error("MissingToken")),
      response: .json(#"{"errorCode":1006,"trace":1}"#, status: 401),
      blamed: ["error-message"]
    ),
    Sample(
      name: "a page in place of an error",
      expectation: token,
      response: .answer(401, "text/html", "<p>Log in"),
      blamed: ["content-type-matches-format"]
    ),
    Sample(
      name: "an error that cannot be read",
      expectation: token,
      response: .json("{", status: 401),
      blamed: ["body-is-well-formed"]
    ),
    Sample(
      name: "another type and a body that is not well-formed",
      response: .answer(200, "text/plain", "OK"),
      blamed: ["content-type-matches-format"]
    ),
    Sample(
      name: "another charset and bytes that are not UTF-8",
      response: Exchange.Response(
        status: 200,
        fields: [Field("Content-Type", "application/json; charset=iso-8859-1")],
        body: Array(#"{"id":7,"title":""#.utf8) + [0xE9] + Array("\"}".utf8)
      ),
      blamed: ["charset-matches-format"]
    ),
    Sample(
      name: "a name that stands twice, of the wrong type",
      response: .json(#"{"id":"7","id":"8","title":"Emma"}"#),
      blamed: ["body-is-well-formed"]
    ),
    Sample(
      name: "two causes that have nothing to do with each other",
      expectation: headers,
      response: .json(#"{"id":"7","title":"Emma"}"#),
      blamed: ["response-headers", "body-matches-schema"]
    ),
    Sample(
      name: "another type and a body against its schema",
      response: .answer(200, "text/plain", #"{"id":"7","title":"Emma"}"#),
      blamed: ["content-type-matches-format", "body-matches-schema"]
    ),
    Sample(
      name: "framing that cuts the body",
      response: framed(#"{"id":7,"title":"Em"#),
      blamed: ["message-framing"]
    ),
    Sample(
      name: "framing and a body against its schema",
      response: framed(#"{"id":"7","title":"Emma"}"#),
      blamed: ["message-framing", "body-matches-schema"]
    ),
    Sample(
      name: "framing and a wrong status",
      response: framed("", status: 503),
      blamed: ["message-framing", "status-is-declared"]
    ),
  ]

  static func framed(_ body: String, status: Int = 200) -> Exchange.Response {
    var response = Exchange.Response.json(body, status: status)
    response.surplus = Array("ma\"}".utf8)
    return response
  }

  @Test(arguments: samples)
  func causeIsBlamedAlone(_ sample: Sample) {
    let judgement = Judge().judge(.answer(sample.name, to: sample.expectation, sample.response))
    #expect(judgement.violations.map(\.rule) == sample.blamed)
    #expect(judgement.verdict == .violates)
  }

  @Test func relationIsNotBlamedForAWrongStep() {
    let example = RuleExample.relation(
      "an error and a list",
      .totalIsStable(BookShop.paging),
      [
        .list(["page": 1, "size": 1], .json(#"{"items":[],"total":1}"#)),
        .list(["page": 2, "size": 1], .json(#"{"items":[],"total":"0"}"#)),
      ]
    )
    #expect(Judge().judge(example).violations.map(\.rule) == ["body-matches-schema"])
  }

  @Test func refusalOfTheWeakerValueIsBlamedOnThePlaceAndNotOnTheStatus() {
    let refused = Exchange.Response.json(#"{"errorCode":1044,"errorMsg":"No."}"#, status: 404)
    let list = Exchange.Response.json(#"{"items":[{"id":7,"title":"Emma"}]}"#)
    func blamed(_ responses: [Exchange.Response]) -> [String] {
      let turns = responses.map { Turn.list(["shop": "a"], $0) }
      let kind = Relation.Kind.strongerPlaceWins(parameter: "shop", decoy: "none")
      return Judge().judge(.relation("places", kind, turns)).violations.map(\.rule)
    }
    #expect(blamed([list, refused]) == ["stronger-place-wins"])
    // What is refused without a second value too says nothing of places.
    #expect(blamed([refused, refused]) == ["status-is-declared", "status-is-declared"])
    #expect(blamed([refused]) == ["status-is-declared"])
  }

  @Test func refusalInASingleStepIsBlamedOnThePlaceWhereItIsTheRefusalOfTheValue() {
    func blamed(_ response: Exchange.Response) -> [String] {
      let turn = Turn.get(query: ["id": 999], response)
      let kind = Relation.Kind.strongerPlaceWins(parameter: "id", decoy: 999)
      return Judge().judge(.relation("id", kind, of: BookShop.get, [turn])).violations.map(\.rule)
    }
    #expect(
      blamed(.json(#"{"errorCode":1044,"errorMsg":"No."}"#, status: 404))
        == ["stronger-place-wins"]
    )
    #expect(
      blamed(.json(#"{"errorCode":2000,"errorMsg":"Sorry."}"#, status: 500))
        == ["status-is-expected"]
    )
    #expect(blamed(.json(JudgeTests.book)) == [])
  }

  @Test func everyTierSilencesOnlyWhatComesAfterIt() {
    for tier in RuleGroup.Tier.allCases {
      #expect(tier.silences.allSatisfy { $0.rawValue > tier.rawValue })
    }
    // A tier may have several groups, which do not silence each other.
    let tiers = RuleSet.standard.groups.map(\.tier)
    #expect(tiers.map(\.rawValue) == tiers.map(\.rawValue).sorted())
    #expect(Set(tiers) == Set(RuleGroup.Tier.allCases))
  }
}
