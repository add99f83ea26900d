import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

/// A suite whose mock keeps books, with a behaviour as a user writes one.
enum BookShop {
  static let book: Schema = .object([
    .required("id", .integer(in: 1...)), .required("title", .nonEmptyString),
  ])

  static let notFound = Refusal.error("BookNotFound")

  static let addBook = Contract(
    "books.add",
    "Adds a book.",
    document: "shop.txt",
    routes: [.post("/books")],
    body: .body(.object([.required("title", .nonEmptyString)])),
    responses: [.status(.created, .payload(book))],
    examples: [.example("add", body: ["title": "Emma"])]
  )

  static let getBook = Contract(
    "books.get",
    "Returns a book.",
    document: "shop.txt",
    routes: [.get("/books/{id}")],
    headers: [.required("X-Key", isCredential: true, missing: .error("NoKey"))],
    parameters: [.path("id", .integer(in: 1...), example: .given("book"), unknown: notFound)],
    responses: [
      .status(.ok, .payload(book)), .status(.noContent, .empty, versions: [9], name: "gone"),
    ],
    examples: [.example("first", path: ["id": .given("book")])]
  )

  static let findBook = Contract(
    "books.find",
    "Returns the newest book.",
    document: "shop.txt",
    routes: [.get("/newest")],
    responses: [.status(.ok, .payload(book))],
    examples: [.example("none", expect: .refusal(notFound))]
  )

  static let suite = ContractSuite(
    "shop",
    name: "Book shop",
    "Sells books.",
    credential: Credential(header: "X-Key", variable: "SHOP_KEY"),
    errors: ErrorCatalogue(
      entries: [
        .entry("BookNotFound", statuses: .exactly(.notFound)),
        .entry("NoKey", statuses: .exactly(.unauthorized)),
      ],
      places: [.name("/error")],
      message: "/message"
    ),
    givens: [
      .given("book", .integer(in: 1...), "A book."), .given("shelf", .nonEmptyString, "A shelf."),
    ],
    contracts: [addBook, getBook, findBook]
  )
  .mocked(by: BookShopMock())
}

/// What the book shop does beyond its contracts.
struct BookShopMock: MockBehaviour {
  struct State: Sendable {
    var titles = ["Emma"]
    var keys: [String] = []
  }

  func start(_ setting: MockSetting) -> State { State() }

  func reply(to call: MockCall, _ state: inout State) throws(MockRefusal) -> MockReply {
    switch call.contract.id {
    case "books.add":
      state.titles.append(call.body?["title"]?.string ?? "")
      return MockReply(book(state.titles.count, state))
    case "books.get":
      let id = call.value(of: "id")?.number?.int ?? 0
      if id == 700 { return MockReply(as: "gone") }
      if id == 800 { return MockReply(as: "burnt") }
      guard (1...state.titles.count).contains(id) else {
        throw .error("BookNotFound", "No book has the number \(id).")
      }
      return MockReply(book(id, state))
    default: return .contract
    }
  }

  func answer(
    undeclared request: MockRequest,
    _ state: inout State
  ) throws(MockRefusal) -> MockAnswer? {
    switch (request.method, request.path) {
    case ("POST", "/keys"):
      guard request.form.first?.name == "owner" else { throw .error("NoKey", "Who asks?") }
      state.keys.append("key-\(state.keys.count)")
      return .json(201, ["key": state.keys.last.map(JSON.string) ?? nil])
    case (_, "/keys"): return .text(405, "POST only.\n")
    default: return nil
    }
  }

  func accepts(_ token: String, in state: State) -> Bool { state.keys.contains(token) }

  func values(of given: Given, in state: State) -> [JSON]? {
    guard given.id == "book" else { return nil }
    return state.titles.indices.map { .number(JSONNumber($0 + 1)) }
  }

  func convention(
    _ setting: MockSetting,
    accepts: @escaping @Sendable (String) -> Bool
  ) -> any MockConvention { Branded(base: HTTPConvention(setting, accepts: accepts)) }

  private func book(_ id: Int, _ state: State) -> JSON {
    ["id": .number(JSONNumber(id)), "title": .string(state.titles[id - 1])]
  }

  /// A framework that writes its name into every answer of a contract.
  struct Branded: MockConvention {
    let base: any MockConvention

    func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
      var answer = try base.answer(call, reply, in: format)
      answer.setField("Server", "Shop")
      return answer
    }
  }
}
