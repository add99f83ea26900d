import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite struct RequestBuilderTests {
  private func build(
    _ template: RequestTemplate,
    extraFields: [Field] = [Field("X-Gateway", "1")],
    credential: Credential? = Shop.suite.credential,
    givens: [(name: String, fields: [(name: String, value: JSON)])] = [],
    token: Secret? = nil
  ) throws -> Exchange.Request {
    let builder = RequestBuilder(
      address: try ServerAddress("https://shop.example:8443/base"),
      extraFields: extraFields
    )
    return try builder.request(
      template,
      OperandValues(givens: givens, token: "u9"),
      proof: zip(credential, token).map { Proof(credential: $0, token: $1) }
    )
  }

  private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
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

  @Test(arguments: [
    ("/places/7", "/places/7?size=4&part=a%20b"),
    ("/places/7?key=a%2Fb", "/places/7?key=a%2Fb&size=4&part=a%20b"),
  ])
  func parametersFollowThoseOfTheTarget(place: String, target: String) throws {
    var template = RequestTemplate(
      .put,
      [.text("/nowhere")],
      query: ["size": 4, "part": .given("part")]
    )
    template.target = .literal(.string(place))
    let request = try build(template, givens: [("part", [("part", "a b")])])
    #expect(request.target == target)
    #expect(
      request.arguments == [
        Exchange.Request.Argument("size", in: .query, 4),
        Exchange.Request.Argument("part", in: .query, "a b"),
      ]
    )
    #expect(template.givens == ["part"])
    #expect(template.outline == "PUT \(place)\(place.contains("?") ? "&" : "?")size=4&part={part}")
  }

  @Test func aFormSaysThatItIsOneUnlessItIsSaid() throws {
    func types(_ fields: [RequestTemplate.Field]) throws -> [String] {
      try build(RequestTemplate(.post, [.text("/f")], fields: fields, body: .form(["a": "1"])))
        .fields.values(of: "Content-Type")
    }
    #expect(try types([]) == ["application/x-www-form-urlencoded"])
    #expect(try types([.init("content-type", .value("text/x-form"))]) == ["text/x-form"])
  }

  @Test("Cookies of the run, of the credential and of parameters stand in one field")
  func cookiesAreOneField() throws {
    let template = RequestTemplate(
      .get,
      [.text("/o")],
      fields: [.init("Cookie", .credential)],
      cookies: ["theme": "dark"]
    )
    let place = Credential.token("T", in: .header("Cookie", "sid={token}"))
    let bare = RequestTemplate(
      .get,
      [.text("/o")],
      cookies: ["theme": "dark"],
      credential: .valid()
    )
    for (template, value) in [
      (template, "run=1; sid=t0k; theme=dark"), (bare, "run=1; theme=dark; sid=t0k"),
    ] {
      let request = try build(
        template,
        extraFields: [Field("cookie", "run=1")],
        credential: place,
        token: Secret("t0k", placeholder: "$T")
      )
      #expect(request.fields == [Field("Host", "shop.example:8443"), Field("cookie", value)])
    }
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

  @Test func keepsTheValuesThatItWrites() throws {
    let request = try build(
      RequestTemplate(
        .post,
        [.text("/orders/"), .value(.given("order"), of: "id"), .text("/"), .value("a b")],
        query: ["q": "a b&c", "q": 1, "new": .unique(prefix: "n", suffix: "")],
        body: .form(["a:b": true])
      ),
      givens: [("order", [("order", 7)])]
    )
    #expect(
      request.arguments == [
        Exchange.Request.Argument("id", in: .path, 7),
        Exchange.Request.Argument("q", in: .query, "a b&c"),
        Exchange.Request.Argument("q", in: .query, 1),
        Exchange.Request.Argument("new", in: .query, "nu9"),
        Exchange.Request.Argument("a:b", in: .form, true),
      ]
    )
    #expect(request.payload == nil)
  }

  @Test(arguments: [Format.Syntax.json, .xml, .csv, .jsv])
  func keepsTheValueOfTheContentInEverySyntax(_ syntax: Format.Syntax) throws {
    let schema: Schema = .object([.required("mail", .string)]).titled("Order")
    let body = RequestTemplate.Body.value(
      ["mail": "?"],
      [.at("/mail", .given("order"))],
      syntax,
      schema
    )
    let request = try build(
      RequestTemplate(.post, [.text("/orders")], body: body),
      givens: [("order", [("order", "a@b")])]
    )
    #expect(request.payload == ["mail": "a@b"])
    let bytes = try build(RequestTemplate(.post, [.text("/f")], body: .bytes(Array("{}".utf8))))
    #expect(bytes.payload == nil)
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

  /// Live data, which reach a request by every way there is.
  @Test(arguments: ["7\r\nX-Evil: y", "7\n", "7\r", " 7", "7 ", "\t7", "7\u{0}", "7\u{7F}"])
  func sendsNoValueRaw(_ value: String) throws {
    let givens = [(name: "order", fields: [(name: "order", value: JSON.string(value))])]
    #expect(throws: RequestBuilder.Missing.fieldValue("X-Order")) {
      try build(
        RequestTemplate(.get, [.text("/")], fields: [.init("X-Order", .value(.given("order")))]),
        givens: givens
      )
    }
    #expect(throws: RequestBuilder.Missing.fieldValue("Authorization")) {
      try build(
        RequestTemplate(.get, [.text("/")], fields: [.init("Authorization", .credential)]),
        credential: Credential(header: "Authorization", template: "{token}", variable: "T"),
        token: Secret(value, placeholder: "$T")
      )
    }
    let request = try build(
      RequestTemplate(
        .post,
        [.text("/orders/"), .value(.given("order"))],
        query: ["order": .given("order")],
        body: .form(["order": .given("order")])
      ),
      givens: givens
    )
    let encoded = PercentEncoding.encode(value)
    #expect(request.target == "/base/orders/\(encoded)?order=\(encoded)")
    #expect(String(decoding: request.body, as: UTF8.self) == "order=\(encoded)")
  }

  @Test(arguments: [
    Field("X-A", "b\r\nc: d"), Field("X-A", " b"), Field("X A", "b"), Field("", "b"),
    Field("X-A\r\nX-B", "b"), Field("X-\u{DC}", "b"),
  ])
  func sendsNoFieldThatIsNone(_ field: Field) throws {
    #expect(throws: RequestBuilder.Missing.fieldValue(field.name)) {
      try build(RequestTemplate(.get, [.text("/")]), extraFields: [field])
    }
  }

  @Test func encodesWhatAPathCannotHold() throws {
    let request = try build(RequestTemplate(.get, [.text("/a b/\u{FC}/%C3%BC/100%/x?y=1")]))
    #expect(request.target == "/base/a%20b/%C3%BC/%C3%BC/100%25/x?y=1")
  }

  @Test func hostThatAPersonNamesStandsAlone() throws {
    let request = try build(
      RequestTemplate(.get, [.text("/")]),
      extraFields: [Field("X-A", "1"), Field("host", "virtual.example")]
    )
    #expect(request.fields == [Field("X-A", "1"), Field("host", "virtual.example")])
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
