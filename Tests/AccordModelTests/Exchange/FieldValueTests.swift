import AccordModel
import AccordSchema
import Testing

@Suite("Entity tags, links and URI references are read as their specifications have them")
struct FieldValueTests {
  @Test(
    arguments: [
      ("\"xyzzy\"", "xyzzy", false), ("W/\"xyzzy\"", "xyzzy", true), ("\"\"", "", false),
      ("\"a,b\"", "a,b", false), ("xyzzy", nil, false), ("\"xyzzy", nil, false),
      ("w/\"xyzzy\"", nil, false), ("\"a\"b\"", nil, false), ("\"a b\"", nil, false),
      ("", nil, false),
    ] as [(String, String?, Bool)]
  )
  func entityTag(_ text: String, _ opaque: String?, _ isWeak: Bool) {
    let tag = EntityTag(text)
    #expect(tag?.opaque == opaque)
    #expect(tag?.isWeak ?? false == isWeak)
    if let tag { #expect(tag.text == text) }
  }

  /// The examples of RFC 9110 section 13.1.2.
  @Test func listOfTags() {
    #expect(
      EntityTag.list(in: ["\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\""]).map(\.opaque)
        == ["xyzzy", "r2d2xxxx", "c3piozzzz"]
    )
    let weak = EntityTag.list(in: ["W/\"xyzzy\", W/\"r2d2,xx\"", "\"\""])
    #expect(weak.map(\.text) == ["W/\"xyzzy\"", "W/\"r2d2,xx\"", "\"\""])
    #expect(EntityTag.list(in: ["*"]) == [])
  }

  /// The comparisons of RFC 9110 section 8.8.3.2.
  @Test(arguments: [
    ("W/\"1\"", "W/\"1\"", true), ("W/\"1\"", "W/\"2\"", false), ("W/\"1\"", "\"1\"", true),
    ("\"1\"", "\"1\"", true),
  ])
  func weakComparison(_ first: String, _ second: String, _ isSame: Bool) throws {
    #expect(try #require(EntityTag(first)).matches(#require(EntityTag(second))) == isSame)
  }

  /// The examples of RFC 8288 section 3.5, and fields as GitHub and others send them.
  @Test(
    arguments: [
      (
        #"<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter""#,
        "previous", "http://example.com/TheBook/chapter2"
      ),
      (#"</>; rel="http://example.net/foo""#, "http://example.net/foo", "/"),
      (##"</terms>; rel="copyright"; anchor="#foo""##, "copyright", nil),
      (
        #"</TheBook/chapter2>; rel="previous"; title*=UTF-8'de'letztes%20Kapitel, </TheBook/chapter4>; rel="next"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel"#,
        "next", "/TheBook/chapter4"
      ),
      (
        #"<http://example.org/>; rel="start http://example.net/relation/other""#, "start",
        "http://example.org/"
      ),
      (
        #"<https://api.github.com/x?page=1>; rel="prev", <https://api.github.com/x?a=1,2&page=3>; rel="next""#,
        "next", "https://api.github.com/x?a=1,2&page=3"
      ),
      ("</v2/_catalog?last=a&n=1>; rel=next", "next", "/v2/_catalog?last=a&n=1"),
      (#"<a>; title="x, <b>; rel=next"; rel=prev"#, "next", nil),
      (#"<a> ; REL = "NEXT" ; x"#, "next", "a"),
      (#"<a>; rel=prev; rel=next"#, "next", nil), ("nothing", "next", nil), ("<a", "next", nil),
    ] as [(String, String, String?)]
  )
  func link(_ text: String, _ relation: String, _ target: String?) {
    let links = WebLink.links(in: [Field("Link", text)])
    #expect(links.first { $0.has(relation) }?.target == target)
  }

  /// The examples of RFC 3986 sections 5.4.1 and 5.4.2, whose base is `http://a/b/c/d;p?q`, as targets.
  @Test(
    arguments: [
      ("g", "/b/c/g"), ("./g", "/b/c/g"), ("g/", "/b/c/g/"), ("/g", "/g"), ("//g", nil),
      ("?y", "/b/c/d;p?y"), ("g?y", "/b/c/g?y"), ("#s", "/b/c/d;p?q"), ("g#s", "/b/c/g"),
      ("g?y#s", "/b/c/g?y"), (";x", "/b/c/;x"), ("", "/b/c/d;p?q"), (".", "/b/c/"), ("./", "/b/c/"),
      ("..", "/b/"), ("../", "/b/"), ("../g", "/b/g"), ("../..", "/"), ("../../g", "/g"),
      ("../../../g", "/g"), ("/./g", "/g"), ("/../g", "/g"), ("g.", "/b/c/g."), ("..g", "/b/c/..g"),
      ("./../g", "/b/g"), ("g/./h", "/b/c/g/h"), ("g;x=1/../y", "/b/c/y"), ("g:h", nil),
      ("http://a/x", "/x"), ("http://A:80/x?y", "/x?y"), ("https://a/x", nil),
      ("http://a:8080/x", nil),
      ("//a/x", "/x"), ("http://a", "/"), ("http:g", nil),
    ] as [(String, String?)]
  )
  func reference(_ text: String, _ target: String?) {
    let request = Exchange.Request(
      origin: "http://a",
      method: "GET",
      target: "/b/c/d;p?q",
      fields: []
    )
    #expect(URIReference(text).target(from: request) == target)
  }
}
