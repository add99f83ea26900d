import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite struct RequestBuilderTests {
  private func build(
    _ template: RequestTemplate,
    givens: [(name: String, fields: [(name: String, value: JSON)])] = [],
    token: Secret? = nil
  ) throws -> Request {
    let builder = RequestBuilder(
      address: try ServerAddress("https://shop.example:8443/base"),
      credential: Shop.suite.credential,
      extraFields: [Field("X-Gateway", "1")]
    )
    return try builder.request(
      template,
      OperandValues(givens: givens, token: "u9"),
      token: token
    )
  }

  @Test func putsValuesIntoTheTarget() throws {
    let request = try build(
      RequestTemplate(
        .get,
        [.text("/orders/"), .value(.given("order")), .text("/a.json")],
        query: ["q": "a b&c/é", "q": 1, "on": true, "id": .given("parcel", field: "code")],
        fields: [.init("Accept", .value("application/json")), .init("Authorization", .credential)]
      ),
      givens: [
        ("order", [("order", 7)]), ("parcel", [("id", 1), ("code", "x/y")]),
      ],
      token: Secret("t0k", placeholder: "$SHOP_TOKEN")
    )
    #expect(request.origin == "https://shop.example:8443")
    #expect(
      request.target == "/base/orders/7/a.json?q=a%20b%26c%2F%C3%A9&q=1&on=true&id=x%2Fy"
    )
    #expect(
      request.fields == [
        Field("Host", "shop.example:8443"), Field("X-Gateway", "1"),
        Field("Accept", "application/json"), Field("Authorization", "Bearer t0k"),
      ]
    )
    #expect(request.body.isEmpty)
  }

  @Test func putsValuesIntoTheBody() throws {
    let request = try build(
      RequestTemplate(
        .post,
        [.text("/orders")],
        body: .value(
          ["mail": "?", "items": [["id": 0]]],
          [
            .at("/mail", .unique(prefix: "a+", suffix: "@shop.example")),
            .at("/items/0/id", .given("order")),
          ],
          .json,
          .any
        )
      ),
      givens: [("order", [("order", 7)])]
    )
    let body = #"{"mail":"a+u9@shop.example","items":[{"id":7}]}"#
    #expect(String(decoding: request.body, as: UTF8.self) == body)
    #expect(request.fields.last == Field("Content-Length", String(body.utf8.count)))
  }

  @Test func writesForms() throws {
    let request = try build(
      RequestTemplate(.post, [.text("/f")], body: .form(["a": "1 2", "b": "ü=&"]))
    )
    #expect(String(decoding: request.body, as: UTF8.self) == "a=1%202&b=%C3%BC%3D%26")
  }

  @Test func saysThatAPostHasNoContent() throws {
    #expect(
      try build(RequestTemplate(.post, [.text("/f")])).fields.values(of: "content-length") == ["0"]
    )
    #expect(
      try build(RequestTemplate(.delete, [.text("/f")])).fields.values(of: "content-length") == []
    )
  }

  @Test func letsNoLiveDataBeginAHeader() throws {
    #expect(throws: RequestBuilder.Missing.fieldValue("X-Order")) {
      try build(
        RequestTemplate(.get, [.text("/")], fields: [.init("X-Order", .value(.given("order")))]),
        givens: [("order", [("order", "7\r\nX-Evil: y")])]
      )
    }
  }

  @Test func namesWhatIsMissing() throws {
    #expect(throws: RequestBuilder.Missing.value(.given("order"))) {
      try build(RequestTemplate(.get, [.value(.given("order"))]))
    }
    #expect(throws: RequestBuilder.Missing.place("/b/c")) {
      try build(
        RequestTemplate(
          .post,
          [.text("/")],
          body: .value(["a": 1], [.at("/b/c", "x")], .json, .any)
        )
      )
    }
  }
}
