import Testing

@testable import AccordMocking

@Suite struct RequestTargetTests {
  static let targets: [(target: String, path: String, query: [NamedText])] = [
    ("/a", "/a", []),
    ("/a?", "/a", []),
    ("", "", []),
    ("?x=1", "", [NamedText(name: "x", value: "1")]),
    (
      "/a%20b?x=1&y=a%20b+c&z&=v&x=2",
      "/a%20b",
      [
        NamedText(name: "x", value: "1"), NamedText(name: "y", value: "a b c"),
        NamedText(name: "z", value: ""), NamedText(name: "", value: "v"),
        NamedText(name: "x", value: "2"),
      ]
    ),
    ("/a?x=1?y=2&&", "/a", [NamedText(name: "x", value: "1?y=2")]),
    ("/a?x=%zz%4", "/a", [NamedText(name: "x", value: "%zz%4")]),
    ("/a?x=%C3%A9%FF", "/a", [NamedText(name: "x", value: "é\u{FFFD}")]),
  ]

  @Test(arguments: targets) func takesApart(target: String, path: String, query: [NamedText]) {
    let read = RequestTarget(target)
    #expect(read.path == path)
    #expect(read.query == query)
  }
}
