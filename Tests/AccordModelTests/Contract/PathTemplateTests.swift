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
      ("/v2/{+name}/tags/list", "/v2/library/alpine/tags/list", "name=library/alpine"),
      ("/v2/{+name}/tags/list", "/v2/alpine/tags/list", "name=alpine"),
      ("/v2/{+name}/tags/list", "/v2/tags/list", nil),
      ("/v2/{+name}/blobs/{digest}", "/v2/a/blobs/b/blobs/c", "name=a/blobs/b digest=c"),
      ("/v2/{+name}/blobs/{digest}", "/v2/a/blobs/b/c", nil),
      ("/files/{+path}", "/files/a%2Fb/c", "path=a%2Fb/c"),
      ("/files/{+path}", "/files/", nil),
      ("/{+a}/x/{+b}", "/1/x/2/x/3", "a=1/x/2 b=3"),
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

  @Test(
    "Of two templates that match, the one with more literal text is meant",
    arguments: [
      ("/a/mine", "/a/{id}", true), ("/a/{id}", "/a/mine", false), ("/a/{id}", "/a/{+id}", true),
      ("/a/v{n}", "/a/{id}", true), ("/a/{id}", "/a/{key}", false),
      ("/{+name}/blobs/uploads", "/{+name}/blobs/{digest}", true),
    ]
  )
  func closeness(_ template: String, _ other: String, _ isCloser: Bool) {
    #expect(PathTemplate(template).isCloser(than: PathTemplate(other)) == isCloser)
  }

  @Test("The variables are in the order of the path")
  func variables() {
    #expect(PathTemplate("/{b}/x/{a}/v{c}").variables == ["b", "a", "c"])
    #expect(PathTemplate("/{b/x").variables == [])
  }
}
