import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// What is left behind is known from the events.
struct RemainingCleanUpTests {
  private static let testCase = CaseID("pets/pets.add/workflow/lives")

  private static func request(_ number: Int, body: [UInt8] = []) -> CleanUpRequest {
    CleanUpRequest(
      suite: "pets",
      testCase: testCase,
      number: number,
      step: "remove \(number)",
      method: "DELETE",
      target: "/base/pets/\(number)?a=b",
      fields: [Field("Accept", "*/*")],
      body: body,
      caller: number == 0 ? nil : CleanUpRequest.Caller(role: "keeper", fields: ["X-Key"])
    )
  }

  /// The events of a run with others in the place before its end.
  private static func events(_ events: [RunEvent], isCutOff: Bool = false) -> [UInt8] {
    var lines = EventsFormat().text(for: RunRecord(Runs.conforming))
      .split(separator: "\n").map { "\($0)\n" }
    let end = lines.removeLast()
    lines += events.map(\.line) + (isCutOff ? ["{\"event\":\"caseFin"] : [end])
    return Array(lines.joined().utf8)
  }

  @Test func whatWasNotDoneIsLeft() throws {
    let bytes = Self.events([
      .cleanUpNeeded(Self.request(0)), .cleanUpNeeded(Self.request(1, body: [0, 255])),
      .cleanUpDone(Self.request(0)),
    ])
    let remains = try RemainingCleanUp(parsingEvents: bytes)
    #expect(remains.requests == [Self.request(1, body: [0, 255])])
    #expect(remains.subjects.map(\.suite) == ["pets"])
    #expect(remains.subjects.map(\.name) == ["the embedded mock"])
  }

  @Test func aRunThatWasCutOffIsRead() throws {
    let bytes = Self.events([.cleanUpNeeded(Self.request(0))], isCutOff: true)
    #expect(try RemainingCleanUp(parsingEvents: bytes).requests == [Self.request(0)])
    let run = try RunRecord(reading: bytes)
    #expect(run.suites.flatMap(\.cases).count == 1)
  }

  @Test(arguments: ["\"method\"", "\"fields\"", "\"caller\"", "\"number\":0"])
  func whatIsNoRequestIsRefused(_ member: String) throws {
    let text = String(decoding: Self.events([.cleanUpNeeded(Self.request(0))]), as: UTF8.self)
    let wrong = text.replacing(member, with: "\"other\"" + (member.hasSuffix("0") ? ":0" : ""))
    #expect(wrong != text)
    #expect(throws: RunRecordError.self) {
      _ = try RemainingCleanUp(parsingEvents: Array(wrong.utf8))
    }
  }

  @Test func schemaHoldsTheEvents() throws {
    let validator = try PublishedSchemaTests.validator("event.schema.json")
    let lines = try JSONLines(
      parsing: Self.events([.cleanUpNeeded(Self.request(1)), .cleanUpDone(Self.request(0))])
    )
    #expect(validator.validate(lines).map(\.message) == [])
  }
}
