import AccordMocking
import AccordModel
import PlatformContracts
import Testing

@testable import PlatformMock

@Suite struct ServiceStackNegotiatorTests {
  static let cases: [(target: String, fields: [Field], format: String)] = [
    ("/p", [], "json"),
    ("/p?format=xml", [], "xml"),
    ("/p?format=XML", [], "xml"),
    ("/p?format=csv.gz", [], "csv"),
    ("/p?format=other", [], "json"),
    ("/p?format=foo", [Field("Accept", "application/xml")], "xml"),
    ("/p?format=csv", [Field("Accept", "application/xml")], "csv"),
    ("/p?callback=f&format=xml", [], "json"),
    ("/p", [Field("Accept", "application/xml")], "xml"),
    ("/p", [Field("Accept", "application/xml; charset=utf-8")], "xml"),
    ("/p", [Field("Accept", "Application/XML")], "xml"),
    ("/p", [Field("Accept", "application/jsv")], "jsv"),
    ("/p", [Field("Accept", "text/jsv")], "json"),
    ("/p", [Field("Accept", "text/csv")], "csv"),
    ("/p", [Field("Accept", "text/jsonl")], "jsonl"),
    ("/p", [Field("Accept", "text/csv, */*")], "csv"),
    ("/p", [Field("Accept", "image/png")], "json"),
    ("/p", [Field("Accept", "*/*")], "json"),
    ("/p", [Field("Accept", "*/*"), Field("Content-Type", "application/xml")], "xml"),
    (
      "/p",
      [Field("Accept", "*/*"), Field("Content-Type", "application/x-www-form-urlencoded")],
      "json"
    ),
    // Several lines: the server's order decides, not the client's.
    ("/p", [Field("Accept", "application/xml"), Field("Accept", "application/json")], "json"),
    (
      "/p",
      [
        Field("Accept", "application/json"), Field("Accept", "application/xml"),
        Field("Content-Type", "application/xml"),
      ],
      "xml"
    ),
    ("/p", [Field("Accept", "text/csv"), Field("Accept", "application/xml")], "xml"),
    ("/p", [Field("Accept", "text/csv"), Field("Accept", "*/*")], "json"),
  ]

  @Test(arguments: cases) func chooses(target: String, fields: [Field], format: String) {
    let request = MockRequest("GET", target, fields: fields)
    let chosen = ServiceStackNegotiator(Platform.suite)
      .format(of: request, RequestTarget(target), suffix: nil)
    #expect(chosen.id == format)
  }

  static let paths: [(path: String, rest: String, suffix: String?)] = [
    ("/api/connections/1/cancel.json", "/api/connections/1/cancel", "json"),
    ("/api/connections/1/cancel.JSONL", "/api/connections/1/cancel", "jsonl"),
    ("/api/connections/1/cancel.other", "/api/connections/1/cancel.other", nil),
    ("/api/connections/1/cancel", "/api/connections/1/cancel", nil),
    ("/api/connections.json/1/cancel", "/api/connections.json/1/cancel", nil),
    ("", "", nil),
    (".", ".", nil),
  ]

  @Test(arguments: paths) func takesOffSuffixes(path: String, rest: String, suffix: String?) {
    let split = HTTPConvention(MockSetting(Platform.suite)) { _ in false }.split(path)
    #expect(split.path == rest)
    #expect(split.suffix?.id == suffix)
  }
}
