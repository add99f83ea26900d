import Accord

/// Promises about several exchanges together.
enum Members {
  static let suite = ContractSuite(
    "members",
    name: "Members",
    "Keeps the members of a club.",
    folder: "Tests/CookbookTests/Vocabulary",
    givens: [.given("member", .integer(in: 1...), "A member who can leave.")],
    contracts: [list, remove],
    lifeCycles: [membership]
  )
  .mocked(by: MembersMock())

  static let member = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
    .required("left", .boolean),
  ])

  static let paging = Relation.Paging(
    number: "page",
    first: [1, 0],
    size: "size",
    items: "/members",
    total: "/total",
    identity: ["/id"]
  )

  static let sorting = Relation.Sorting(
    [
      .order(
        "entry",
        ascending: ["sort": 0, "order": "up"],
        descending: ["sort": 0, "order": "down"]
      ),
      .order(
        "name",
        ascending: ["sort": 1, "order": "up"],
        descending: ["sort": 1, "order": "down"],
        by: "/name"
      ),
    ],
    items: "/members",
    identity: ["/id"]
  )

  static let leaving = Relation.Listing(
    example: "one",
    route: "route",
    parameter: "id",
    contract: "members.list",
    listExample: "all",
    items: "/members",
    identity: "/id",
    including: ["left": true],
    state: ["/left"]
  )

  static let list = Contract(
    "members.list",
    "Returns the members.",
    document: "members.md",
    effect: .readOnly,
    routes: [.get("/members")],
    parameters: [
      .query("page", .integer(in: 0...), example: 1),
      .query("size", .integer(in: 1...), example: 2),
      .query("sort", .integer(in: 0...1), example: 0),
      .query("order", .oneOf("up", "down"), example: "up"), .query("left", .boolean),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("members", .array(of: member)), .required("total", .integer(in: 0...)),
          ])
        )
      )
    ],
    examples: [.example("all"), .example("with-left", query: ["left": true])],
    relations: [
      .relation("bounded", "A page is no longer than its size.", .pageIsBounded(paging)),
      .relation("apart", "Pages have no member in common.", .pagesDoNotOverlap(paging)),
      .relation("complete", "The pages hold every member.", .pagesAreComplete(paging)),
      .relation("total", "The total stays the same.", .totalIsStable(paging)),
      .relation("count", "The total counts the members.", .totalIsCount(paging)),
      .relation("zero", "Page zero is the first.", .firstPageByEachNumber(paging)),
      .relation("sorted", "The list is sorted.", .sortingSorts(sorting)),
    ]
  )

  static let remove = Contract(
    "members.remove",
    "Removes a member.",
    document: "members.md",
    effect: .changesState,
    routes: [.delete("/members/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: .given("member"))],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", consumes: ["member"])],
    relations: [
      .relation("others", "The others stay.", .othersStay(leaving))
    ]
  )

  static let neighbours: [Neighbour] = [
    .neighbour(list, because: "A page of the same reference has it, which is no document of ours.")
  ]

  static let membership = LifeCycle.lifeCycle(
    "membership",
    of: "member",
    states: ["present", "left"],
    from: .given("member"),
    transitions: [
      .transition(
        .step("leave", "members.remove", arguments: ["id": .identity("member")]),
        from: "present",
        to: "left"
      )
    ],
    views: [
      .list(
        .step("list", "members.list", example: "all"),
        items: "/members",
        identity: "/id",
        named: "member",
        omits: ["left"]
      ),
      .list(
        .step("list-with-left", "members.list", example: "with-left"),
        items: "/members",
        identity: "/id",
        named: "member",
        omits: [],
        changes: ["left"]
      ),
    ]
  )
}

/// What the mock does beyond the contracts: it keeps the members.
struct MembersMock: MockBehaviour {
  /// A member as the mock keeps it.
  struct Member: Sendable {
    var id: Int
    var name: String
    var hasLeft = false

    var json: JSON {
      ["id": .number(JSONNumber(id)), "name": .string(name), "left": .boolean(hasLeft)]
    }
  }

  func start(_ setting: MockSetting) -> [Member] {
    zip(1..., ["Dora", "Anne", "Carl", "Emil", "Bela", "Gila", "Finn"]).map {
      Member(id: $0, name: $1)
    }
  }

  func values(of given: Given, in members: [Member]) -> [JSON]? {
    members.filter { !$0.hasLeft }.map { .number(JSONNumber($0.id)) }
  }

  func reply(to call: MockCall, _ members: inout [Member]) throws(MockRefusal) -> MockReply {
    guard call.contract.id == "members.list" else {
      let id = call.value(of: "id")?.number?.int
      for index in members.indices where members[index].id == id { members[index].hasLeft = true }
      return MockReply()
    }
    var listed = members.filter { !$0.hasLeft || call.value(of: "left") == true }
    let total = JSON.number(JSONNumber(listed.count))
    if call.value(of: "sort") == 1 { listed.sort { $0.name < $1.name } }
    if call.value(of: "order") == "down" { listed.reverse() }
    if let size = call.value(of: "size")?.number?.int {
      let page = max(1, call.value(of: "page")?.number?.int ?? 1)
      listed = Array(listed.dropFirst((page - 1) * size).prefix(size))
    }
    return MockReply(["members": .array(listed.map(\.json)), "total": total])
  }
}
