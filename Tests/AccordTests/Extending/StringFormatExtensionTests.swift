import Accord
import Testing

extension StringFormat {
  /// Two letters and a digit.
  fileprivate static let shelf = StringFormat(
    "shelf",
    "a shelf such as AB1",
    samples: ["AB1", "CD2"],
    counterexamples: ["AB", "1AB"]
  ) { text in
    text.count == 3 && text.prefix(2).allSatisfy(\.isLetter) && text.last?.isNumber == true
  }
}

@Suite("Formats of strings of a team's own")
struct StringFormatExtensionTests {
  private static let suite = ContractSuite(
    "shelves",
    name: "Shelves",
    "Keeps books on shelves.",
    errors: ErrorCatalogue(
      entries: [],
      places: [],
      message: "/title",
      formats: [.problemJSON],
      schemas: [.object([.required("title", .nonEmptyString)])]
    ),
    contracts: [put]
  )

  private static let put = Contract(
    "shelves.put",
    "Puts a book on a shelf.",
    document: "shelves.txt",
    routes: [.post("/shelves/{shelf}")],
    parameters: [.path("shelf", .format(.shelf), example: "AB1", invalid: .status(.notFound))],
    body: .body(
      .object([.required("from", .format(.shelf))]),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(.object([.required("at", .format(.shelf))])))],
    examples: [.example("a-book", body: ["from": "CD2"], changesState: true)]
  )

  @Test func valuesAreChecked() throws {
    let validator = try SchemaValidator(.format(.shelf))
    #expect(validator.validate("AB1").isEmpty)
    #expect(
      validator.validate("AB").map(\.message) == [
        #"At the whole value: expected a shelf such as AB1, found string "AB"."#
      ]
    )
    #expect(validator.validate(7).count == 1)
    let any = try SchemaValidator(Schema.any.format(.shelf))
    #expect(any.validate(7).isEmpty && !any.validate("AB").isEmpty)
  }

  @Test(arguments: [
    (#"{"at":"AB1"}"#, true), (#"{"at":"\u0041B1"}"#, true), (#"{"at":"A1"}"#, false),
  ])
  func textsAreChecked(_ text: String, _ conforms: Bool) throws {
    let schema = Schema.object([.required("at", .format(.shelf))])
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(try SchemaValidator(schema).validate(document).isEmpty == conforms)
  }

  @Test func exportsNameIt() throws {
    #expect(try Schema.format(.shelf).jsonSchema()["format"] == "shelf")
    let exported = try Schema.object([.required("at", .format(.shelf))]).xmlSchema(named: "Book")
    #expect(exported.notes.map(\.description).contains { $0.contains("shelf") })
  }

  @Test func casesAndTheMockAreMadeOfIt() async throws {
    let plan = Self.suite.plan()
    let ids = plan.cases.map(\.id.description)
    #expect(ids.contains { $0.hasSuffix("not-a-shelf") })
    #expect(ids.contains { $0.hasSuffix("not-a-shelf-2") })
    #expect(Self.suite.lint().map(\.description) == [])
    let report = try await ConformanceRun([.init(Self.suite, against: .inProcessMock)]).report()
    #expect(report.summary.conforming == plan.cases.count)
    #expect(report.exitStatus == 0)
  }

  @Test func aDocumentMayNameIt() throws {
    let schema = try Schema(
      loading: ["type": "string", "format": "shelf"],
      formats: .assertion(with: [.shelf])
    )
    #expect(try !SchemaValidator(schema).validate("AB").isEmpty)
    let usual = try Schema(loading: ["type": "string", "format": "shelf"], formats: .assertion)
    #expect(try SchemaValidator(usual).validate("AB").isEmpty)
  }

  @Test(arguments: [
    (
      StringFormat("uuid", "a UUID", samples: ["a"], counterexamples: ["b"]) { $0 == "a" },
      #"the format "uuid" has the name of one that every schema knows; give it another."#
    ),
    (
      StringFormat("x", "an x", samples: [], counterexamples: ["b"]) { $0 == "a" },
      """
      the format "x" needs a sample and a counterexample, which cases and mocks are made of.
      """
    ),
    (
      StringFormat("x", "an x", samples: ["a", "c"], counterexamples: ["b"]) { $0 == "a" },
      #"the format "x" refuses its own sample "c"."#
    ),
    (
      StringFormat("x", "an x", samples: ["a"], counterexamples: ["b", "a"]) { $0 == "a" },
      #"the format "x" takes its own counterexample "a"."#
    ),
  ])
  func oneThatCannotBeUsedIsNamed(_ format: StringFormat, _ flaw: String) throws {
    #expect {
      try SchemaValidator(.format(format))
    } throws: { error in
      "\(error)" == "In the schema at /format: \(flaw)"
    }
  }
}
