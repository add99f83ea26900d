import AccordModel
import Testing

@Suite struct MediaTypeTests {
  @Test(
    arguments: [
      ("application/json", "application/json", nil),
      ("Application/JSON; Charset=UTF-8", "application/json", "UTF-8"),
      (" text/xml ;charset=\"ut\\f-8\" ", "text/xml", "utf-8"),
      ("application/problem+json;;charset=x;", "application/problem+json", "x"),
      ("a/b; q=\"x;y\"; charset=z", "a/b", "z"),
    ] as [(String, String, String?)]
  )
  func mediaTypeIsRead(_ text: String, _ essence: String, _ charset: String?) throws {
    let type = try #require(MediaType(parsing: text))
    #expect(type.essence == essence)
    #expect(type["charset"] == charset)
  }

  @Test(
    arguments: [
      ("text/json", .json), ("application/problem+json", .json), ("image/svg+xml", .xml),
      ("application/x-ndjson", .jsonLines), ("text/csv", .csv), ("text/jsv", .jsv),
      ("text/plain", nil), ("application/x-www-form-urlencoded", .form),
      ("multipart/form-data", .multipart),
    ] as [(String, Format.Syntax?)]
  )
  func mediaTypeStandsForASyntax(_ text: String, _ syntax: Format.Syntax?) throws {
    let type = try #require(MediaType(parsing: text))
    #expect(type.syntax == syntax)
    #expect(type.isForm == text.hasSuffix("urlencoded"))
  }

  @Test(
    arguments: [
      "", "json", "/json", "application/", "application json", "a/b c", "a/b; charset",
      "a/b; charset=", "a/b; charset=\"x", "a/b, c/d", "a/b; charset =x", "é/b",
    ]
  )
  func textThatIsNoMediaTypeIsRefused(_ text: String) {
    #expect(MediaType(parsing: text) == nil)
  }
}
