import Accord
import AccordCommand

@main
enum PetStore {
  static func main() async { await ConformanceCommand.main(suites: [suite]) }

  static let suite = ContractSuite(
    "pets",
    name: "Pet store",
    "Keeps pets until someone takes them home.",
    errors: ErrorCatalogue(
      entries: [.entry("PetNotFound", statuses: .exactly(.notFound))],
      places: [.name("/error")]
    ),
    contracts: [getPet]
  )
  .mocked(by: PetStoreMock())

  static let getPet = Contract(
    "pets.get",
    "Returns the pet with the given number.",
    document: "pets.txt",
    routes: [.get("/pets/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1, unknown: nobody)],
    responses: [.status(.ok, .payload(pet))],
    errors: [.named("PetNotFound", .byRequest)],
    examples: [.example("a-pet-that-exists")],
    relations: [.relation("again", "The same pet twice is the same.", .sameReadTwice)]
  )

  static let nobody = Refusal.error("PetNotFound", probes: [.probe("99", 99, why: "is no pet")])

  static let pet = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
    .optional("status", .oneOf("available", "pending", "sold")),
  ])
}
