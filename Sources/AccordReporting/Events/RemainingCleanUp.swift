package import AccordModel
import AccordSchema

/// What a run was to remove and did not, by its events: it was killed, or a server did not do it.
package struct RemainingCleanUp: Sendable, Hashable {
  /// The suites of the run, with what they were held against.
  package private(set) var subjects: [Subject]

  /// The requests that were not sent or not done, in the order in which they were known.
  package private(set) var requests: [CleanUpRequest] = []

  /// A suite with what it was held against.
  package struct Subject: Sendable, Hashable {
    /// The suite.
    package let suite: ContractSuite.ID
    /// The address of the server, or what the mock is called.
    package let name: String
  }

  /// Reads the events of a run; of one that was cut off, those that are whole.
  ///
  /// Throws an error that says what is no event where, and `JSONSyntaxError` for a text that is not JSON.
  package init(parsingEvents bytes: [UInt8]) throws {
    let run = try RunRecord(parsingEvents: bytes)
    subjects = run.suites.map { Subject(suite: $0.id, name: $0.subject) }
    for (index, event) in try RunRecord.events(in: bytes).enumerated() {
      try read(RecordedValue(json: event, pointer: JSONPointer(tokens: [String(index)])))
    }
  }

  private mutating func read(_ event: RecordedValue) throws(RunRecordError) {
    switch try event.string("event") {
    case "cleanUpNeeded":
      let suite = try event.string("suite")
      requests.append(try CleanUpRequest(event.member("request"), of: suite))
    case "cleanUpDone":
      let testCase = CaseID(try event.string("case"))
      let number = try event.count("number")
      requests.removeAll { $0.testCase == testCase && $0.number == number }
    default: break
    }
  }
}
