import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordMocking

@Suite("Numbers that are far too large end no mock")
struct HostileNumberTests {
  private static func suite(_ next: Relation.Pages.Next) -> ContractSuite {
    ContractSuite(
      "list",
      name: "List",
      "Lists.",
      errors: ErrorCatalogue(entries: [], places: []),
      contracts: [
        Contract(
          "items.list",
          "Returns the items.",
          document: "list.txt",
          routes: [.get("/items")],
          parameters: [.query("page", .integer), .query("limit", .integer, example: 2)],
          responses: [
            .status(
              .ok,
              .payload(
                .object([
                  .required("items", .array(of: .object([.required("id", .integer)])))
                ])
              )
            )
          ],
          examples: [.example("all")],
          relations: [
            .relation(
              "pages",
              "Pages hold all.",
              .pagesHoldAll(
                Relation.Pages(next: next, size: "limit", items: "/items", identity: ["/id"])
              )
            ), .relation("parts", "It is served in parts.", .ranges),
          ]
        )
      ]
    )
  }

  @Test(arguments: [
    (Relation.Pages.Next.number("page"), "page=9223372036854775807&limit=100"),
    (.number("page"), "page=-9223372036854775808&limit=100"),
    (.number("page"), "page=2&limit=9223372036854775807"),
    (.offset("page"), "page=1&limit=9223372036854775807"),
    (.cursor("page", at: "/next"), "page=3&limit=9223372036854775807"),
    (.offset("page"), "page=9223372036854775807&limit=-9223372036854775808"),
  ])
  func pagesAreFarAway(_ next: Relation.Pages.Next, _ query: String) async {
    let answer = await Mock([Self.suite(next)]).answer(MockRequest("GET", "/items?\(query)"))
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    ("bytes=0-9223372036854775807", 206), ("bytes=5-3", 200),
    ("bytes=9223372036854775807-9223372036854775807", 416),
    ("bytes=-9223372036854775807", 206), ("bytes=--9223372036854775808", 200),
    ("bytes=-0", 416), ("bytes=-5-3", 200),
  ])
  func rangesAreFarAway(_ range: String, _ status: Int) async {
    let answer = await Mock([Self.suite(.offset("page"))]).answer(
      MockRequest("GET", "/items", fields: [Field("Range", range)])
    )
    #expect(answer.status == status)
  }
}
