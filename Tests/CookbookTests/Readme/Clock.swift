import Accord

/// An API that says how fast it is, as the README shows it.
enum Clock {
  static let now = Contract(
    "clock.now",
    "Says what time it is.",
    document: "clock.txt",
    effect: .readOnly,
    routes: [.get("/now")],
    responses: [.status(.ok, .payload(time))],
    examples: [.example("now")]
  ).answers(within: .milliseconds(300))

  static let suite = ContractSuite(
    "clock",
    name: "Clock",
    "Says what time it is.",
    folder: "Tests/CookbookTests/Readme",
    contracts: [now]
  )
  .answers(within: .seconds(2), basis: .statedBy(serviceLevel))

  static let time = Schema.object([.required("now", .nonEmptyString)])

  static let serviceLevel = SourcePage("Service level", "https://clock.example/service-level")
}
