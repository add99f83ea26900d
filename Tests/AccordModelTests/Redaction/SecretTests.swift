import AccordSchema
import Testing

@testable import AccordModel

@Suite struct SecretTests {
  @Test(
    "The parts of a field's value that are secret",
    arguments: [
      ("Authorization", "Bearer abc.def", ["abc.def"]),
      ("Authorization", "  abc.def ", ["abc.def"]),
      ("Authorization", "Basic dXNlcjpwYXNz", ["dXNlcjpwYXNz", "user:pass", "user", "pass"]),
      ("Proxy-Authorization", "Basic ???", ["???"]),
      ("Cookie", "a=one; b=\"two\"", ["one", "two"]),
      ("Set-Cookie", "sid=abc; Path=/; HttpOnly", ["abc"]),
      ("X-Api-Key", "k 1", ["1"]),
    ]
  )
  func parts(_ field: String, _ value: String, _ expected: [String]) {
    #expect(Secret.parts(of: value, in: field, placeholder: "$X").map(\.value) == expected)
  }

  @Test(
    "Names that say that their value is a credential",
    arguments: [
      ("Authorization", true), ("proxy-authorization", true), ("Cookie", true),
      ("X-Api-Key", true), ("api_key", true), ("access_token", true), ("ss-id", true),
      ("x-nextinteract-authtoken", true), ("password", true), ("client_secret", true),
      ("x-nextinteract-authtoken-expiry-seconds", false), ("Idempotency-Key", false),
      ("nextPageToken", false), ("Accept", false), ("X-Trace", false), ("Author", false),
      ("token_type", false), ("keyword", false),
    ]
  )
  func names(_ name: String, _ expected: Bool) {
    #expect(CredentialName.matches(name) == expected)
  }

  @Test("A secret of one or two characters is hidden where it is sent, and said")
  func shortSecrets() {
    let secret = Secret("a", placeholder: "$TOKEN")
    let redactor = Redactor(secrets: [secret], credentialFields: ["X-Who"])
    let request = Exchange.Request(
      origin: "http://a",
      method: "GET",
      target: "/a?a=a",
      fields: [
        Field("X-Who", "a"), Field("Cookie", "ss-id=a; b=aa"), Field("Accept", "a"),
        Field("Authorization", "Bearer a"),
      ]
    )
    let redacted = redactor.redact(request)
    #expect(redacted.target == "/a?a=a")
    #expect(
      redacted.fields.map(\.value) == ["$TOKEN", "ss-id=$TOKEN; b=aa", "a", "Bearer $TOKEN"]
    )
    #expect(redactor.redact("a server") == "a server")
    #expect(
      secret.shortWarning == """
        $TOKEN is 1 character long, and so short a text stands everywhere by chance: it is replaced \
        in the request header that carries it alone. Where the server repeats it, or writes it in \
        another way, it cannot be hidden; use a longer one.
        """
    )
    #expect(Secret("abc", placeholder: "$TOKEN").shortWarning == nil)
    #expect(Secret("", placeholder: "$TOKEN").shortWarning == nil)
  }

  @Test("A redacted request has none of the values that it was written from")
  func valuesOfRequests() {
    let request = Exchange.Request(
      origin: "http://a",
      method: "POST",
      target: "/s3cret?q=s3cret",
      fields: [],
      body: Array("{\"a\":\"s3cret\"}".utf8),
      arguments: [Exchange.Request.Argument("q", in: .query, "s3cret")],
      payload: ["a": "s3cret"]
    )
    let redacted = Redactor(secrets: [Secret("s3cret", placeholder: "$T")]).redact(request)
    #expect(!"\(redacted)".contains("s3cret"))
    #expect(redacted.arguments.isEmpty && redacted.payload == nil)
    #expect(redacted.target == "/$T?q=$T")
  }

  @Test("Who judges without the secrets still knows what the request was written from")
  func judgedTwin() {
    let redactor = Redactor(secrets: [
      Secret("s3cret", placeholder: "$T"), Secret("7654321", placeholder: "$N"),
    ])
    let request = Exchange.Request(
      origin: "http://a",
      method: "PUT",
      target: "/s3cret?sort=title",
      fields: [],
      arguments: [
        .init("key", in: .path, "s3cret"), .init("sort", in: .query, "title"),
        .init("number", in: .query, 7_654_321), .init("page", in: .query, 1),
      ],
      payload: ["names": ["a s3cret", true], "s3cret": .null]
    )
    let exchange = Exchange(
      request: request,
      outcome: .failed(ExchangeFailure(.cancelled, ""), partial: nil)
    )
    let twin = redactor.twin(of: exchange).request
    #expect(twin.arguments.map(\.value) == ["$T", "title", "$N", 1])
    #expect(twin.arguments.map(\.name) == ["key", "sort", "number", "page"])
    #expect(twin.payload == ["names": ["a $T", true], "$T": .null])
    #expect(redactor.redact(exchange).request.arguments.isEmpty)
  }

  @Test("What may be shown alone of a value that was given with its scheme, or with blanks")
  func shownAlone() {
    #expect(Secret("Bearer abc", placeholder: "$T").shownAlone.map(\.value) == ["abc"])
    #expect(Secret(" abc\n", placeholder: "$T").shownAlone.map(\.value) == ["abc"])
    #expect(Secret("abc def", placeholder: "$T").shownAlone.isEmpty)
  }
}
