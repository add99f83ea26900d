import Accord
import AccordModel
import Testing

@Suite("Pages are followed by cursors that stand in XML")
struct XMLPagesTests {
  private static let suite = ContractSuite(
    "shelf",
    name: "Shelf",
    "Lists books.",
    formats: [Format("xml", .xml, mediaType: "application/xml")],
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [
      Contract(
        "books.list",
        "Returns the books.",
        document: "shelf.txt",
        effect: .readOnly,
        routes: [.get("/books")],
        parameters: [.query("limit", .integer(in: 1...100), example: 5), .query("after", .string)],
        responses: [
          .status(
            .ok,
            .payload(
              .object([
                .required(
                  "books",
                  .array(of: .object([.required("id", .integer(in: 1...))]).xml(name: "book"))
                    .xml(wrapped: true)
                ), .optional("next", .string), .required("total", .integer),
              ]).xml(name: "list")
            )
          )
        ],
        examples: [.example("all")],
        relations: [
          .relation(
            "pages",
            "Pages hold all.",
            .pagesHoldAll(
              Relation.Pages(
                next: .cursor("after", at: "/next"),
                size: "limit",
                items: "/books",
                identity: ["/id"],
                total: "/total"
              )
            )
          )
        ]
      )
    ]
  )

  @Test func rightServerIsNotBlamed() async throws {
    let target = ConformanceRun.Target(
      Self.suite,
      at: try ServerAddress("http://shelf.example"),
      over: InProcessTransport { request in
        let isPage = request.target.contains("limit=2")
        let isLast = request.target.contains("after=")
        let ids = isLast ? [3] : isPage ? [1, 2] : [1, 2, 3]
        let books = ids.map { "<book><id>\($0)</id></book>" }.joined()
        let next = isPage && !isLast ? "<next>c</next>" : ""
        let body = "<list><books>\(books)</books>\(next)<total>3</total></list>"
        return .answered(
          Exchange.Response(
            status: 200,
            fields: [Field("Content-Type", "application/xml")],
            body: Array(body.utf8)
          )
        )
      }
    )
    let report = try await ConformanceRun([target]).report()
    let results = report.suites.flatMap(\.results).filter { $0.testCase.relation != nil }
    #expect(
      results.map { "\($0.judgement.verdict) \($0.judgement.violations)" } == ["conforms []"]
    )
    #expect(results.map(\.exchanges.count) == [2])
  }
}
