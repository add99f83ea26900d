import AccordModel
import Testing

@Suite("Path template")
struct PathTemplateTests {
  @Test(
    "A path is matched, and its variables are read",
    arguments: [
      ("/a/{b}/c", "/a/1/c", "b=1"),
      ("/a/{b}/c", "/a/1/d", nil),
      ("/a/{b}/c", "/a/1", nil),
      ("/a/{b}/c", "/a//c", nil),
      ("/a/{b}/c", "/A/1/c", nil),
      ("/a/v{version}", "/a/v2", "version=2"),
      ("/a/v{version}", "/a/v", nil),
      ("/a/v{version}", "/a/2", nil),
      ("/{a}.{b}", "/x.y", "a=x b=y"),
      ("/{a}.{b}", "/x", nil),
      ("/{a}/{b}", "/x%2Fy/z", "a=x%2Fy b=z"),
      ("/a b/\u{FC}/{c}", "/a%20b/%C3%BC/1", "c=1"),
      ("/%C3%BC/{c}", "/%C3%BC/1", "c=1"),
      ("/", "/", ""),
      ("/a", "/", nil),
    ] as [(String, String, String?)]
  )
  func match(_ template: String, _ path: String, _ values: String?) {
    let found = PathTemplate(template).match(path)
    #expect(found?.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == values)
  }

  @Test("Literal text is compared without regard to case when asked")
  func ignoringCase() {
    #expect(PathTemplate("/Api/{id}/Cancel").match("/api/X/CANCEL", ignoringCase: true) != nil)
    #expect(PathTemplate("/Api/{id}/Cancel").match("/api/X/CANCEL") == nil)
  }

  @Test("What a path cannot hold is encoded, as a request sends it")
  func encoding() {
    #expect(
      PathTemplate("/a b/100%/v{c}").segments == [
        [.literal("a%20b")], [.literal("100%25")], [.literal("v"), .variable("c")],
      ]
    )
    #expect(PathTemplate("/a b").description == "/a b")
  }

  @Test("The variables are in the order of the path")
  func variables() {
    #expect(PathTemplate("/{b}/x/{a}/v{c}").variables == ["b", "a", "c"])
    #expect(PathTemplate("/{b/x").variables == [])
  }
}
