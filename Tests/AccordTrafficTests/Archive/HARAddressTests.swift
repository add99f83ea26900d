import Testing

@testable import AccordTraffic

struct HARAddressTests {
  /// An address with its origin and its target.
  static let addresses: [(text: String, origin: String, target: String)] = [
    ("https://api.example/a/b?c=d", "https://api.example", "/a/b?c=d"),
    ("HTTPS://API.example:443/a#top", "https://api.example", "/a"),
    ("http://api.example:80", "http://api.example", "/"),
    ("http://api.example:8080?x", "http://api.example:8080", "/?x"),
    ("http://[::1]:80/x", "http://[::1]", "/x"),
    ("http://anne:secret@api.example/x", "http://api.example", "/x"),
    ("http://api.example/a b/ü", "http://api.example", "/a%20b/%C3%BC"),
  ]

  @Test(arguments: addresses)
  func areTakenApart(_ text: String, _ origin: String, _ target: String) throws {
    let address = try #require(HARAddress(text))
    #expect(address.origin == origin)
    #expect(address.target == target)
  }

  @Test(arguments: ["", "/a", "ftp://a/b", "http://", "http:///x", "https://a b/", "http"])
  func nothingElseIsRead(_ text: String) {
    #expect(HARAddress(text) == nil)
  }

  @Test func userAndPasswordAreKnown() {
    #expect(HARAddress("http://anne:se@cret@api.example/x")?.userinfo == "anne:se@cret")
  }

  @Test func otherSchemesAreNamed() {
    #expect(HARAddress.otherScheme(of: "data:text/plain,x") == "data")
    #expect(HARAddress.otherScheme(of: "wss://a/b") == "wss")
    #expect(HARAddress.otherScheme(of: "chrome-extension://a/b") == "chrome-extension")
    #expect(HARAddress.otherScheme(of: "https://a:1/b") == nil)
    #expect(HARAddress.otherScheme(of: "/a:b") == nil)
  }
}
