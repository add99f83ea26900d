import Accord
import AccordCommand

/// A tool with everything that a team can add without changing Accord, each in a file of its own.
@main
enum Shelves {
  static func main() async {
    await ConformanceCommand.main(
      suites: [suite],
      extensions: Extensions(
        rules: [AnswersNameTheirClerk()],
        origins: [ProxiedRequests()],
        reports: [ChatFormat()],
        stringFormats: [.shelf],
        transport: { _, address in
          address.host == "clerk.example" ? ClerkTransport() : nil
        }
      )
    )
  }

  static let suite = ContractSuite(
    "shelves",
    name: "Shelves",
    "Keeps books on shelves.",
    credential: .own(LibraryCard(), in: .header("X-Card")),
    formats: [.json, Format("label", .own(LabelSyntax()), mediaType: "text/x-label")],
    errors: ErrorCatalogue(
      entries: [.entry("NoBook", statuses: .exactly(.notFound))],
      places: [.reasonPhrase]
    ),
    contracts: [get, label]
  )
  .mocked(by: ShelvesMock())

  static let get = Contract(
    "shelves.get",
    "Returns the book at a place.",
    document: "shelves.txt",
    routes: [.get("/shelves/{shelf}")],
    parameters: [.path("shelf", .format(.shelf), example: "AB1", unknown: nobody)],
    responses: [.status(.ok, .payload(.object([.required("shelf", .format(.shelf))])))],
    errors: [.named("NoBook", .byRequest)],
    formats: ["json"],
    examples: [.example("a-book")]
  )

  static let label = Contract(
    "shelves.label",
    "Returns the label of a shelf to who has a library card.",
    document: "shelves.txt",
    routes: [.get("/shelves/{shelf}/label")],
    credential: .required(
      missing: .status(.unauthorized, allowsEmptyBody: true),
      invalid: .status(.unauthorized, allowsEmptyBody: true)
    ),
    parameters: [.path("shelf", .format(.shelf), example: "AB1")],
    responses: [
      .status(
        .ok,
        .payload(
          .object([.required("shelf", .format(.shelf)), .required("books", .integer(in: 0...))])
        ),
        in: ["label"]
      )
    ],
    examples: [.example("a-label")]
  )

  static let nobody = Refusal.error(
    "NoBook",
    probes: [.probe("empty", "ZZ9", why: "holds no book")]
  )
}
