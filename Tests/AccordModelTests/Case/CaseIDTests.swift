import AccordModel
import Testing

@Suite("Identifiers of cases")
struct CaseIDTests {
  @Test(
    "Parts become lower case, and what is no letter or digit a hyphen",
    arguments: [
      (["interact", "a.b", "v2"], "interact/a.b/v2"),
      (["s", "", "c"], "s/c"),
      (["s", "X-Token"], "s/x-token"),
      (["s", "Accept, version 1!"], "s/accept-version-1"),
      (["s", "v1+2"], "s/v1+2"),
    ]
  )
  func parts(_ parts: [String], _ text: String) {
    #expect(CaseID(parts).description == text)
  }

  @Test("Identifiers are ordered byte by byte")
  func order() {
    #expect(
      [CaseID("b"), CaseID("a/b"), CaseID("a-b")].sorted().map(\.description) == [
        "a-b", "a/b", "b",
      ]
    )
  }
}
