import AccordSchema
import Testing

@testable import AccordModel

@Suite struct PlaceTests {
  static let places: [(place: Violation.Place, words: String, general: String)] = [
    (.status, "response status", "response status"),
    (.header("X-Total"), "response header X-Total", "response header X-Total"),
    (.message, "response message", "response message"),
    (.surplus, "after the response", "after the response"),
    (.body(), "response body", "response body"),
    (.body(members: "/a~1b/~0"), "response body /a~1b/~0", "response body /a~1b/~0"),
    (.body(members: "/items/0"), "response body /items/0", "response body /items/0"),
    (.body(item: 0, of: "/items"), "response body /items/0", "response body /items/*"),
    (
      .body(InstancePath([.member("dc:title"), .item(2), .member("a[0]")])),
      "response body /dc:title/2/a[0]", "response body /dc:title/*/a[0]"
    ),
    (
      .body(InstancePath([.element("Pets"), .element("Pet", number: 2), .attribute("id")])),
      "response body /Pets/Pet[2]/@id", "response body /Pets/Pet/@id"
    ),
    (
      .body(InstancePath([.member("prices"), .entry("a/b"), .member("amount")])),
      "response body /prices/a~1b/amount", "response body /prices/*/amount"
    ),
    (
      .body(InstancePath([.element("Prices"), .entryElement("EUR"), .attribute("of")])),
      "response body /Prices/EUR/@of", "response body /Prices/*/@of"
    ),
    (.body(row: 3, path: .root), "response body row 3", "response body row *"),
    (
      .body(row: 3, path: InstancePath(members: "/id")),
      "response body row 3 /id", "response body row * /id"
    ),
  ]

  @Test(arguments: places.indices)
  func words(_ index: Int) {
    let (place, words, general) = Self.places[index]
    #expect(place.description == words)
    #expect(place.generalDescription == general)
    #expect(place.hasPosition == (words != general))
  }

  @Test func pointersLeadIntoOneValue() {
    #expect(Violation.Place.body(item: 1, of: "/a").pointer == "/a/1")
    #expect(Violation.Place.body(InstancePath([.entry("a/b"), .item(0)])).pointer == "/a~1b/0")
    #expect(Violation.Place.body(row: 1, path: .root).pointer == nil)
    #expect(Violation.Place.body(InstancePath([.element("a")])).pointer == nil)
    #expect(Violation.Place.status.pointer == nil)
  }

  @Test func everyNameIsMapped() {
    let place = Violation.Place.body(
      row: 1,
      path: InstancePath([
        .member("a"), .item(0), .entry("d"), .element("b", number: 2), .entryElement("e"),
        .attribute("c"),
      ])
    )
    #expect(
      place.mappingNames { $0 + "!" }.description == "response body row 1 /a!/0/d!/b![2]/e!/@c!"
    )
    #expect(Violation.Place.header("a").mappingNames { $0 + "!" } == .header("a!"))
  }
}
