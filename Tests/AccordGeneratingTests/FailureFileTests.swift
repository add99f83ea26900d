import AccordSchema
import Testing

@testable import AccordGenerating

@Suite struct FailureFileTests {
  private static func entries() throws -> [FailureFile.Entry] {
    try ReplayTokenTests.calls.enumerated().map { number, call in
      FailureFile.Entry(
        try #require(ReplayToken(call)),
        cause: "response status: expected 200, found 50\(number)",
        seed: .max
      )
    }
  }

  @Test func isReadAsItWasWritten() throws {
    let file = FailureFile(try Self.entries())
    #expect(file.entries.count == 3)
    #expect(try FailureFile(parsing: file.bytes) == file)
  }

  @Test func keepsEachCallOnceAndNoMoreThanItReads() throws {
    let entries = try Self.entries()
    #expect(FailureFile(entries + entries).entries == entries)
    let many = try (0..<300).map { number in
      FailureFile.Entry(
        try #require(
          ReplayToken(
            GeneratedCall(
              suite: "ferry",
              contract: "bookings.make",
              kind: .sequence(of: "booking", calls: ["\(number)"])
            )
          )
        ),
        cause: "",
        seed: 0
      )
    }
    #expect(FailureFile(many).entries == Array(many.prefix(200)))
  }

  @Test(arguments: [
    (
      "[]",
      "it has no version and failures, as a file of generated failures has. Name another with --failures."
    ),
    (
      #"{"version": 2, "failures": []}"#,
      "expected version 1, found 2. Remove it, or use the Accord that wrote it."
    ),
    (
      #"{"version": 1, "failures": [{"replay": "accord1.x.y", "cause": "", "seed": "1"}]}"#,
      "/failures/0: the token is not whole: paste all of it, in quotes. Remove it."
    ),
    (
      #"{"version": 1, "failures": [{}]}"#,
      "/failures/0: expected the texts replay, cause and seed. Remove it."
    ),
  ]) func saysWhyItCannotBeRead(_ text: String, _ words: String) {
    let problem = #expect(throws: FailureFileProblem.self) {
      try FailureFile(parsing: Array(text.utf8))
    }
    #expect(problem?.description == words)
  }
}
