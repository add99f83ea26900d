import AccordModel
import AccordSchema
import HTTPTypes

@testable import AccordOpenAPI

/// A suite in which every member that begins with `x-accord-` has something to say: no value is the usual one.
enum ExtensionNouns {
  private static let page = SourcePage("Terms", "https://pets.example/terms")
  private static let assumed = Basis.assumption("The page leaves it open.")

  static let refusal = Refusal.error(
    "Missing",
    "Gone",
    refused: assumed,
    named: .statedBy(page),
    statuses: .anyOf([404, 410]),
    allowsEmptyBody: true,
    headers: [
      .required(
        "Allow",
        .nonEmptyString,
        "The methods.",
        isCredential: true,
        missing: .status(.badRequest)
      ),
      .optional("Age", .integer, "Seconds.", invalid: .statuses(.range(400...422)), basis: assumed),
      .forbidden("Server", basis: assumed),
    ],
    fieldName: "id",
    probes: [.probe("none", nil, why: "is nothing", basis: .stated)],
    places: [.query, .body]
  )

  private static let everyOperand: Arguments = [
    "a": .literal(["b": nil]), "c": .given("pet", field: "id"),
    "d": .unique(prefix: "p", suffix: "s"),
  ]

  private static let arguments = Arguments(
    everyOperand.list + [
      Arguments.Argument("e", 1, as: .init(.spaceDelimited, explode: true, allowReserved: true))
    ]
  )

  private static let paging = Relation.Paging(
    number: "page",
    first: [0, 1],
    size: "size",
    mode: ["paged": true],
    unpaged: ["paged": false],
    items: "/items",
    total: "/total",
    identity: ["/id"]
  )

  private static func listing(_ example: String) -> Relation.Listing {
    Relation.Listing(
      example: example,
      route: "one",
      parameter: "id",
      contract: "pets.list",
      listExample: "all",
      items: "/items",
      identity: "/id",
      including: ["gone": true],
      state: ["/state"]
    )
  }

  private static func pages(_ next: Relation.Pages.Next) -> Relation.Kind {
    .pagesHoldAll(
      Relation.Pages(
        next: next,
        size: "size",
        of: 3,
        items: "/items",
        identity: ["/id"],
        total: "/total",
        whole: ["all": true]
      )
    )
  }

  private static let kinds: [Relation.Kind] = [
    .sameReadTwice, .headAnswersAsGet, .notModified(.entityTag), .notModified(.lastModified),
    .preconditionFailed, .ranges, .locationLeads(to: "pets.get", same: ["/id"]),
    .linkLeads("next", to: "pets.get", same: ["/id"]), .readsBack(by: "pets.get", same: ["/id"]),
    .idempotent(key: "Idempotency-Key"), pages(.link("next")), pages(.cursor("at", at: "/next")),
    pages(.offset("skip")), pages(.number("page", from: 0)), .formatsAgree,
    .strongerPlaceWins(parameter: "id", decoy: 3), .pageIsBounded(paging),
    .pagesDoNotOverlap(paging), .pagesAreComplete(paging), .totalIsStable(paging),
    .totalIsCount(paging), .firstPageByEachNumber(paging),
    .sortingSorts(
      Relation.Sorting(
        [.order("name", ascending: ["sort": "name"], descending: ["sort": "-name"], by: "/name")],
        items: "/items",
        identity: ["/id"]
      )
    ),
    .othersStay(listing("cancel")), .actsDiffer(listing("cancel"), listing("remove")),
  ]

  private static func version(_ carrier: VersionRule.Carrier) -> VersionRule {
    .version(
      in: carrier,
      serves: [1, 2],
      whenAbsent: 1,
      absentBasis: assumed,
      unsupported: refusal,
      missing: refusal,
      notANumber: refusal,
      basis: assumed
    )
  }

  static let contract = Contract(
    "pets.get",
    "Reads a pet.",
    name: "getPet",
    document: "pets.txt",
    effect: .readOnly,
    references: [page],
    routes: [
      .get("/pets/{id}", name: "one", version: version(.query("v")), basis: assumed)
        .otherMethods(.status(.methodNotAllowed, headers: [.optional("Allow")])),
      .allMethods("/pets/{+id}/all", probed: [.get], name: "all", version: version(.path("id"))),
      .get("/a", name: "a", version: version(.body("/v"))),
      .get("/b", name: "b", version: version(.header("V"))),
      .get("/c", name: "c", version: version(.mediaTypeParameter("v"))),
    ],
    credential: .required(as: "keeper", missing: refusal, invalid: refusal, basis: assumed),
    headers: refusal.headers,
    parameters: [
      .parameter(
        "id",
        .array(of: .integer),
        in: [.path, .query, .form, .body, .header, .cookie],
        usual: .query,
        required: true,
        "The pet.",
        style: .pipeDelimited,
        explode: false,
        allowReserved: true,
        example: 7,
        missing: refusal,
        invalid: refusal,
        unknown: refusal,
        basis: assumed,
        placesBasis: assumed
      )
    ],
    body: .body(
      .object([.required("name", .string)]),
      in: ["json", "xml"],
      schemas: [.schema(.integer, in: "xml")],
      versions: [1],
      required: false,
      malformed: refusal,
      unsupported: refusal,
      incomplete: refusal,
      invalid: refusal,
      members: [.member("/name", refusal)],
      memberVersions: [.member("/name", readBy: [2], basis: assumed)],
      basis: assumed
    ),
    responses: [
      .statuses(
        .range(200...206),
        .rows(.array(of: .string), of: "/items"),
        in: ["json"],
        headers: refusal.headers,
        digests: [
          .required("Digest", .dictionary, basis: assumed), .optional("Tag", .algorithmAndHex),
          .optional("Hex", .hex),
        ],
        readings: [
          .reading("is-listed", "It is listed.", .integer, when: .string, basis: assumed)
        ],
        versions: [1],
        name: "read",
        basis: assumed,
        contentBasis: assumed
      ).tied(
        .items("/items", atMost: "limit", basis: assumed),
        .value("/id", is: "id"),
        .value("/name", sentAt: "/title"),
        .every("/items", "/state", is: "state")
      ),
      .status(.created, .payload(.integer), name: "made"), .status(.accepted, .empty, name: "none"),
      .status(.ok, .bytes(count: 2...5), name: "bytes"),
    ],
    otherwise: [.status(.notFound, .payload(.string), name: "missing"), .default(.unspecified)],
    errors: [
      .named("Missing", .byExample, "It is gone.", basis: assumed),
      .named("Gone", .impossible(reason: "Nothing goes.")),
    ],
    errorList: assumed,
    formats: ["json"],
    unacceptable: refusal,
    examples: [
      .example(
        "one",
        in: "json",
        routes: ["one"],
        versions: [1],
        as: "keeper",
        path: arguments,
        query: everyOperand,
        headers: everyOperand,
        cookies: everyOperand,
        body: nil,
        bodyValues: [.at("/name", "Rex")],
        changesState: true,
        expect: .refusal(refusal),
        or: ["missing"],
        basis: assumed
      ),
      .example("two", body: .some(.null), consumes: ["pet"], expect: .response("made")),
    ],
    relations: kinds.enumerated().map { index, kind in
      .relation("relation-\(index)", "It holds.", kind, basis: assumed)
    },
    stateDiagram: StateDiagram(
      of: "pet",
      from: "new",
      [.transition(from: "new", to: "old", by: "time")]
    ),
    notes: ["It barks."]
  )
  .answers(within: .microseconds(1_250), basis: .statedBy(page))

  private static let request = RequestTemplate(
    .post,
    [
      .text("/pets/"),
      .value(.given("pet"), of: "id", as: Parameter.Serialization(.label, explode: true)),
    ],
    query: everyOperand,
    fields: [.init("Accept", .value("a/b")), .init("X-Key", .credential)],
    headers: ["X-A": 1],
    cookies: ["c": 2],
    credential: .wrong("no", as: "keeper"),
    body: .value(["a": nil], [.at("/a", .given("email"))], .xml, .object([.optional("a", .string)]))
  )

  private static var discovery: Given.Discovery {
    var discovery = Given.Discovery(
      "listPets",
      request,
      list: "/items",
      members: ["/id"],
      suitable: .integer,
      effect: .readOnly
    )
    discovery.pages = .link("next")
    return discovery
  }

  static var suite: ContractSuite {
    var creation = discovery
    creation.request.credential = .valid(as: "keeper")
    creation.request.body = .form(["a": 1])
    creation.effect = .changesState
    return ContractSuite(
      "pets",
      name: "Pets",
      "Keeps pets.",
      credential: .login(
        Credential.Login(
          request: request,
          userVariable: "PETS_USER",
          passwordVariable: "PETS_PASSWORD",
          token: .body("/token"),
          expiry: .header("X-Expiry"),
          effect: .readOnly
        ),
        in: .header("X-Key", "Key {token}"),
        orVariable: "PETS_KEY",
        basis: assumed
      ),
      roles: [
        "keeper": .token("PETS_TOKEN", in: .query("key")),
        "guest": .basic(user: "PETS_A", password: "PETS_B"),
        "asked": .bearerChallenge(user: "PETS_C", password: "PETS_D"),
        "client": .clientCredentials(
          token: "/token",
          id: "PETS_E",
          secret: "PETS_F",
          scope: "read",
          authentication: .body,
          in: .cookie("k")
        ),
        "person": .password(token: "/token", user: "PETS_G", password: "PETS_H"),
      ],
      formats: [
        .json,
        Format(
          "xml",
          .xml,
          mediaType: "application/xml",
          charset: "utf-8",
          charsetBasis: assumed,
          accept: "text/xml",
          suffix: "x",
          queryValue: "XML",
          isChecked: false
        ),
      ],
      negotiation: Negotiation(
        ways: [
          .by(.suffix, [.format("xml", basis: assumed)], basis: assumed), .by(.query("format")),
          .by(.accept),
        ],
        precedence: assumed,
        fallback: "json",
        fallbackBasis: assumed
      ),
      errors: ErrorCatalogue(
        entries: [
          .entry(
            "Missing",
            aliases: ["NotThere"],
            statuses: .anyOf([404]),
            code: 7,
            message: "It is",
            basis: assumed
          )
        ],
        places: [
          .name("/name"), .code("/code", success: 1), .header("X-Error"), .element(["a", "b"]),
          .type("/type", base: "https://e.example/"), .listedName("/errors", member: "code"),
        ],
        message: "/message",
        fieldNames: .init(list: "/errors", member: "field"),
        formats: [.problemJSON],
        formatBasis: assumed,
        schemas: [.object([.optional("code", .integer)])],
        schemaBasis: assumed,
        parts: [.part("/errors", basis: assumed)],
        messageBasis: assumed
      ),
      givens: [
        .given(
          "pet",
          fields: [.init("id", .integer)],
          "A pet.",
          discovery: discovery,
          creation: creation,
          guess: 3
        )
      ],
      contracts: [contract]
    )
  }
}
