import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

/// Names with the characters that identifiers and places are written with go through every stage: the
/// plan, the requests, the mock, the verdicts, the coverage and the documents.
@Suite struct OddNameSuiteTests {
  private static let names = ["dc:title", "dc[title", "a/b", "a~b", "a[0]", "x.y", "é", "0", "a b"]

  private static let thing: Schema = .object(
    names.map { .required($0, .nonEmptyString) }
      + [.required("inner", .object([.required("dc:title", .nonEmptyString)]))]
  ).titled("Thing")

  private static let value: JSON = .object(
    names.map { JSONMember($0, "v") } + [JSONMember("inner", ["dc:title": "w"])]
  )

  private static let suite: ContractSuite = {
    let invalid = Refusal.error("Invalid")
    return ContractSuite(
      "odd",
      name: "Odd",
      "Keeps things with odd names.",
      errors: ErrorCatalogue(
        entries: [.entry("Invalid", statuses: .exactly(.badRequest))],
        places: [.name("/error")]
      ),
      contracts: [
        Contract(
          "things.put",
          "Keeps a thing and returns it.",
          document: "odd.txt",
          routes: [.put("/things/{dc:id}")],
          parameters: [.path("dc:id", .integer, example: 7, invalid: invalid)]
            + names.map { name in
              .parameter(
                "q-\(name)",
                .boolean,
                in: [.query],
                required: true,
                example: true,
                missing: invalid,
                invalid: invalid
              )
            },
          body: .body(thing, malformed: invalid, incomplete: invalid, invalid: invalid),
          responses: [.status(.ok, .payload(thing))],
          errors: [.named("Invalid", .byRequest)],
          examples: [.example("a-thing", body: value)]
        )
      ]
    )
  }()

  @Test func noTwoCasesHaveOneName() throws {
    let cases = try #require(
      ConformanceRun([.init(Self.suite, against: .inProcessMock)]).plans.first
    )
    .cases
    let ids = cases.map(\.id.description)
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("odd/things.put/member-missing/dc-title"))
    #expect(ids.contains("odd/things.put/member-missing/dc-title-2"))
    for name in Self.names {
      #expect(
        cases.contains {
          $0.title == "A body without /\(JSONPointer.escaped(name)) is refused with Invalid."
        },
        "\(name)"
      )
    }
  }

  @Test func everyStageTakesThem() async throws {
    let report = try await ConformanceRun([.init(Self.suite, against: .inProcessMock)]).report()
    let results = report.suites.flatMap(\.results)
    for result in results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations)"
      )
    }
    let exercised = Set(results.flatMap(\.judgement.exercised))
    for name in Self.names {
      let path = JSONPointer.escaped(name)
      for promise in [
        "body/member/\(path)", "response/success/content/member/\(path)", "parameter/q-\(name)",
      ] {
        #expect(exercised.contains(promise), "\(promise)")
      }
    }
    #expect(exercised.contains("parameter/dc:id"))
    let coverage = Coverage(of: Self.suite, in: RunRecord(report).suites.first)
    let members = coverage.entries.filter { $0.promise.kind == .member }
    #expect(members.count == 2 * (Self.names.count + 2))
    for entry in members { #expect(entry.state == .holds, "\(entry.promise.id)") }
  }
}
