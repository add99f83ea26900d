@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// What servers may do in different ways is not flagged.
@Suite struct HarmlessVariationTests {
  /// An answer that is right in an unusual way.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var expectation = BookShop.found()
    var response: Exchange.Response
    var testDescription: String { name }
  }

  static let token = BookShop.refused(.error("MissingToken"))
  static let type = "application/json; charset=utf-8"
  static let book = #"{"id":7,"title":"Emma"}"#
  static let xsi = "http://www.w3.org/2001/XMLSchema-instance"

  static func xml(_ name: String, _ text: String) -> Sample {
    Sample(name: name, expectation: BookShop.found(in: BookShop.xml), response: .xml(text))
  }

  static func rows(_ name: String, _ text: String) -> Sample {
    Sample(
      name: name,
      expectation: BookShop.listed(in: BookShop.jsonLines),
      response: .answer(200, "text/jsonl", text)
    )
  }

  static let samples: [Sample] = [
    Sample(name: "order of members", response: .json(#"{"title":"Emma","id":7}"#)),
    Sample(name: "more members", response: .json(#"{"id":7,"title":"Emma","x":{"y":[null]}}"#)),
    Sample(name: "white space", response: .json("\n{ \"id\"\t:7 ,\r\n\"title\":\"Emma\" }\n")),
    Sample(name: "escapes", response: .json(#"{"\u0069d":7,"title":"\u0045mma"}"#)),
    Sample(name: "null for absent", response: .json(#"{"id":7,"title":"Emma","note":null}"#)),
    Sample(name: "1.0 for 1", response: .json(#"{"id":7.0,"title":"Emma"}"#)),
    Sample(name: "7e0 for 7", response: .json(#"{"id":7e0,"title":"Emma"}"#)),
    Sample(
      name: "case of field names",
      response: .answer(200, nil, book, fields: [Field("CONTENT-type", type)])
    ),
    Sample(
      name: "case of the charset",
      response: .answer(200, "application/json;charset=UTF-8", book)
    ),
    Sample(
      name: "quotes around the charset",
      response: .answer(200, #"application/json; charset="utf-8""#, book)
    ),
    Sample(
      name: "another parameter",
      response: .answer(200, "application/json; charset=utf-8; odata=none", book)
    ),
    Sample(
      name: "order of fields and others",
      response: .answer(
        200,
        nil,
        book,
        fields: [
          Field("Server", "x"), Field("Vary", "a"), Field("Vary", "b"),
          Field("Content-Type", type), Field("X-Powered-By", "y"),
        ]
      )
    ),
    Sample(
      name: "an empty reason phrase, chunks and trailers",
      response: Exchange.Response(
        status: 200,
        reason: "",
        fields: [Field("Transfer-Encoding", "chunked"), Field("Content-Type", type)],
        body: Array(book.utf8),
        trailers: [Field("X-Checksum", "1")],
        interim: [Exchange.Response.Interim(status: 103, fields: [])]
      )
    ),
    Sample(
      name: "the coding that is none",
      response: .json(book, fields: [Field("Content-Encoding", "identity")])
    ),
    xml("no declaration", "<Book xmlns='urn:books'><id>7</id><title>Emma</title></Book>"),
    xml(
      "a declaration and comments",
      "<?xml version='1.0' encoding='utf-8'?><!-- c --><Book xmlns='urn:books'><id>7</id>"
        + "<!-- d --><title>Em<!-- e -->ma</title></Book><!-- f -->"
    ),
    xml(
      "another prefix",
      "<x:Book xmlns:x='urn:books'><x:id>7</x:id><x:title>Emma</x:title></x:Book>"
    ),
    xml(
      "white space between and inside",
      "<Book xmlns='urn:books'>\n  <id> 7 </id>\n  <title>Emma</title>\n</Book>\n"
    ),
    xml(
      "nil by another prefix, closed by itself",
      "<Book xmlns='urn:books' xmlns:i='\(xsi)'><id>7</id><title>E</title>"
        + "<note i:nil='1'/></Book>"
    ),
    xml(
      "nil with an end tag",
      "<Book xmlns='urn:books'><id>7</id><title>E</title>"
        + "<note xmlns:n='\(xsi)' n:nil='true'></note></Book>"
    ),
    xml("CDATA", "<Book xmlns='urn:books'><id>7</id><title><![CDATA[Emma]]></title></Book>"),
    rows("rows with a last line end", "{\"id\":7,\"title\":\"Emma\"}\n"),
    rows("rows without a last line end", "{\"id\":7,\"title\":\"E\"}\n{\"id\":8,\"title\":\"I\"}"),
    rows("rows with CR LF", "{\"id\":7,\"title\":\"E\"}\r\n{\"id\":8,\"title\":\"I\"}\r\n"),
    rows("the whole value", #"{"items":[{"id":7,"title":"E"}],"total":1}"#),
    rows("no rows", ""),
    Sample(
      name: "the code with a fraction of zero",
      expectation: token,
      response: .json(#"{"errorCode":1006.0,"errorMsg":"No."}"#, status: 401)
    ),
    Sample(
      name: "members of an error in another order",
      expectation: token,
      response: .json(#"{"errorMsg":"No.","x":1,"errorCode":1006}"#, status: 401)
    ),
    Sample(
      name: "no body, by Content-Length",
      expectation: BookShop.removed,
      response: .empty(200, fields: [Field("Content-Length", "0")])
    ),
    Sample(
      name: "no body, by chunks",
      expectation: BookShop.removed,
      response: .empty(200, fields: [Field("Transfer-Encoding", "chunked")])
    ),
  ]

  @Test(arguments: samples)
  func variationConforms(_ sample: Sample) {
    let example = RuleExample.answer(sample.name, to: sample.expectation, sample.response)
    let judgement = Judge(isStrict: true).judge(example)
    #expect(judgement.violations == [])
    #expect(judgement.verdict == .conforms)
    #expect(judgement.rules.count >= 4)
  }

  @Test func datesInTwoSpellingsAreOneInstant() {
    let schema: Schema = .object([.required("from", .dotNetDateTime), .required("id", .guid)])
    let rule = ResponseRule.status(.ok, .payload(schema))
    func turn(_ text: String) -> Turn {
      Turn(
        contract: BookShop.list,
        request: RequestTemplate(.get, [.text("/books")]),
        expectation: AccordModel.Case.Expectation(.success(rule), format: BookShop.json),
        response: .json(text)
      )
    }
    let example = RuleExample.relation(
      "dates",
      .sameReadTwice,
      [
        turn(#"{"from":"\/Date(1700000000000)\/","id":"9F2C1D7E5B344A868C0F3E6D7A1B2C4D"}"#),
        turn(#"{"id":"9f2c1d7e-5b34-4a86-8c0f-3e6d7a1b2c4d","from":"2023-11-14T22:13:20Z"}"#),
      ]
    )
    #expect(Judge().judge(example).violations == [])
    #expect(Judge().judge(example).verdict == .conforms)
  }
}
