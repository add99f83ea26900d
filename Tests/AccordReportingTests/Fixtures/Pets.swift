import AccordModel
import AccordSchema
import HTTPTypes

/// A small suite that has something of everything a report or a document shows.
enum Pets {
  static let pet: Schema = .object([
    .required("id", .integer(in: 1...), "The pet's number."),
    .required("name", .string(length: 1...64), "What it is | called."),
    .optional("kind", .oneOf("cat", "dog"), "What it is."),
    .optional("born", .dotNetDateTime.nullable),
    .optional("owner", owner.nullable, "Who keeps it."),
    .optional("tags", .array(of: .nonEmptyString, count: 0...5)),
    .optional("isTame", .boolean).absentFromXML,
    .optional("chip", .guid.nullable).inXMLOrder(1),
  ])
  .titled("Pet")
  .xml(namespace: "http://pets.example/types", order: .dataContract)

  static let owner: Schema = .object([
    .required("name", .nonEmptyString), .optional("notes", .dictionary(of: .string.nullable)),
  ])
  .titled("Owner")

  static let xml = Format("xml", .xml, mediaType: "application/xml")
  static let csv = Format("csv", .csv, mediaType: "text/csv", isChecked: false)

  static let token: HeaderRule = .required(
    "x-token",
    .nonEmptyString,
    "The caller's token.",
    isCredential: true,
    missing: .error(
      "InvalidToken",
      named: .assumption("The document lists the error and not when it occurs."),
      fileID: "Pets/Pets.swift",
      line: 31
    ),
    fileID: "Pets/Pets.swift",
    line: 30
  )

  static let contract = Contract(
    "pets.rename",
    "Gives a pet another name.",
    name: "renamePet",
    document: "pets.txt",
    routes: [
      .put(
        "/pets/{petId}/v{version}",
        version: .version(
          in: .path("version"),
          serves: [1, 2],
          unsupported: .error("InvalidParameter", probes: [.probe("9", 9, why: "is not served")]),
          fileID: "Pets/Pets.swift",
          line: 41
        ),
        fileID: "Pets/Pets.swift",
        line: 40
      )
    ],
    headers: [token],
    parameters: [
      .path(
        "petId",
        .integer(in: 1...),
        "The pet.",
        example: .given("pet"),
        unknown: .error(
          "NoSuchPet",
          fieldName: "petId",
          probes: [
            .probe(
              "none",
              99_999,
              why: "is no pet's number",
              basis: .assumption("Nobody has that many pets.")
            )
          ]
        )
      )
    ],
    body: .body(
      pet,
      in: ["json", "xml"],
      malformed: .error("InvalidParameter", named: .assumption("Read as a wrong parameter."))
    ),
    responses: [
      .status(
        .ok,
        .payload(pet),
        headers: [.required("ETag", .nonEmptyString, "The pet's version.")],
        readings: [
          .reading(
            "name-is-kept",
            "The name is the one that was sent.",
            .any,
            basis: .assumption("The document does not say so.")
          )
        ]
      )
    ],
    errors: [
      .named("InvalidToken", .byRequest, "Without a token."),
      .named("NoSuchPet", .byRequest, "No pet has this number."),
      .named("CacheFailed", .impossible(reason: "It takes an outage of the server's cache.")),
    ],
    examples: [
      .example(
        "rename",
        path: ["petId": .given("pet")],
        body: ["id": 1, "name": "Rex"],
        consumes: ["pet"],
        fileID: "Pets/Pets.swift",
        line: 70
      )
    ],
    relations: [
      .relation("same-read-twice", "A pet that was renamed keeps its name.", .sameReadTwice)
    ],
    notes: ["The document spells `colour` in *two* ways."],
    fileID: "Pets/Pets.swift",
    line: 35
  )

  static let suite = ContractSuite(
    "pets",
    name: "Pets API",
    "Keeps pets.",
    folder: "Contracts/Pets",
    credential: Credential(
      header: "x-token",
      variable: "PETS_TOKEN",
      login: Credential.Login(
        request: RequestTemplate(
          .post,
          [.text("/login")],
          fields: [RequestTemplate.Field("Content-Type", .value("application/json"))],
          body: .value(
            ["mail": "", "password": ""],
            [.at("/mail", .given("email")), .at("/password", .given("password"))],
            .json,
            .any
          )
        ),
        userVariable: "PETS_EMAIL",
        passwordVariable: "PETS_PASSWORD",
        token: .header("x-token"),
        expiry: .header("x-token-seconds")
      )
    ),
    formats: [.json, xml, csv],
    negotiation: Negotiation(
      ways: [.by(.suffix), .by(.query("format")), .by(.accept)],
      precedence: .assumption("The document names the ways and not their order."),
      fallback: "json"
    ),
    errors: ErrorCatalogue(
      entries: [
        .entry("InvalidParameter", statuses: .anyOf([400]), code: 1002, message: "Invalid"),
        .entry("InvalidToken", aliases: ["BadToken"], statuses: .anyOf([401]), code: 1006),
        .entry("NoSuchPet", statuses: .range(400...499), basis: .assumption("No code is known.")),
        .entry("CacheFailed", statuses: .anyOf([500]), code: 2027),
      ],
      places: [
        .code("/errorCode", success: 0), .name("/error"), .header("x-error"),
        .element(["ResponseStatus", "ErrorCode"]),
      ],
      message: "/errorMsg",
      fieldNames: ErrorCatalogue.FieldNames(list: "/errors", member: "field")
    ),
    givens: [.given("pet", .integer(in: 1...), "The number of a pet that may be renamed.")],
    contracts: [contract]
  )

  static let plan = Plan(
    suite: suite,
    cases: [
      Case(
        id: CaseID(["pets", "pets.rename", "v1", "example", "rename"]),
        suite: "pets",
        contract: "pets.rename",
        origin: .example,
        title: "Rename",
        steps: [
          Case.Step(
            "rename",
            RequestTemplate(
              .put,
              [.text("/pets/"), .value(.given("pet")), .text("/v1")],
              query: ["format": "json"],
              fields: [
                RequestTemplate.Field("x-token", .credential),
                RequestTemplate.Field("Content-Type", .value("application/json")),
              ],
              body: .value(["id": 1, "name": "Rex"], [.at("/id", .given("pet"))], .json, pet)
            ),
            expecting: Case.Expectation(.success(contract.responses[0])),
            of: "pets.rename"
          )
        ],
        clauses: ["example/rename"],
        consumes: ["pet"]
      ),
      Runs.makeCase("v2", "header-missing", "x-token", origin: .omission),
    ],
    notProvoked: [notProvoked]
  )

  static let notProvoked = Plan.NotProvoked(
    contract: "pets.rename",
    error: "CacheFailed",
    reason: "It takes an outage of the server's cache."
  )
}
