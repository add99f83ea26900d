import AccordModel
import AccordSchema
import HTTPTypes

/// A small suite that the mock has never heard of: everything comes from its contracts.
enum PetStore {
  static let pet: Schema = .object([
    .required("id", .integer(in: 1...)),
    .required("name", .string(length: 1...8).example("Rex")),
    .optional("kind", .oneOf("cat", "dog")),
  ])
  .titled("Pet")

  static let getPet = Contract(
    "pets.get",
    "Returns a pet.",
    document: "pets.txt",
    routes: [
      .get(
        "/v{version}/pets/{id}",
        version: .version(
          in: .path("version"),
          serves: [1, 2],
          unsupported: .error("no-such-version"),
          notANumber: .error("bad-request")
        )
      )
    ],
    headers: [
      .required("X-Key", isCredential: true, missing: .error("no-key"), invalid: .error("bad-key")),
      .required(
        "X-Trace",
        .string(pattern: "^[a-z]+$").example("trace"),
        missing: .error("bad-request"),
        invalid: .error("bad-request")
      ),
      .forbidden("X-Secret"),
    ],
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: .given("pet"),
        invalid: .error("bad-request"),
        unknown: .error("no-such-pet", probes: [.probe("none", 999_999, why: "is no pet")])
      ),
      .parameter(
        "fields",
        .oneOf("all", "some"),
        in: [.query],
        required: true,
        example: "all",
        missing: .error("bad-request"),
        invalid: .error("bad-request")
      ),
    ],
    responses: [
      .status(
        .ok,
        .payload(pet),
        headers: [.required("ETag", .string(pattern: "^\"").example("\"1\""))],
        readings: [
          .reading(
            "is-a-dog",
            "It is a dog.",
            .object([.required("kind", .constant("dog"))]),
            basis: .assumption("There are no others.")
          )
        ],
        versions: [2]
      ),
      .status(.noContent, .empty, versions: [1], name: "old"),
    ],
    examples: [
      .example("known", path: ["id": .given("pet")], query: ["fields": "all"]),
      .example(
        "sold",
        path: ["id": .given("soldPet")],
        query: ["fields": "all"],
        expect: .refusal(.error("sold", statuses: .exactly(.gone)))
      ),
    ]
  )

  static let addPet = Contract(
    "pets.add",
    "Adds a pet.",
    document: "pets.txt",
    routes: [
      .post("/pets", version: .version(in: .header("X-Version"), serves: [1], whenAbsent: 1))
    ],
    body: .body(
      .object([
        .required("name", .nonEmptyString),
        .required("age", .integer(in: 0...30)),
        .optional("owner", .object([.required("email", .string)])),
      ])
      .titled("NewPet").xml(order: .declared),
      in: ["json", "xml"],
      malformed: .error("malformed"),
      incomplete: .error("incomplete"),
      invalid: .error("invalid"),
      members: [
        .member(
          "/name",
          .error("bad-name", probes: [.probe("reserved", "Admin", why: "is reserved")])
        )
      ]
    ),
    responses: [.status(.created, .empty)],
    examples: [
      .example("add", body: ["name": "Rex", "age": 3])
    ]
  )

  static let suite = ContractSuite(
    "pets",
    name: "Pet Store",
    "Sells pets.",
    credential: Credential(header: "X-Key", template: "Key {token}", variable: "PETS_KEY"),
    formats: [.json, Format("xml", .xml, mediaType: "application/xml")],
    negotiation: Negotiation(ways: [.by(.query("as")), .by(.accept)], fallback: "json"),
    errors: ErrorCatalogue(
      entries: [
        .entry("bad-request", statuses: .anyOf([400, 422]), message: "The request is wrong."),
        .entry("no-key", statuses: .anyOf([401])),
        .entry("bad-key", statuses: .anyOf([403])),
        .entry("no-such-version", statuses: .anyOf([404])),
        .entry("no-such-pet", statuses: .anyOf([404])),
        .entry("sold", statuses: .anyOf([404])),
        .entry("malformed", statuses: .anyOf([400])),
        .entry("incomplete", statuses: .anyOf([400])),
        .entry("invalid", statuses: .anyOf([400])),
        .entry("bad-name", statuses: .anyOf([409])),
      ],
      places: [.name("/error/name"), .header("X-Error")],
      message: "/error/message"
    ),
    givens: [
      .given("pet", .integer(in: 1...), "A pet."),
      .given("soldPet", .integer(in: 1...), "A pet that was sold."),
      .given(
        "place",
        fields: [Given.Field("shelf", .guid), Given.Field("label", .nonEmptyString)],
        "Where a pet sits."
      ),
    ],
    contracts: [getPet, addPet]
  )
}
