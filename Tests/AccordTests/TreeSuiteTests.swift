import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

/// A payload that holds itself goes through every stage, written in Swift or loaded from a document.
@Suite("Suites whose payloads hold themselves")
struct TreeSuiteTests {
  private static let written = Schema.recursive("Folder") { folder in
    .object([
      .required("name", .nonEmptyString, "What people call it"),
      .optional("folders", .array(of: folder), "What is inside"),
      .optional("parent", folder.nullable),
    ]).titled("Folder")
  }

  private static func suite(_ schema: Schema) -> ContractSuite {
    let invalid = Refusal.error("Invalid")
    return ContractSuite(
      "folders",
      name: "Folders",
      "Keeps folders.",
      errors: ErrorCatalogue(
        entries: [.entry("Invalid", statuses: .exactly(.badRequest))],
        places: [.name("/error")]
      ),
      contracts: [
        Contract(
          "folders.add",
          "Adds a folder and returns it.",
          document: "folders.txt",
          routes: [.post("/folders")],
          body: .body(schema, malformed: invalid, incomplete: invalid, invalid: invalid),
          responses: [.status(.ok, .payload(schema))],
          errors: [.named("Invalid", .byRequest)],
          examples: [
            .example(
              "a-tree",
              body: ["name": "a", "folders": [["name": "b", "folders": []]], "parent": nil]
            )
          ]
        )
      ]
    )
  }

  @Test(arguments: [false, true])
  func everyStageComesToAnEnd(_ isLoaded: Bool) async throws {
    let loaded = try Schema(loading: try Self.written.jsonSchema(), formats: .assertion)
    let suite = Self.suite(isLoaded ? loaded : Self.written)
    let run = ConformanceRun([.init(suite, against: .inProcessMock)])
    let plan = try #require(run.plans.first)
    #expect(ContractLint().problems(in: suite, cases: plan.cases).map(\.description) == [])
    let ids = plan.cases.map(\.id.description)
    #expect(ids.contains { $0.contains("/folders") }, "\(ids)")
    let report = try await run.report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations)"
      )
    }
    #expect(PayloadMembers(suite.contracts[0].responses[0].schema ?? .any).paths.count == 3)
    let markdown = LivingDocument(of: plan).markdown
    #expect(markdown.contains("| `folders` | list of Folder |"), "\(markdown)")
  }

  @Test func bothArePlannedAndDescribedAlike() throws {
    let loaded = try Schema(loading: try Self.written.jsonSchema(), formats: .assertion)
    let suites = [Self.suite(Self.written), Self.suite(loaded)]
    let plans = suites.map { ConformanceRun([.init($0, against: .inProcessMock)]).plans[0] }
    #expect(plans[0].cases.map(\.id) == plans[1].cases.map(\.id))
    #expect(plans[0].cases.map(\.title) == plans[1].cases.map(\.title))
    let documents = plans.map { LivingDocument(of: $0).markdown }
    #expect(documents[0] == documents[1])
  }
}
