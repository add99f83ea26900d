import Accord

/// An API whose resources are live data alone: lamps that are switched on, listed by their state.
enum Lamps {
  static let suite = ContractSuite(
    "lamps",
    name: "Lamps",
    "Switches lamps on.",
    givens: [.given("lamp", .integer(in: 1...), "The number of a lamp that is off.")],
    contracts: [light],
    neighbours: [.neighbour(list, because: "The page Lamps has it.")],
    lifeCycles: [lamp]
  )

  static let lamp = LifeCycle.lifeCycle(
    "lamp",
    of: "lamp",
    states: ["off", "on"],
    from: .given("lamp"),
    transitions: [
      .transition(
        .step("light", "lamps.light", arguments: ["number": .identity("lamp")]),
        from: "off",
        to: "on",
        repeated: .statuses(.any)
      )
    ],
    views: [
      view("list-off", "off", omits: "on"), view("list-on", "on", omits: "off"),
      view("list", "all", omits: nil),
    ]
  )

  private static func view(
    _ name: String,
    _ example: String,
    omits state: LifeCycle.State?
  ) -> LifeCycle.View {
    .list(
      .step(name, "lamps.list", example: example),
      items: "/lamps",
      identity: "/number",
      named: "lamp",
      next: .cursor("after", at: "/next"),
      state: "/state",
      omits: [state].compactMap(\.self)
    )
  }

  static let item = Schema.object([
    .required("number", .integer(in: 1...)), .required("state", .oneOf("off", "on")),
  ])

  static let light = Contract(
    "lamps.light",
    "Switches a lamp on.",
    document: "lamps.txt",
    effect: .changesState,
    routes: [.put("/lamps/{number}/light")],
    parameters: [.path("number", .integer(in: 1...), example: .given("lamp"))],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", consumes: ["lamp"])]
  )

  static let list = Contract(
    "lamps.list",
    "Lists lamps, a page at a time.",
    document: "lamps.txt",
    effect: .readOnly,
    routes: [.get("/lamps")],
    parameters: [.query("state", .oneOf("off", "on")), .query("after", .integer(in: 1...))],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("lamps", .array(of: item)), .required("next", .anyOf([.integer, .null])),
          ])
        )
      )
    ],
    examples: [
      .example("all"), .example("off", query: ["state": "off"]),
      .example("on", query: ["state": "on"]),
    ]
  )
}
