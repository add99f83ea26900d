import Accord

/// A gallery whose requests choose the media type of the answer by Accept or by the path's suffix.
enum Gallery {
  static let png = Format("png", .bytes, mediaType: "image/png")

  static let suite = ContractSuite(
    "gallery",
    name: "Gallery",
    "Shows pictures.",
    formats: [.json, png, .plainText],
    negotiation: Negotiation(ways: [.by(.suffix), .by(.accept)], fallback: "json"),
    errors: ErrorCatalogue(
      entries: [.entry("NoPicture", statuses: .exactly(.notFound))],
      places: [.name("/error")],
      schemas: [.object([.required("error", .nonEmptyString)])]
    ),
    contracts: [picture]
  )

  static let picture = Contract(
    "pictures.get",
    "Returns a picture, what is known of it, or its caption.",
    document: "gallery.txt",
    effect: .readOnly,
    routes: [.get("/pictures/{id}")],
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 7,
        invalid: .error("NoPicture"),
        unknown: .error("NoPicture", probes: [.probe("none", 99, why: "is no picture")])
      )
    ],
    responses: [
      .status(.ok, .payload(.object([.required("title", .nonEmptyString)]))),
      .status(.ok, .bytes(), in: ["png"], name: "png"),
      .status(.ok, .payload(.string(length: 1...)), in: ["text"], name: "caption"),
    ],
    errors: [.named("NoPicture", .byRequest)],
    examples: [.example("one"), .example("seen", in: "png")],
    relations: [.relation("head", "HEAD answers what GET would.", .headAnswersAsGet)]
  )
}
