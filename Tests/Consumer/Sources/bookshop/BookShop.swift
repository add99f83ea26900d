import Accord
import AccordCommand

/// A shop whose mock keeps the books that it is sent.
///
/// Its suite has a name that other suites have too: no name changes how a suite is served.
@main
enum BookShop {
  static func main() async {
    await ConformanceCommand.main(
      suites: [suite],
      extensions: Extensions(rules: [AnswersAreBranded()])
    )
  }

  static let suite = ContractSuite(
    "platform",
    name: "Book shop",
    "Sells books.",
    errors: ErrorCatalogue(
      entries: [
        .entry("BookNotFound", statuses: .exactly(.notFound)),
        .entry("NoTitle", statuses: .exactly(.badRequest)),
      ],
      places: [.name("/error")]
    ),
    givens: [book],
    contracts: [addBook, getBook]
  )
  .mocked(by: BookShopMock())

  static let book = Given.given("book", .integer(in: 1...), "The number of a book.")

  static let addBook = Contract(
    "books.add",
    "Adds a book.",
    document: "shop.txt",
    routes: [.post("/books")],
    body: .body(.object([.required("title", .nonEmptyString)]), incomplete: noTitle),
    responses: [.status(.created, .payload(shown))],
    errors: [.named("NoTitle", .byRequest)],
    examples: [.example("a-new-book", body: ["title": "Emma"])]
  )

  static let getBook = Contract(
    "books.get",
    "Returns the book with the given number.",
    document: "shop.txt",
    routes: [.get("/books/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: .given("book"), unknown: nobody)],
    responses: [.status(.ok, .payload(shown))],
    errors: [.named("BookNotFound", .byRequest)],
    examples: [.example("a-book-that-exists", path: ["id": .given("book")])]
  )

  static let noTitle = Refusal.error("NoTitle")

  static let nobody = Refusal.error(
    "BookNotFound",
    probes: [.probe("9999", 9999, why: "is the number of no book")]
  )

  static let shown = Schema.object([
    .required("id", .integer(in: 1...)), .required("title", .nonEmptyString),
  ])
}
