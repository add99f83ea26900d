import Accord

/// An API of films: each is sent to a place that an answer leads to, and is read as bytes.
enum Films {
  static func suite(_ fault: FilmMock.Fault? = nil) -> ContractSuite {
    ContractSuite(
      "films",
      name: "Films",
      "Keeps films.",
      formats: [.json, .octetStream],
      errors: ErrorCatalogue(
        entries: [
          .entry("NoFilm", statuses: .exactly(.notFound)),
          .entry("NoPlace", statuses: .exactly(.notFound)),
          .entry("Locked", statuses: .exactly(.conflict)),
        ],
        places: [.name("/error")]
      ),
      contracts: [begin, finish, get, exists, trailer, remove],
      lifeCycles: [film]
    )
    .mocked(by: FilmMock(fault: fault))
  }

  static let film = LifeCycle.lifeCycle(
    "film",
    of: "film",
    states: ["awaited", "kept", .gone],
    from: .made(
      .step(
        "begin",
        "films.begin",
        arguments: ["name": .unique(prefix: "film-", suffix: "")],
        outputs: [
          .output("name", .requestParameter("name"), .nonEmptyString),
          .output("place", .reference("Location"), .nonEmptyString),
        ]
      )
    ),
    transitions: [
      .transition(
        .step(
          "finish",
          "films.finish",
          example: "nowhere",
          arguments: ["size": 4],
          content: .bytes([1, 2, 3, 4]),
          target: .identity("place"),
          expect: .response("success")
        ),
        from: "awaited",
        to: "kept"
      ),
      .transition(
        .step(
          "remove",
          "films.remove",
          example: "locked",
          arguments: ["name": .identity("name")],
          expect: .response("success")
        ),
        from: "kept",
        to: .gone
      ),
    ],
    refusals: [
      .refused("finish", in: "kept", .gone, by: .refused("parameter/place/unknown")),
      .refused("remove", in: "awaited", by: .refusal(.error("NoFilm"), because: "is too early")),
      .refused("remove", in: .gone, by: .refused("parameter/name/unknown")),
    ],
    views: [
      .read(
        .step("get", "films.get", arguments: ["name": .identity("name")]),
        refusals: [.hidden(in: "awaited", .gone, by: .refused("parameter/name/unknown"))]
      ),
      .read(
        .step("exists", "films.exists", arguments: ["name": .identity("name")]),
        refusals: [.hidden(in: "awaited", .gone, by: .refused("parameter/name/unknown"))]
      ),
    ],
    written: [.written(.root, by: "finish", in: "get")]
  )

  static let name = Parameter.path(
    "name",
    .nonEmptyString,
    example: "old",
    unknown: .error(
      "NoFilm",
      allowsEmptyBody: true,
      probes: [.probe("none", "none", why: "is no film")]
    )
  )

  static let begin = Contract(
    "films.begin",
    "Says where a film is sent to.",
    document: "films.txt",
    effect: .changesState,
    routes: [.post("/films/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "new")],
    responses: [.status(.accepted, .empty, headers: [.required("Location", .nonEmptyString)])],
    examples: [.example("one", changesState: true)]
  )

  /// What follows the place of a film is told from it by the parameter that only this call requires.
  static let finish = Contract(
    "films.finish",
    "Keeps a film.",
    document: "films.txt",
    effect: .changesState,
    routes: [.put("/places/{place}")],
    parameters: [
      .path("place", .nonEmptyString, example: "nowhere", unknown: .error("NoPlace")),
      .query("size", .integer(in: 1...), required: true, example: 1),
    ],
    body: .body(.string, in: ["bytes"]),
    responses: [.status(.created, .empty)],
    errors: [.named("NoPlace", .byExample)],
    examples: [
      .example("nowhere", in: "bytes", body: "x", expect: .refusal(.error("NoPlace")))
    ]
  )

  static let get = Contract(
    "films.get",
    "Returns a film.",
    document: "films.txt",
    effect: .readOnly,
    routes: [.get("/films/{name}")],
    parameters: [name],
    responses: [.status(.ok, .bytes(), in: ["bytes"])],
    errors: [.named("NoFilm", .byRequest)],
    examples: [.example("old")],
    relations: [.relation("head", "HEAD answers what GET would.", .headAnswersAsGet)]
  )

  static let exists = Contract(
    "films.exists",
    "Says whether there is a film.",
    document: "films.txt",
    effect: .readOnly,
    routes: [.head("/films/{name}")],
    parameters: [name],
    responses: [
      .status(
        .ok,
        .unspecified,
        headers: [.required("Content-Length", .string(pattern: "^[1-9][0-9]*$"))]
      )
    ],
    errors: [.named("NoFilm", .byRequest)],
    examples: [.example("old")]
  )

  /// It has the path of the film itself, and a parameter that tells it from that.
  static let trailer = Contract(
    "films.trailer",
    "Returns where the trailer of a film is.",
    document: "films.txt",
    effect: .readOnly,
    routes: [.get("/films/{name}")],
    parameters: [
      name, .query("trailer", .constant("yes"), required: true, example: "yes"),
    ],
    responses: [.status(.ok, .payload(.object([.required("trailer", .nonEmptyString)])))],
    errors: [.named("NoFilm", .byRequest)],
    examples: [.example("old")]
  )

  /// Its only example is refused for what it names.
  static let remove = Contract(
    "films.remove",
    "Removes a film.",
    document: "films.txt",
    effect: .changesState,
    routes: [.delete("/films/{name}")],
    parameters: [
      .path("name", .nonEmptyString, example: "locked", unknown: .error("NoFilm"))
    ],
    responses: [.status(.noContent, .empty)],
    errors: [.named("Locked", .byExample), .named("NoFilm", .byExample)],
    examples: [.example("locked", expect: .refusal(.error("Locked")))]
  )
}
