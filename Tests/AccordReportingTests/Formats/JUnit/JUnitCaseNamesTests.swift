import AccordModel
import Testing

@testable import AccordReporting

struct JUnitCaseNamesTests {
  @Test
  func aNameThatWasThereIsNumbered() {
    let ids = ["shop/list/a", "shop/list/b", "a", "shop/list/a", "other/a", "b"].map(CaseID.init)
    var names = JUnitCaseNames(suite: "shop", contract: "list", of: ids)
    #expect(
      ids.map { names.name(of: $0).case } == ["a", "b", "a (2)", "a (3)", "other/a", "b (2)"]
    )
    #expect(names.name(of: ids[0]).class == "shop.list")
  }
}
