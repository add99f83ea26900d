import AccordModel
import AccordSchema
import Testing

@Suite("A part of an exchange is a value for later requests")
struct OutputPartTests {
  private static let json = exchange(
    [
      Field("Content-Type", "application/json"), Field("Location", "../orders/7?full=1"),
      Field("Link", #"</orders?page=2>; rel="next", <https://files.example/7>; rel=file"#),
      Field("ETag", #""a""#),
    ],
    #"{"id":7,"name":"lamp","none":null,"empty":"","list":[1,{"code":"x"}]}"#
  )

  private static let xml = exchange(
    [Field("Content-Type", "application/xml")],
    "<r xmlns='urn:s3'><UploadId>u 1</UploadId><Part><n>1</n></Part><Part><n>2</n></Part></r>"
  )

  private static let form = exchange(
    [Field("Content-Type", "application/x-www-form-urlencoded")],
    "token=a%20b&token=c"
  )

  private static func exchange(_ fields: [Field], _ body: String, status: Int = 201) -> Exchange {
    Exchange(
      request: Exchange.Request(
        origin: "https://shop.example",
        method: "POST",
        target: "/base/new/orders",
        fields: [Field("Host", "shop.example"), Field("Content-Type", "application/json")],
        body: Array(#"{"name":"lamp"}"#.utf8),
        arguments: [Exchange.Request.Argument("shop", in: .query, 3)]
      ),
      outcome: .answered(
        Exchange.Response(status: status, fields: fields, body: Array(body.utf8))
      )
    )
  }

  @Test(arguments: [
    (Output.Part.status, JSON.number(201)),
    (.header("etag"), #""a""#),
    (.body("/id"), 7),
    (.body("/list/1/code"), "x"),
    (.value("/id"), 7),
    (.value("/empty"), ""),
    (.reference("Location"), "/base/orders/7?full=1"),
    (.link("next"), "/orders?page=2"),
    (.linkReference("file"), "https://files.example/7"),
    (.requestParameter("shop"), 3),
    (.requestBody("/name"), "lamp"),
    (.requestContent, #"{"name":"lamp"}"#),
  ])
  func isThere(_ part: Output.Part, _ value: JSON) {
    #expect(part.value(in: Self.json) == .some(value))
  }

  @Test(arguments: [
    Output.Part.header("X-None"), .body("/none"), .body("/empty"), .body("/list"), .body("/other"),
    .link("file"), .linkReference("last"), .requestParameter("other"), .requestBody("/id"),
  ])
  func isNotThere(_ part: Output.Part) {
    #expect(part.value(in: Self.json) == Optional.none)
  }

  @Test func placesAreThoseOfXMLAndForms() {
    #expect(Output.Part.body("/UploadId").value(in: Self.xml) == .some("u 1"))
    #expect(Output.Part.body("/2/n").value(in: Self.xml) == .some("2"))
    #expect(Output.Part.body("/Other").value(in: Self.xml) == Optional.none)
    #expect(Output.Part.body("/token").value(in: Self.form) == .some("a b"))
    #expect(Output.Part.body("/other").value(in: Self.form) == Optional.none)
  }

  @Test(arguments: [
    ("/a?b=1", "/a?b=1"), ("https://shop.example/a", "/a"), ("https://SHOP.example:443/a", "/a"),
    ("http://shop.example/a", "http://shop.example/a"),
    ("//files.example/a/../b", "https://files.example/b"),
    ("https://files.example", "https://files.example/"),
  ])
  func referencesAreResolved(_ reference: String, _ target: String) {
    #expect(URIReference(reference).resolved(against: Self.json.request) == target)
  }

  @Test(arguments: [
    ("https://Files.example:443/a", "https://files.example" as String?),
    ("http://files.example:81", "http://files.example:81"), ("/a", nil), ("files.example", nil),
    ("mailto:a@b", nil),
  ])
  func originsAreTold(_ reference: String, _ origin: String?) {
    #expect(URIReference(reference).origin == origin)
  }
}
