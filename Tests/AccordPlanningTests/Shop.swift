import AccordModel
import AccordSchema
import HTTPTypes

/// A small API whose contracts have every kind of promise once.
enum Shop {
  static let suite = ContractSuite(
    "shop",
    name: "Shop",
    "Sells things.",
    credential: Credential(header: "x-token", variable: "SHOP_TOKEN"),
    errors: errors,
    givens: [.given("order", .integer(in: 1...), "An order that is open.")],
    contracts: [getItem, placeOrder, cancelOrder]
  )

  static let errors = ErrorCatalogue(
    entries: [
      .entry("BadToken", statuses: .anyOf([401]), code: 1),
      .entry("BadValue", aliases: ["WrongValue"], statuses: .anyOf([400]), code: 2),
      .entry("NotFound", statuses: .anyOf([404]), code: 3),
      .entry("OutOfOrder", statuses: .anyOf([500]), code: 4),
      .entry("BadVersion", statuses: .anyOf([400]), code: 5),
    ],
    places: [.code("/code", success: 0)]
  )

  static let token = HeaderRule.required(
    "x-token",
    isCredential: true,
    missing: .error("BadToken"),
    invalid: .error("BadToken", named: .assumption("As a missing one."))
  )

  static let item: Schema = .object([.required("id", .integer), .optional("name", .string)])

  static let getItem = Contract(
    "items.get",
    "Returns an item.",
    document: "shop.txt",
    routes: [.get("/items/{id}")],
    headers: [token],
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 7,
        invalid: .error("BadValue"),
        unknown: .error("NotFound", probes: [.probe("huge", 999_999, why: "is no item")])
      ),
      .parameter(
        "currency",
        .oneOf("AUD", "EUR"),
        in: [.query],
        required: true,
        example: "AUD",
        missing: .error("BadValue"),
        invalid: .error("BadValue")
      ),
      .parameter(
        "note",
        .string.nullable,
        in: [.query],
        required: false,
        invalid: .error("BadValue")
      ),
    ],
    responses: [.status(.ok, .payload(item))],
    errors: [
      .named("BadToken", .byRequest), .named("WrongValue", .byRequest),
      .named("NotFound", .byRequest), .named("BadVersion", .byRequest),
      .named("Closed", .byExample),
      .named("OutOfOrder", .impossible(reason: "Nothing outside breaks the shop.")),
    ],
    examples: [.example("usual", path: ["id": 7])],
    relations: [
      .relation("same-read-twice", "The same item read twice is the same.", .sameReadTwice)
    ]
  )

  static let placeOrder = Contract(
    "orders.place",
    "Places an order.",
    document: "shop.txt",
    routes: [
      .post(
        "/orders",
        version: .version(
          in: .body("/version"),
          serves: [1, 2],
          unsupported: .error("BadVersion"),
          missing: .error("BadValue"),
          notANumber: .error("BadValue")
        )
      )
    ],
    headers: [token],
    body: .body(
      .object([
        .required("version", .integer),
        .required(
          "buyer",
          .object([.required("email", .nonEmptyString), .optional("phone", .string(length: ...5))])
        ),
        .required("kind", .oneOf("gift", "own")),
        .optional("card", .object([.optional("text", .string)]).nullable),
      ]),
      malformed: .error("BadValue"),
      incomplete: .error("BadValue"),
      invalid: .error("BadValue"),
      members: [
        .member("/kind", .error("NotFound", probes: [.probe("loan", "loan", why: "is not sold")]))
      ]
    ),
    responses: [.status(.ok, .empty)],
    examples: [
      .example(
        "plain",
        body: ["version": 1, "buyer": ["phone": "123"], "kind": "gift"],
        bodyValues: [.at("/buyer/email", .unique(prefix: "a", suffix: "@b.example"))],
        changesState: true
      ),
      .example(
        "with card",
        versions: [2],
        body: [
          "version": 1, "buyer": ["email": "a@b.example"], "kind": "own", "card": ["text": "Hi"],
        ],
        changesState: true
      ),
    ]
  )

  static let cancelOrder = Contract(
    "orders.cancel",
    "Cancels an order.",
    document: "shop.txt",
    routes: [
      .put(
        "/orders/{order}/cancel",
        name: "plain",
        version: .version(
          in: .query("version"),
          serves: [1],
          whenAbsent: 1,
          notANumber: .error("BadValue")
        )
      ),
      .put(
        "/orders/{order}/cancel/v{version}",
        name: "versioned",
        version: .version(
          in: .path("version"),
          serves: [2],
          unsupported: .error("BadVersion", probes: [.probe("nine", 9, why: "does not exist")])
        )
      ),
    ],
    headers: [token],
    parameters: [.path("order", .integer(in: 1...), example: .given("order"))],
    responses: [.status(.ok, .unspecified)],
    examples: [.example("usual", path: ["order": .given("order")], consumes: ["order"])]
  )
}
