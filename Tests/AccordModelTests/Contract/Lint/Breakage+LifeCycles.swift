import AccordModel
import AccordSchema
import HTTPTypes

extension Breakage {
  static let lifeCycles: [Breakage] = [
    .lifeCycle(
      "There is no state of the life cycle plant. Declare at least one: nothing can be planned without it."
    ) { $0.states = [] },
    .lifeCycle(
      "There is no view of the life cycle plant. Declare at least one: nothing can be planned without it."
    ) { $0.views = [] },
    .lifeCycle(
      #"The life cycle "plant", in water, names the state "damp", which is not declared. Declared: "dry", "wet"."#,
      """
      No transition leads to the state "wet" of the life cycle "plant" from its first one. Give it \
      one, or remove the state.
      """
    ) { $0.transitions[0].to = "damp" },
    .lifeCycle(
      #"The life cycle "plant", in look, names the state "damp", which is not declared. Declared: "dry", "wet"."#
    ) { $0.views[0].omits = ["damp"] },
    .lifeCycle(
      #"The life cycle "plant" names the transition "mow", which is not declared. Declared: "water"."#
    ) { $0 = cycle(refusals: [.refused("mow", in: "wet", by: .statuses(.clientError))]) },
    .lifeCycle(
      """
      The step "water" of the life cycle "plant" names the refusal "body/wet", which is not declared. \
      Declared: "version/2/unsupported", "parameter/number/unknown", "parameter/litres/invalid", \
      "example/flood".
      """
    ) { $0 = cycle(refusals: [.refused("water", in: "wet", by: .refused("body/wet"))]) },
    .lifeCycle(
      #"The step "water" of the life cycle "plant" names the view "see", which is not declared. Declared: "look"."#
    ) { $0.transitions[0].step.headers = ["If-Match": .output("tag", of: "see")] },
    .lifeCycle(
      """
      The view "look" of the life cycle "plant" names the parameter "after", which is not declared. \
      Declared: "page", "size", "dry".
      """
    ) { $0.views[0].list?.next = .cursor("after", at: "/next") },
    .lifeCycle(
      #"The life cycle "plant" names the call "mow", which is not declared. Declared: "make", "water"."#,
      #"The life cycle "plant" names the view "see", which is not declared. Declared: "look"."#
    ) { $0 = cycle(written: [.written("/litres", by: "mow", in: "see")]) },
    .lifeCycle(
      """
      The step "look" of the life cycle "plant" names the contract "plants.get", which is not \
      declared. Declared: "plants.water", "plants.list".
      """
    ) { $0.views[0].step.contract = "plants.get" },
    .lifeCycle(
      """
      The step "water" of the life cycle "plant" names the example "none", which is not declared. \
      Declared: "a-litre", "in-the-body", "flood".
      """
    ) { $0.transitions[0].step.example = "none" },
    .lifeCycle(
      #"The life cycle "plant" names the given "weed", which is not declared. Declared: "plant"."#
    ) { $0.origin = .given("weed") },
    .lifeCycle(
      """
      The step "water" of the life cycle "plant" names the part of the identity "id", which is not \
      declared. Declared: "plant".
      """
    ) { $0.transitions[0].step.arguments = ["number": .identity("id")] },
    .lifeCycle(
      """
      The view "look" of the life cycle "plant" names the part of the identity "id", which is not \
      declared. Declared: "plant".
      """
    ) { $0.views[0].list?.name = "id" },
    .lifeCycle(
      """
      The view "look" of the life cycle "plant" does not say which one it shows. Give its call an \
      .identity(…).
      """
    ) { $0.views[0].list = nil },
    .lifeCycle(
      """
      No transition leads to the state "dead" of the life cycle "plant" from its first one. Give it \
      one, or remove the state.
      """
    ) { $0.states.append("dead") },
    .lifeCycle(
      """
      The cases of the life cycle "plant" make something, and nothing removes it. Give it a \
      transition to .gone, or clean-up steps; an empty list says that it may stay.
      """
    ) {
      $0.origin = .made(
        .step("make", "plants.water", outputs: [.output("plant", .body("/code"))])
      )
    },
    .suite(
      "unique-names",
      #"The life cycle "plant" is declared twice. Give each its own name."#
    ) { $0.lifeCycles = [plant, plant] },
    .suite("unique-names", #"The step "water" is declared twice. Give each its own name."#) {
      $0.lifeCycles = [plant]
      $0.lifeCycles[0].views[0].step.id = "water"
    },
    .suite("unique-names", #"The state "wet" is declared twice. Give each its own name."#) {
      $0.lifeCycles = [plant]
      $0.lifeCycles[0].states.append("wet")
    },
    .suite(
      "well-formed-names",
      """
      The name of the life cycle "Plant" is not made of lower-case letters, digits and hyphens. \
      Identifiers of cases are made of it.
      """
    ) {
      $0.lifeCycles = [plant]
      $0.lifeCycles[0].id = "Plant"
    },
  ]

  static let neighbours: [Breakage] = [
    .suite(
      "neighbours",
      """
      There is no workflow or life cycle that calls the neighbour plants.list. Declare at least one: \
      nothing can be planned without it.
      """
    ) { suite in
      suite.neighbours = [.neighbour(suite.contracts[1], because: "A page has it.")]
      suite.contracts.remove(at: 1)
    },
    .suite(
      "neighbours",
      """
      There is no contract that the life cycle plant calls. Declare at least one: nothing can be \
      planned without it.
      """
    ) { suite in
      suite.neighbours = suite.contracts.map { .neighbour($0, because: "A page has it.") }
      suite.lifeCycles = [plant]
      suite.contracts = [suite.contracts[1]]
      suite.contracts[0].id = "plants.all"
    },
    .suite(
      "unique-names",
      #"The contract "plants.list" is declared twice. Give each its own name."#
    ) {
      $0.neighbours = [.neighbour($0.contracts[1], because: "A page has it.")]
      $0.lifeCycles = [plant]
    },
  ]

  /// A change of a sound life cycle for which the check says exactly this.
  private static func lifeCycle(
    _ messages: String...,
    by change: @escaping @Sendable (inout LifeCycle) -> Void
  ) -> Breakage {
    Breakage(check: "life-cycles", messages: messages) { suite in
      var cycle = plant
      change(&cycle)
      suite.lifeCycles = [cycle]
    }
  }

  private static let plant = cycle()

  private static func cycle(
    refusals: [LifeCycle.Refused] = [],
    written: [LifeCycle.Written] = []
  ) -> LifeCycle {
    .lifeCycle(
      "plant",
      of: "plant",
      states: ["dry", "wet"],
      from: .given("plant"),
      transitions: [
        .transition(
          .step("water", "plants.water", arguments: ["number": .identity("plant")]),
          from: "dry",
          to: "wet"
        )
      ],
      refusals: refusals,
      views: [
        .list(.step("look", "plants.list"), items: "/plants", identity: "/number", named: "plant")
      ],
      written: written
    )
  }
}
