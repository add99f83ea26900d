import Accord

/// A small API that negotiates formats, reads parameters from several places and lists its members.
enum Club {
  static let suite = ContractSuite(
    "club",
    name: "Club",
    "Keeps members.",
    formats: [json, xml, csv],
    negotiation: Negotiation(
      ways: [.by(.suffix), .by(.query("format")), .by(.accept)],
      fallback: "json"
    ),
    errors: ErrorCatalogue(
      entries: [
        .entry("Binding", statuses: .anyOf([400])), .entry("Absent", statuses: .anyOf([404])),
        .entry("Who", statuses: .anyOf([401])),
      ],
      places: [.name("/error")]
    ),
    givens: [
      .given("club", .guid, "A club."), .given("member", .guid, "A member who may be removed."),
    ],
    contracts: [list, search, remove]
  )

  static let json = Format("json", .json, mediaType: "application/json", charset: "utf-8")
  static let xml = Format("xml", .xml, mediaType: "application/xml")
  static let csv = Format("csv", .csv, mediaType: "text/csv", isChecked: false)

  static let member: Schema = .object([.required("Id", .guid), .required("Name", .string)])
    .titled("Member")
  static let answer: Schema = .object([
    .required("Members", .array(of: member)), .required("Total", .integer),
  ]).titled("ListResponse")

  static let paging = Relation.Paging(
    number: "PageNumber",
    first: [1, 0],
    size: "PageSize",
    mode: ["IsPaged": true],
    unpaged: ["IsPaged": false],
    items: "/Members",
    total: "/Total",
    identity: ["/Id"]
  )

  static let list = Contract(
    "members.list",
    "Lists the members of a club.",
    document: "club.txt",
    routes: [.allMethods("/clubs/{ClubId}/members", probed: [.get, .post])],
    headers: [.required("Authorization", missing: .error("Who", allowsEmptyBody: true))],
    parameters: [
      .parameter(
        "ClubId",
        .guid,
        in: [.form, .query, .path, .body],
        usual: .path,
        required: true,
        example: .given("club"),
        invalid: .error("Binding", fieldName: "ClubId"),
        unknown: .error("Absent")
      ),
      .parameter(
        "IsPaged",
        .boolean,
        in: [.form, .query, .body],
        usual: .query,
        required: false,
        example: true,
        invalid: .error("Binding")
      ),
      .parameter(
        "PageNumber",
        .integer,
        in: [.form, .query, .body],
        usual: .query,
        required: false
      ),
      .parameter(
        "PageSize",
        .integer,
        in: [.form, .query, .body],
        usual: .query,
        required: true,
        example: 50,
        missing: .error("Binding")
      ),
      .parameter("SortIndex", .integer, in: [.query], required: false),
      .parameter("Removed", .boolean, in: [.query], required: false),
      .parameter("SortOrder", .oneOf("Up", "Down"), in: [.query], required: false),
    ],
    body: .body(
      .object([.optional("ClubId", .guid), .optional("PageSize", .integer)]).titled("List"),
      in: ["json", "xml"],
      required: false,
      malformed: .error("Binding")
    ),
    responses: [.status(.ok, .payload(answer))],
    examples: [.example("all", path: ["ClubId": .given("club")])],
    relations: [
      .relation("formats-agree", "All formats mean the same.", .formatsAgree),
      .relation(
        "place",
        "The stronger place wins.",
        .strongerPlaceWins(
          parameter: "ClubId",
          decoy: "5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3"
        )
      ),
      .relation("bounded", "A page is no longer than its size.", .pageIsBounded(paging)),
      .relation("apart", "Pages have nothing in common.", .pagesDoNotOverlap(paging)),
      .relation("complete", "The pages hold all.", .pagesAreComplete(paging)),
      .relation("total", "The total stays the same.", .totalIsStable(paging)),
      .relation("count", "The total counts the members.", .totalIsCount(paging)),
      .relation("zero", "Page zero is the first.", .firstPageByEachNumber(paging)),
      .relation(
        "sorted",
        "The list is sorted.",
        .sortingSorts(
          Relation.Sorting(
            [0, 1].map { index in
              .order(
                "index \(index)",
                ascending: ["SortIndex": .literal(.number(JSONNumber(index))), "SortOrder": "Up"],
                descending: [
                  "SortIndex": .literal(.number(JSONNumber(index))), "SortOrder": "Down",
                ]
              )
            },
            items: "/Members",
            identity: ["/Id"]
          )
        )
      ),
    ]
  )

  static let search = Contract(
    "members.search",
    "Finds members by a part of their names.",
    document: "club.txt",
    routes: [.post("/members/search")],
    headers: [.required("Authorization", missing: .error("Who", allowsEmptyBody: true))],
    parameters: [
      .parameter(
        "Text",
        .nonEmptyString,
        in: [.form, .query],
        usual: .query,
        required: true,
        example: "Ann",
        missing: .error("Binding")
      )
    ],
    responses: [.status(.ok, .payload(answer))],
    examples: [.example("ann")]
  )

  static let effect = Relation.Listing(
    example: "usual",
    route: "remove",
    parameter: "MemberId",
    contract: "members.list",
    listExample: "all",
    items: "/Members",
    identity: "/Id",
    including: ["Removed": true]
  )

  static let suspension = Relation.Listing(
    example: "usual",
    route: "suspend",
    parameter: "MemberId",
    contract: "members.list",
    listExample: "all",
    items: "/Members",
    identity: "/Id"
  )

  static let remove = Contract(
    "members.remove",
    "Removes or suspends a member.",
    document: "club.txt",
    routes: [
      .allMethods("/members/{MemberId}/remove", probed: [.get, .post, .delete], name: "remove"),
      .allMethods("/members/{MemberId}/suspend", probed: [.get, .post, .delete], name: "suspend"),
    ],
    parameters: [.path("MemberId", .guid, unknown: .error("Absent"))],
    responses: [
      .status(
        .ok,
        .payload(.object([.optional("Error", .string.nullable)]).titled("RemoveResponse"))
      )
    ],
    examples: [.example("usual", path: ["MemberId": .given("member")], consumes: ["member"])],
    relations: [
      .relation("others", "The others stay.", .othersStay(effect)),
      .relation("two", "Removing is not suspending.", .actsDiffer(effect, suspension)),
    ]
  )
}
