import Accord
import AccordSchema

/// Makes suites that are sound: a few contracts each, whose parameters, header fields, bodies and errors are
/// drawn from what can be stated.
struct SuiteGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  private mutating func chance(_ of: Int) -> Bool { pick(of) == 0 }

  private mutating func one<Value>(of values: [Value]) -> Value { values[pick(values.count)] }

  mutating func suite() -> ContractSuite {
    let errors = catalogue()
    let names = errors.entries.map(\.name)
    let second = text()
    let contracts = (0..<1 + pick(3)).map { contract("things\($0).call", names, second) }
    return ContractSuite(
      "made",
      name: "Made up",
      "Is made up.",
      formats: [.json, Format("xml", .xml, mediaType: "application/xml")],
      errors: errors,
      givens: [
        .given("thing", scalar(), "A thing."),
        .given("pair", fields: [.init("a", scalar()), .init("b", second)], "Two things."),
      ],
      contracts: contracts
    )
  }

  // MARK: Errors

  private mutating func catalogue() -> ErrorCatalogue {
    let entries: [ErrorCatalogue.Entry] = [
      .entry("Wrong", statuses: .exactly(.badRequest), code: 7),
      .entry("Missing", statuses: .anyOf([404, 410]), code: 8, message: "There is none."),
    ]
    let list = Schema.object([
      .required(
        "errors",
        .array(of: .object([.required("code", .string(pattern: "^[A-Z][a-z]+$"))]).titled("error"))
      )
    ]).titled("errors")
    switch pick(5) {
    case 0:
      return ErrorCatalogue(
        entries: [],
        places: [],
        message: "/title",
        formats: [.problemJSON],
        schemas: [
          .object([
            .required("title", .string(length: 3...)), .required("instance", .format("uri")),
            .optional("status", .integer(in: 400...599)),
          ])
        ]
      )
    case 1:
      return ErrorCatalogue(
        entries: entries,
        places: [.listedName("/errors", member: "code")],
        schemas: [list]
      )
    case 2:
      return ErrorCatalogue(
        entries: entries,
        places: [.name("/error/name")],
        message: "/error/text"
      )
    case 3: return ErrorCatalogue(entries: entries, places: [.header("X-Error")])
    default:
      return ErrorCatalogue(
        entries: entries,
        places: [.code("/code", success: 0)],
        formats: [.json]
      )
    }
  }

  private mutating func refusal(_ names: [String], _ probes: [Probe] = []) -> Refusal {
    let headers: [HeaderRule] = chance(3) ? [.required("X-Trace", text())] : []
    guard !names.isEmpty, !chance(3) else {
      return .statuses(
        one(of: [.exactly(.badRequest), .anyOf([404, 422]), .clientError]),
        headers: headers,
        probes: probes
      )
    }
    return .error(one(of: names), headers: headers, probes: probes)
  }

  // MARK: Contracts

  private mutating func contract(_ id: String, _ names: [String], _ second: Schema) -> Contract {
    let method = pick(5)
    let path = "/\(id.prefix { $0 != "." })/{id}"
    let route: Contract.Route =
      [.get(path), .post(path), .put(path), .patch(path), .delete(path)][method]
    let reads = method > 0 && method < 4
    let format = one(of: ["json", "json", "xml"])
    let body = reads ? bodySchema() : nil
    var parameters = [
      Parameter.path("id", .integer(in: 1...), example: one(of: [1, 2]), invalid: refusal(names)),
      .query("q", scalar()), .query("r", text(), required: true, missing: refusal(names)),
    ]
    if chance(2) {
      parameters[0] = .path("id", second, example: .given("pair", field: "b"))
    }
    let headers: [HeaderRule] = [
      .required("X-Kind", text(), missing: refusal(names)), .optional("X-Other", scalar()),
    ]
    let answered: [HeaderRule] = [.required("ETag", text()), .optional("X-Extra", scalar())]
    let payload = bodySchema()
    let content = one(of: [ResponseRule.Content.payload(payload), .unspecified])
    let response =
      switch method {
      case 4: ResponseRule.status(.noContent, .empty, headers: answered)
      case 1: ResponseRule.status(.created, content, headers: answered)
      default: ResponseRule.status(.ok, content, headers: answered)
      }
    var contract = Contract(
      id,
      "Does something.",
      document: "made.txt",
      routes: [route],
      headers: headers,
      parameters: parameters,
      body: body.map {
        .body(
          $0,
          in: [format],
          malformed: refusal(names),
          incomplete: $0.hasRequiredMembers ? refusal(names) : nil,
          invalid: refusal(names)
        )
      },
      responses: [response],
      formats: [format],
      examples: examples(parameters, headers, body, changesState: method > 0),
      relations: method == 0 && content != .unspecified
        ? [.relation("again", "Twice the same.", .sameReadTwice)] : []
    )
    let borne = Set(contract.refusals.flatMap(\.names))
    contract.errors = names.filter(borne.contains).map { .named($0, .byRequest) }
    return contract
  }

  /// An example with what is required, and one with everything.
  private mutating func examples(
    _ parameters: [Parameter],
    _ headers: [HeaderRule],
    _ body: Schema?,
    changesState: Bool
  ) -> [Example] {
    let sample = body.flatMap { $0.sample(seed: UInt64(pick(50))) }
    let all = parameters.filter { $0.usual == .query }
    return [false, true].map { isFull in
      .example(
        isFull ? "full" : "usual",
        query: Arguments(all.filter { isFull || $0.isRequired }.map { ($0.name, $0.schema) }),
        headers: isFull ? Arguments(headers.map { ($0.name, $0.value) }) : [:],
        body: sample,
        changesState: changesState
      )
    }
  }

  // MARK: Schemas

  /// A schema of values that a header field, a path or a query can carry.
  private mutating func scalar() -> Schema {
    switch pick(5) {
    case 0: return .integer(in: -5...5)
    case 1: return .oneOf("a", "b c", "ü")
    case 2: return .boolean
    default: return text()
    }
  }

  /// A schema of texts that can stand in a header field.
  private mutating func text() -> Schema {
    one(of: [
      .string(pattern: #"^(W/)?"[^"]*"$"#), .string(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"), .guid,
      .string(pattern: #"^(?=.*\d)(?=.*[a-z])[a-z\d]{8,12}$"#), .format("date-time"),
      .format("date"), .format("email"), .format("uri"), .format("ipv4"),
      .format("uuid"), .format("hostname"), .format("duration"), .format("time"),
      .format("uri-reference"), .string(length: 4...6), .nonEmptyString,
      .string(pattern: #"^\d{3}-\d{4}$"#), .string(pattern: #"^v\d+\.\d+$"#),
    ])
  }

  private mutating func bodySchema() -> Schema {
    object(depth: 0)
  }

  private mutating func object(depth: Int) -> Schema {
    let members = (0..<1 + pick(4)).map { number -> Schema.Member in
      let schema = value(depth: depth + 1)
      return chance(2) ? .required("m\(number)", schema) : .optional("m\(number)", schema)
    }
    return .object(members, additional: chance(2) ? .forbidden : .allowed).titled("thing")
  }

  private mutating func value(depth: Int) -> Schema {
    switch pick(depth < 3 ? 9 : 5) {
    case 0: return .integer(in: 1...9)
    case 1: return .number
    case 2: return .boolean
    case 3, 4: return text()
    case 5: return object(depth: depth)
    case 6: return .array(of: text(), count: 1...3)
    case 7: return scalar().nullable
    default: return .array(of: object(depth: depth))
    }
  }
}

extension Schema {
  /// Whether a value without one of its members can be wrong.
  fileprivate var hasRequiredMembers: Bool { content.members.contains { $0.isRequired } }
}

extension Arguments {
  /// A value of each schema.
  fileprivate init(_ schemas: [(String, Schema)]) {
    self = schemas.reduce(into: [:]) { arguments, entry in
      arguments.list.append(Argument(entry.0, .literal(entry.1.sample() ?? .null)))
    }
  }
}
