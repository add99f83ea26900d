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
    #expect(try await verdicts(Self.suite) == ["conforms []"])
  }

  /// A list that is whole without any parameter tells what is on no page.
  @Test(arguments: [nil, 3]) func whatIsOnNoPageIsFound(lost: Int?) async throws {
    var suite = Self.suite
    let pages = Relation.Pages(
      next: .cursor("after", at: "/next"),
      size: "limit",
      items: "/books",
      identity: ["/id"],
      whole: [:]
    )
    suite.contracts[0].relations = [.relation("pages", "Pages hold all.", .pagesHoldAll(pages))]
    let testCase = try #require(suite.plan().cases.first { $0.relation != nil })
    #expect(testCase.steps.prefix(2).map(\.name) == ["all", "page 1"])
    let found = try await verdicts(suite, losing: lost)
    #expect(found.count == 1)
    guard lost != nil else {
      #expect(found == ["conforms []"])
      return
    }
    let message = "2 items on them; 3 is on none"
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  /// What becomes of the relation at a server whose pages lose a book.
  private func verdicts(_ suite: ContractSuite, losing lost: Int? = nil) async throws -> [String] {
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://shelf.example"),
      over: InProcessTransport { request in
        let isPage = request.target.contains("limit=2")
        let isLast = request.target.contains("after=")
        let all = isLast ? [3] : isPage ? [1, 2] : [1, 2, 3]
        let ids = isPage ? all.filter { $0 != lost } : all
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
    let hasWhole = results.first?.testCase.steps.first?.name == "all"
    #expect(results.map(\.exchanges.count) == [hasWhole ? 3 : 2])
    return results.map { "\($0.judgement.verdict) \($0.judgement.violations)" }
  }
}
