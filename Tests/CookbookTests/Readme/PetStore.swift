import Accord

/// A pet store, as the README begins with it.
enum PetStore {
  static let suite = ContractSuite(
    "pets",
    name: "Pet store",
    "Keeps pets until someone takes them home.",
    folder: "Tests/CookbookTests/Readme",
    errors: ErrorCatalogue(
      entries: [.entry("PetNotFound", statuses: .exactly(.notFound))],
      places: [.name("/error")]
    ),
    contracts: [getPet]
  )

  static let getPet = Contract(
    "pets.get",
    "Returns the pet with the given number.",
    document: "pets.txt",
    routes: [.get("/pets/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1, unknown: nobody)],
    responses: [.status(.ok, .payload(.object([.required("id", .integer(in: 1...))])))],
    errors: [.named("PetNotFound", .byRequest)],
    examples: [.example("a-pet-that-exists")]
  )

  static let nobody = Refusal.error("PetNotFound", probes: [.probe("99", 99, why: "is no pet")])
}
