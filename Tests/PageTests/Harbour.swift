import AccordModel
import AccordSchema
import HTTPTypes

@testable import AccordReporting

/// An API whose document is opened in a browser.
enum Harbour {
  /// The page of its document; a text stands wherever a contract can say something.
  static func page(saying text: String = "") -> String {
    let suite = suite(text)
    let plan = Plan(suite: suite, cases: cases(of: suite), notProvoked: [])
    let document = LivingDocument(of: plan)
    return LivingDocument.site(of: [document])[1].text
  }

  private static func cases(of suite: ContractSuite) -> [Case] {
    suite.contracts.flatMap { contract in
      contract.examples.map { example in
        let path = contract.routes[0].path.description
        let request = RequestTemplate(contract.id == "tides" ? .get : .post, [.text(path)])
        return Case(
          id: CaseID([suite.id, contract.id, "example", example.name]),
          suite: suite.id,
          contract: contract.id,
          origin: .example,
          title: "It is answered.",
          steps: [
            Case.Step(
              "example",
              request,
              expecting: Case.Expectation(.success(contract.responses[0])),
              of: contract.id
            )
          ],
          clauses: [example.clause.id]
        )
      }
    }
  }

  private static func suite(_ text: String) -> ContractSuite {
    let ship: Schema = .object([
      .required("shipId", .guid, text), .required("draught", .number, "In metres. \(text)"),
      .optional("captain", .object([.required("fullName", .string, text)]).titled("Captain")),
      .optional("aRatherLongNameOfAFieldOfShipsThatFitsNoNarrowScreen", .string, text),
    ])
    .titled("Ship")
    return ContractSuite(
      "harbour",
      name: "Harbour",
      "Gives ships their berths. \(text)",
      formats: [.json],
      errors: ErrorCatalogue(
        entries: [
          .entry("BerthTaken", statuses: .exactly(409), message: "Another ship lies there. \(text)")
        ],
        places: [.name("/error")],
        message: "/message"
      ),
      contracts: [
        Contract(
          "berths",
          "Gives a ship a berth. \(text)",
          name: "berthShip",
          document: "harbour.txt",
          routes: [.post("/berths")],
          body: .body(ship, in: ["json"]),
          responses: [.status(.ok, .payload(.object([.required("ship", ship)])))],
          errors: [.named("BerthTaken", .byRequest, "A ship lies there. \(text)")],
          examples: [.example("right", body: ["shipId": .string(text)])],
          notes: [text]
        ),
        Contract(
          "tides",
          "Lists the tides.",
          document: "harbour.txt",
          routes: [.get("/tides")],
          parameters: [.query("pageSize", .integer(in: 1...100), "How many a page has.")],
          responses: [.status(.ok, .payload(.array(of: .object([.required("height", .number)]))))],
          examples: [.example("all")]
        ),
      ]
    )
  }
}
