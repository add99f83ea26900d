import Accord

/// What the articles name in passing, compiled like everything they show.
enum Spellings {
  static let routes: [Contract.Route] = [
    .get("/orders").otherMethods(.status(.methodNotAllowed)), .head("/orders"), .post("/orders"),
    .put("/orders"), .patch("/orders"), .delete("/orders"), .options("/orders"),
    .method("PURGE", "/cache"), .allMethods("/cache"),
  ]

  static let parameters: [Parameter] = [
    .query("color", .array(of: .string)),
    .query("year", .array(of: .integer), style: .spaceDelimited),
    .query("path", .string, allowReserved: true),
    .path("number", .array(of: .integer), style: .label),
    .path("number", .array(of: .integer), style: .matrix),
    .parameter("id", .integer, in: [.query, .form], required: true),
    .parameter("id", .integer, in: [.path, .header, .cookie, .body], required: true),
  ]

  static let page = SourcePage("Orders", "https://shop.example/orders")

  static let bases: [Basis] = [.stated, .statedBy(page), .assumption("It says nothing of ten.")]

  static let syntaxes: [Format.Syntax] = [
    .json, .jsonLines, .xml, .csv, .jsv, .text, .bytes, .form, .multipart,
  ]

  static let contents: [ResponseRule.Content] = [
    .payload(schema), .bytes(count: 1...9), .rows(schema, of: "/items"), .empty, .unspecified,
  ]

  static let schema = Schema.object([.required("id", .integer)]).xml(order: .dataContract)

  static let digests: [DigestRule] = [
    .optional("X-Digest", .algorithmAndHex), .optional("X-Digest", .hex),
    .optional("Content-Digest", .dictionary),
  ]

  static let refusals: [Refusal] = [
    .error("NoArticle"), .error("NoArticle", "Gone"), .status(.notFound),
    .statuses(.anyOf([400, 422])), .statuses(.clientError),
  ]

  static let places: [ErrorCatalogue.Place] = [
    .header("X-Error"), .element(["Error", "Code"]), .type(base: "https://errors.example/"),
  ]

  static let negotiation: [Negotiation.Rule] = [.by(.suffix), .by(.query("format")), .by(.accept)]

  static let pages: [Relation.Pages.Next] = [.offset("offset"), .number("page"), .link()]

  static func relations(
    _ leaving: Relation.Listing,
    _ other: Relation.Listing,
    _ paging: Relation.Paging,
    _ sorting: Relation.Sorting
  ) -> [Relation.Kind] {
    [
      .sameReadTwice, .headAnswersAsGet, .notModified(.entityTag), .notModified(.lastModified),
      .preconditionFailed, .ranges, .locationLeads(to: "orders.get", same: ["/id"]),
      .linkLeads("icon", to: "covers.get"), .readsBack(by: "files.get"),
      .idempotent(), .idempotent(key: "Idempotency-Key"), .formatsAgree,
      .strongerPlaceWins(parameter: "id", decoy: 99), .pageIsBounded(paging),
      .pagesDoNotOverlap(paging), .pagesAreComplete(paging), .totalIsStable(paging),
      .totalIsCount(paging), .firstPageByEachNumber(paging), .sortingSorts(sorting),
      .othersStay(leaving), .actsDiffer(leaving, other),
    ]
  }

  static let orders: [Relation.Sorting.Order] = [
    .order("price", ascending: ["sort": "price"], descending: ["sort": "-price"], by: "/price"),
    .order(
      "name",
      ascending: ["by": "name"],
      descending: ["by": "name", "dir": "desc"],
      by: "/name"
    ),
  ]

  static let missing = Schema.object([.required("title", .nonEmptyString)])

  static let otherwise: [ResponseRule] = [
    .status(.notFound, .payload(missing), in: ["problem"], name: "missing"),
    .statuses(.clientError, .payload(missing), in: ["problem"], name: "wrong"),
    .default(.payload(missing), in: ["problem"]),
  ]

  static let subjects: [Subject] = [.inProcessMock, .embeddedMock]
}
