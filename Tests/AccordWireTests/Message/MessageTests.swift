import Testing

@testable import AccordWire

@Suite struct MessageTests {
  @Test func fieldsAreFoundByNameInOrder() {
    let fields = [
      WireField("A", "1"), WireField("b", "2"), WireField("a", "3, X ,,y"), WireField("aa", "4"),
    ]
    #expect(fields.values(of: "A").map(WireText.decode) == ["1", "3, X ,,y"])
    #expect(fields.firstText(of: "B") == "2")
    #expect(fields.firstText(of: "c") == nil)
    #expect(fields.tokens(of: "a") == ["1", "3", "x", "y"])
  }

  @Test func textIsUTF8OrElseLatin1() {
    #expect(WireField(name: [0x41], value: [0xC3, 0xA9]).valueText == "é")
    #expect(WireField(name: [0x41], value: [0xE9]).valueText == "é")
    #expect(WireField(name: [0xFF], value: []).nameText == "ÿ")
  }

  @Test func escapedTextIsPrintable() {
    let bytes: [UInt8] = [0x41, 0x0D, 0x0A, 0x09, 0x5C, 0x00, 0x7F, 0xFF, 0x22]
    #expect(WireText.escaped(bytes) == "A\\r\\n\\t\\\\\\x00\\x7F\\xFF\"")
    #expect(WireText.escaped([0x41, 0x42, 0x43], limit: 2) == "AB…")
  }

  @Test(
    arguments: [
      (Endpoint(scheme: .http, host: "a"), "a", "a:80"),
      (Endpoint(scheme: .http, host: "a", port: 443), "a:443", "a:443"),
      (Endpoint(scheme: .https, host: "a"), "a", "a:443"),
      (Endpoint(scheme: .https, host: "[::1]"), "[::1]", "[::1]:443"),
      (Endpoint(scheme: .http, host: "::1", port: 8080), "[::1]:8080", "[::1]:8080"),
    ]
  )
  func endpointsShowTheirAuthority(_ endpoint: Endpoint, _ short: String, _ long: String) {
    #expect(endpoint.authority == short)
    #expect(endpoint.authorityWithPort == long)
  }

  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FF}\u{FE}", "w7/Dvg=="),
    ]
  )
  func base64IsThatOfRFC4648(_ text: String, _ expected: String) {
    #expect(Base64.encode(Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400, "2000-02-29"),
      (4_107_542_400, "2100-03-01"), (4_107_542_399, "2100-02-28"),
      (253_402_300_799, "9999-12-31"), (-62_135_596_800, "0001-01-01"),
    ] as [(Int64, String)]
  )
  func daysAreThoseOfTheCalendar(_ second: Int64, _ expected: String) {
    #expect("\(CalendarDay(second))" == expected)
  }

  @Test func requestsAreWrittenAsTheyAre() {
    let plain = WireRequest(
      "GET",
      "/a b",
      fields: [WireField("Content-Length", "9")],
      body: Array("abc".utf8)
    )
    #expect(WireText.decode(plain.bytes) == "GET /a b HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc")
    let chunked = WireRequest("PUT", "/", body: Array("abcdef".utf8), framing: .chunked([2, 0, 9]))
    #expect(
      WireText.decode(chunked.bytes) == "PUT / HTTP/1.1\r\n\r\n2\r\nab\r\n4\r\ncdef\r\n0\r\n\r\n"
    )
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", true),
      ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false),
      ("GET / HTTP/1.0\r\n\r\n", false),
      ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na", true),
      ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na", false),
      ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\na", false),
      ("PUT / HTTP/1.1\r\nHost: a\r\n\r\na", false),
      ("GET /", false),
    ]
  )
  func connectionsOutliveOnlyWholeRequests(_ bytes: String, _ expected: Bool) {
    #expect(WireRequest.keepsConnection(Array(bytes.utf8)) == expected)
  }

  @Test func responsesAreRight() {
    func text(_ bytes: [UInt8]) -> String { WireText.decode(bytes) }
    let body = Array("ok".utf8)
    #expect(
      text(WireReply.responseBytes(status: 200, reason: "OK", body: body))
        == "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    )
    #expect(
      text(WireReply.responseBytes(status: 204, body: body, keepAlive: false))
        == "HTTP/1.1 204 \r\nConnection: close\r\n\r\n"
    )
    #expect(
      text(WireReply.responseBytes(status: 200, body: body, toHEAD: true))
        == "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n"
    )
    #expect(
      text(
        WireReply.responseBytes(
          status: 200,
          fields: [WireField("Transfer-Encoding", "chunked")],
          body: body
        )
      ) == "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
    )
    #expect(
      text(
        WireReply.responseBytes(status: 200, fields: [WireField("content-length", "9")], body: body)
      ) == "HTTP/1.1 200 \r\ncontent-length: 9\r\n\r\nok"
    )
  }
}
