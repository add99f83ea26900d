import AccordModel
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test(
    "A value keeps its unreserved characters alone",
    arguments: [
      ("aZ09-._~", "aZ09-._~"), ("a b", "a%20b"),
      ("/?#[]@!$&'()*+,;=:%", "%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%25"),
      ("\r\n\0", "%0D%0A%00"), ("\u{FC}", "%C3%BC"), ("", ""),
    ]
  )
  func value(_ text: String, _ encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
  }

  @Test(
    "A path keeps what it can hold, and what is encoded already",
    arguments: [
      ("/a/b;c=1,d@e:f", "/a/b;c=1,d@e:f"), ("/a b", "/a%20b"), ("/%C3%BC%2f", "/%C3%BC%2f"),
      ("/100%", "/100%25"), ("/%zz", "/%25zz"), ("/%a", "/%25a"), ("/%%41", "/%25%41"),
      ("/\r\n#[]\"<>\\^`{|}", "/%0D%0A%23%5B%5D%22%3C%3E%5C%5E%60%7B%7C%7D"),
      ("/\u{FC}\u{1F600}", "/%C3%BC%F0%9F%98%80"),
    ]
  )
  func path(_ text: String, _ encoded: String) {
    #expect(PercentEncoding.path(text) == encoded)
    #expect(PercentEncoding.path(encoded) == encoded)
  }

  @Test(
    "An escape that is none is found",
    arguments: [
      ("/%zz/a", "%zz"), ("/%4", "%4"), ("%", "%"), ("/%41%4g", "%4g"), ("/%41", nil), ("/", nil),
    ] as [(String, String?)]
  )
  func brokenEscape(_ text: String, _ found: String?) {
    #expect(PercentEncoding.brokenEscape(in: text) == found)
  }
}
