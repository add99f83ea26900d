import Accord

/// A rule of a team's own: it is asked about every answer, beside the rules of Accord.
struct MembersAreCamelCase: ConformanceRule {
  let id = "members-are-camel-case"
  let sentence = "No member of an answer is named with an underscore."

  func check(_ answer: AnsweredRequest) -> RuleFinding {
    guard let members = answer.json?.root.value.members else { return .notApplicable }
    guard let wrong = members.first(where: { $0.key.contains("_") }) else { return .satisfied }
    return .broken(
      at: .body(members: JSONPointer(tokens: [wrong.key])),
      expected: "a name in camel case",
      actual: wrong.key
    )
  }
}

/// A suite that is verified with the rule.
enum Lamps {
  static let suite = ContractSuite(
    "lamps",
    name: "Lamps",
    "Switches lamps.",
    folder: "Tests/CookbookTests/Recipes",
    contracts: [get]
  )

  static let extensions = Extensions(rules: [MembersAreCamelCase()])

  static let get = Contract(
    "lamps.get",
    "Returns a lamp.",
    document: "lamps.md",
    effect: .readOnly,
    routes: [.get("/lamps/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [
      .status(
        .ok,
        .payload(
          .object([.required("isOn", .boolean), .optional("lastChange", .dateTime)])
        )
      )
    ],
    examples: [.example("one")]
  )
}
