import Accord
import AccordTesting
import Testing

/// A suite that is held against the mock of another one, so that its promises are broken.
@Suite struct ViolationTests {
  private static func suite(_ schema: Schema) -> ContractSuite {
    ContractSuite(
      "pets",
      name: "Pets",
      "Keeps pets.",
      folder: "Contracts/Pets",
      contracts: [
        Contract(
          "pets.get",
          "Returns a pet.",
          document: "pets.txt",
          routes: [.get("/pet")],
          responses: [
            .status(.ok, .payload(schema), fileID: "Pets/GetPet.swift", line: 42)
          ],
          examples: [.example("a pet")]
        )
      ]
    )
  }

  @Test func aViolationIsReportedAtTheLineOfItsPromise() async throws {
    let answer = Exchange.Response(
      status: 200,
      fields: [Field("Content-Type", "application/json")],
      body: Array(#"{"id": "seven"}"#.utf8)
    )
    let subject = try SuiteUnderTest(
      Self.suite(.object([.required("id", .integer)])),
      over: InProcessTransport { _ in .answered(answer) }
    )
    let testCase = try #require(subject.cases.first)
    try await withKnownIssue {
      try await subject.check(testCase)
    } matching: { issue in
      issue.sourceLocation?.fileID == "Pets/GetPet.swift" && issue.sourceLocation?.line == 42
        && issue.comments.first.map { "\($0)".contains("body-matches-schema") } ?? false
    }
  }

  @Test func whatAServerSendsIsNoCommandForALog() async throws {
    let answer = Exchange.Response(
      status: 200,
      fields: [Field("Content-Type", "application/json")],
      body: Array(#"{"id": "\n::error::x \u001b[31m##[error]y"}"#.utf8)
    )
    let subject = try SuiteUnderTest(
      Self.suite(.object([.required("id", .integer)])),
      over: InProcessTransport { _ in .answered(answer) }
    )
    let testCase = try #require(subject.cases.first)
    try await withKnownIssue {
      try await subject.check(testCase)
    } matching: { issue in
      let text = issue.comments.map { "\($0)" }.joined(separator: "\n")
      return text.contains("#[error]y") && !text.contains("##[") && !text.contains("\u{1B}")
        && !text.contains("\n::error")
    }
  }

  @Test func aRightAnswerIsNoIssue() async throws {
    let answer = Exchange.Response(
      status: 200,
      fields: [Field("Content-Type", "application/json")],
      body: Array(#"{"id": 7}"#.utf8)
    )
    let subject = try SuiteUnderTest(
      Self.suite(.object([.required("id", .integer)])),
      over: InProcessTransport { _ in .answered(answer) }
    )
    for testCase in subject.cases { try await subject.check(testCase) }
  }

  @Test func aFailureIsAnIssue() async throws {
    let subject = try SuiteUnderTest(
      Self.suite(.any),
      over: InProcessTransport { _ in
        .failed(ExchangeFailure(.refused, "Nothing listens."), partial: nil)
      }
    )
    let testCase = try #require(subject.cases.first)
    try await withKnownIssue {
      try await subject.check(testCase)
    } matching: { issue in
      issue.comments.first.map { "\($0)".contains("Nothing listens.") } ?? false
    }
  }
}
