import Accord
import AccordModel
import AccordReporting
import AccordRunning
import AccordSchema
import Testing

@testable import AccordTraffic

/// What is said of single exchanges.
struct JudgedExchangeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var exchange: SeenExchange
    var verdict: String
    var testDescription: String { name }

    init(_ name: String, _ exchange: SeenExchange, _ verdict: String) {
      (self.name, self.exchange, self.verdict) = (name, exchange, verdict)
    }
  }

  private static let mayHaveReason =
    "is an error that the contract has for what only the server knows: whether it had reason is not known."

  static let rows: [Row] = [
    Row(
      "a right request and its answer",
      Seen.exchange("GET", "/books/7", 200, Seen.emma),
      "conforms"
    ),
    Row(
      "an answer without a required member",
      Seen.exchange("GET", "/books/7", 200, #"{"id":7}"#),
      "violates · body-matches-schema must response body"
    ),
    Row(
      "an answer that is another's",
      Seen.exchange("GET", "/books/7", 200, #"{"id":8,"title":"Emma"}"#),
      "violates · answer-follows-request must response body /id"
    ),
    Row(
      "a value that names nothing",
      Seen.exchange("GET", "/books/7", 404, Seen.error(1044)),
      "not checked: Nothing is seen to be wrong with the request, and 404 \(mayHaveReason)"
    ),
    Row(
      "an error with the name of another",
      Seen.exchange("GET", "/books/7", 404, Seen.error(1002)),
      "violates · error-status must response status"
    ),
    Row(
      "an error that no contract lists",
      Seen.exchange("GET", "/books/7", 409, Seen.error(1050)),
      "violates · status-is-declared must response status"
    ),
    Row(
      "an error that the server alone knows of",
      Seen.exchange("POST", "/books", sending: #"{"title":"E"}"#, 409, Seen.error(1050)),
      "not checked: Nothing is seen to be wrong with the request, and 409 \(mayHaveReason)"
    ),
    Row(
      "a fault of the server",
      Seen.exchange("GET", "/books/7", 500, "{}"),
      "violates · status-is-declared must response status"
    ),
    Row(
      "a request without a token that is refused",
      Seen.exchange("GET", "/books/7", token: nil, 401, Seen.error(1006)),
      "conforms"
    ),
    Row(
      "a request without a token that is answered",
      Seen.exchange("GET", "/books/7", token: nil, 200, Seen.emma),
      "violates · wrong-request-is-refused must response status"
    ),
    Row(
      "a token of which nobody knows whether it is right",
      Seen.exchange("GET", "/books/7", token: "x", 200, Seen.emma),
      "conforms"
    ),
    Row(
      "a wrong parameter that is refused",
      Seen.exchange("GET", "/books/seven", 400, Seen.error(1002)),
      "conforms"
    ),
    Row(
      "a wrong parameter that is refused with another error",
      Seen.exchange("GET", "/books/seven", 404, Seen.error(1044)),
      "violates · error-name must response status"
    ),
    Row(
      "a wrong parameter that is taken",
      Seen.exchange("GET", "/books/0", 200, #"{"id":0,"title":"Emma"}"#),
      "violates · wrong-request-is-refused must response status"
    ),
    Row(
      "two things that are wrong, the first refused",
      Seen.exchange("GET", "/books/0", token: nil, 401, Seen.error(1006)),
      "conforms"
    ),
    Row(
      "two things that are wrong, the second refused",
      Seen.exchange("GET", "/books/0", token: nil, 400, Seen.error(1002)),
      "conforms"
    ),
    Row(
      "two things that are wrong, and neither refused",
      Seen.exchange("GET", "/books/0", token: nil, 404, Seen.error(1044)),
      "violates · error-name must response status"
    ),
    Row(
      "a body that is not well-formed and refused",
      Seen.exchange("POST", "/books", sending: "{", 400, Seen.error(1003)),
      "conforms"
    ),
    Row(
      "a body without a member that is taken",
      Seen.exchange("POST", "/books", sending: "{}", 201, Seen.emma),
      "violates · wrong-request-is-refused must response status"
    ),
    Row(
      "a wrong request of which the contract says nothing",
      Seen.exchange("GET", "/books?page=0", token: nil, 200, "[]"),
      "conforms · wrong-request-is-refused assumption response status"
    ),
    Row(
      "no route",
      Seen.exchange("GET", "/favicon.ico", 404),
      "Not judged: GET http://books.example/favicon.ico (here). No route of books has this path."
    ),
    Row(
      "another method",
      Seen.exchange("DELETE", "/books/7?token=x", 405),
      "Not judged: DELETE http://books.example/books/7 (here). The path answers GET, and no contract of "
        + "books speaks of it."
    ),
    Row(
      "a preflight",
      Seen.exchange(
        "OPTIONS",
        "/books/7",
        204,
        fields: [Field("Access-Control-Request-Method", "GET")]
      ),
      "Not judged: OPTIONS http://books.example/books/7 (here). It is a preflight of CORS, and no "
        + "contract of books speaks of it."
    ),
    Row("HEAD", Seen.exchange("HEAD", "/books/7", 200), "conforms"),
    Row(
      "what a cache asked for",
      Seen.exchange("GET", "/books/7", 304, fields: [Field("If-None-Match", "\"1\"")]),
      "not checked: 304 answers a conditional request or one for a part, of which the contract does not "
        + "speak."
    ),
    Row(
      "304 without reason",
      Seen.exchange("GET", "/books/7", 304),
      "violates · status-is-declared must response status"
    ),
    Row(
      "a credential that may have been taken out",
      Seen.exchange("GET", "/books/7", token: nil, 200, Seen.emma, isFiltered: true),
      "not checked: No credential was recorded; whoever wrote the file may have taken it out."
    ),
    Row(
      "a wrong answer to a request without the credential that it had",
      Seen.exchange("GET", "/books/7", token: nil, 200, #"{"id":7}"#, isFiltered: true),
      "violates · body-matches-schema must response body"
    ),
  ]

  @Test(arguments: rows)
  func isJudged(_ row: Row) {
    #expect(Seen.verdict(of: row.exchange) == row.verdict)
  }

  @Test func contentThatWasNotRecordedIsNotChecked() {
    var exchange = Seen.exchange("GET", "/books/7", 200)
    exchange.answer = .response(
      Exchange.Response(status: 200, fields: [Field("Content-Type", "application/json")]),
      .absent(reason: "The content of the answer was not recorded.")
    )
    #expect(
      Seen.verdict(of: exchange) == "not checked: The content of the answer was not recorded."
    )
    exchange.answer = .response(
      Exchange.Response(status: 500),
      .absent(reason: "The content of the answer was not recorded.")
    )
    #expect(
      Seen.verdict(of: exchange) == "violates · status-is-declared must response status"
    )
  }

  @Test func contentOfTheRequestThatWasNotRecordedIsNotChecked() {
    var exchange = Seen.exchange("POST", "/books", 201, Seen.emma)
    exchange.content = .absent(reason: "The content of the request was not recorded.")
    let reason = "The content of the request was not recorded."
    #expect(Seen.verdict(of: exchange) == "not checked: \(reason)")
    exchange = Seen.exchange("POST", "/books", 400, Seen.error(1003))
    exchange.content = .absent(reason: reason)
    #expect(Seen.verdict(of: exchange).hasPrefix("not checked: \(reason)"))
  }

  @Test func whatWasNotAnsweredIsSkipped() {
    var exchange = Seen.exchange("GET", "/books/7", 200)
    exchange.answer = .none(reason: "No answer was recorded: net::ERR_FAILED.")
    #expect(Seen.verdict(of: exchange) == "skipped: No answer was recorded: net::ERR_FAILED.")
  }

  @Test func aRecordHasWhatWasSeenAndNoSecret() throws {
    let run = TrafficRun([TrafficTarget(Books.suite)], subject: "here")
    let record = try #require(run.judge(Seen.exchange("GET", "/books/7", 200, Seen.emma)))
    #expect(record.id.description == "books/books.get/traffic/1")
    #expect(record.origin.rawValue == "traffic")
    #expect(record.title == "A right request that was seen is answered as promised (here).")
    let text = String(describing: run.report().record.suites[0].cases[0].exchanges)
    #expect(text.contains(String(describing: Array(Seen.emma.utf8))))
    #expect(!text.contains("secret-token-1"))
    #expect(record.exercised.contains("parameter/id"))
    let coverage = run.report().record.coverage
    #expect(coverage.promised > 20)
    #expect(coverage.percent != "0 %")
  }

  @Test func aTokenThatComesLaterIsTakenOutOfWhatCameBefore() {
    let run = TrafficRun([TrafficTarget(Books.suite)], subject: "here")
    run.judge(
      Seen.exchange("GET", "/books/7", token: "a-token", 200, #"{"id":7,"title":"late-token"}"#)
    )
    run.judge(Seen.exchange("GET", "/books/7", token: "late-token", 200, Seen.emma))
    let text = String(describing: run.report().record.suites[0].cases.map(\.exchanges))
    #expect(!text.contains("late-token"))
  }

  @Test func wrongRequestsAreCounted() {
    let run = TrafficRun([TrafficTarget(Books.suite)], subject: "here")
    run.judge(Seen.exchange("GET", "/books/7", 200, Seen.emma))
    #expect(run.report().record.settings.warnings == [])
    var wrong = Seen.exchange("GET", "/books/seven", 400, Seen.error(1002))
    wrong.number = 2
    run.judge(wrong)
    #expect(
      run.report().record.settings.warnings == [
        "1 of 2 requests was not as the contract has it, first that of books/books.get/traffic/2: whoever "
          + "sends them is to be told."
      ]
    )
  }

  /// As many secrets as exchanges take no longer for each, and none of them is kept.
  @Test func manySecretsAreTakenOut() {
    let run = TrafficRun([TrafficTarget(Books.suite)], subject: "here")
    let count = 400
    for number in 0..<count {
      run.judge(
        Seen.exchange(
          "GET",
          "/books/7",
          token: "token-\(number)-of-many",
          200,
          #"{"id":7,"title":"token-\#(count - 1 - number)-of-many"}"#
        )
      )
    }
    for record in run.report().record.suites[0].cases {
      for exchange in record.exchanges {
        let body = String(decoding: exchange.response?.body.bytes ?? [], as: UTF8.self)
        #expect(!body.contains("of-many"))
        #expect(!exchange.request.fields.contains { $0.value.contains("of-many") })
      }
    }
  }

  @Test func theServerThatIsNamedIsMeant() throws {
    let address = try ServerAddress("http://books.example/shop")
    let run = TrafficRun([TrafficTarget(Books.suite, at: address)], subject: "here")
    #expect(run.judge(Seen.exchange("GET", "/books/7", 200, Seen.emma)) == nil)
    #expect(run.judge(Seen.exchange("GET", "/shopping/books/7", 200, Seen.emma)) == nil)
    #expect(run.judge(Seen.exchange("GET", "/shop/books/7", 200, Seen.emma)) != nil)
    #expect(
      run.report().unjudged.map(\.reason) == [
        "It went to another server than http://books.example/shop.",
        "It went to another server than http://books.example/shop.",
      ]
    )
  }

  @Test func pathsOfTheServersOfADocumentGoBeforeRoutes() {
    let run = TrafficRun(
      [TrafficTarget(Books.suite, below: ["/", "/api", "/api/v1/"])],
      subject: "here"
    )
    #expect(run.judge(Seen.exchange("GET", "/api/v1/books/7", 200, Seen.emma)) != nil)
    #expect(run.judge(Seen.exchange("GET", "/api/books/7", 200, Seen.emma)) != nil)
    #expect(run.judge(Seen.exchange("GET", "/books/7", 200, Seen.emma)) != nil)
    #expect(run.judge(Seen.exchange("GET", "/other/books/7", 200, Seen.emma)) == nil)
  }
}
