import AccordModel
import AccordSchema

extension RunRecord {
  /// Reads a run from what `--report json` or `--report events` wrote.
  ///
  /// Of a run that was cut off, what had finished is kept; the rest did not get its turn. Throws an
  /// error that says what is no record where, and `JSONSyntaxError` for a text that is not JSON.
  public init(reading bytes: [UInt8]) throws {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let first = try? JSONDocument(parsing: Array(bytes[..<end]))
    if first?.root.value["event"] != nil {
      try self.init(parsingEvents: bytes)
    } else {
      try self.init(parsing: bytes)
    }
  }

  /// Reads the events of a run.
  package init(parsingEvents bytes: [UInt8]) throws {
    var log = EventReader()
    for (index, value) in try Self.events(in: bytes).enumerated() {
      try log.read(RecordedValue(json: value, pointer: JSONPointer(tokens: [String(index)])))
    }
    self = try log.run
  }

  /// The values of the lines; a last one that was cut off is left out.
  static func events(in bytes: [UInt8]) throws -> [JSON] {
    do {
      return try JSONLines(parsing: bytes).values
    } catch {
      guard bytes.last != 0x0A, let end = bytes.lastIndex(of: 0x0A) else { throw error }
      return try JSONLines(parsing: Array(bytes[...end])).values
    }
  }
}

/// Puts a run together from its events.
private struct EventReader {
  private var suites: [RunRecord.Suite] = []
  private var settings: Report.Settings?
  private var began: Moment?
  private var version = ""
  private var part: RunRecord.Part?
  private var interruption: String? = "The stream of events ends before the run does."
  private var baseline: [Baseline.Finding] = []
  private var open: [CaseKey: [Int]] = [:]

  private struct CaseKey: Hashable {
    let suite: Int
    let testCase: CaseID
  }

  var run: RunRecord {
    get throws(RunRecordError) {
      guard let settings else {
        throw RunRecordError(pointer: "/0", expected: "the event runBegan", found: "nothing")
      }
      return RunRecord(
        suites: suites,
        settings: settings,
        interruption: interruption,
        baseline: baseline,
        began: began,
        version: version,
        part: part
      )
    }
  }

  mutating func read(_ value: RecordedValue) throws(RunRecordError) {
    switch try value.string("event") {
    case "runBegan" where settings == nil: try began(value)
    case "caseFinished" where settings != nil: try finished(value)
    case "cleanUpNeeded" where settings != nil, "cleanUpDone" where settings != nil: break
    case "runEnded" where settings != nil: try ended(value)
    default:
      throw try value.member("event").unexpected(
        settings == nil
          ? "\"runBegan\"" : "\"caseFinished\", \"cleanUpNeeded\", \"cleanUpDone\" or \"runEnded\""
      )
    }
  }

  private mutating func began(_ value: RecordedValue) throws(RunRecordError) {
    try value.requireVersion(
      RunEvent.schemaVersion,
      of: "events",
      renewal: JSONFormat.renewal
    )
    guard let seed = UInt64(try value.string("seed")) else {
      throw try value.member("seed").unexpected("a whole number as a string")
    }
    settings = Report.Settings(seed: seed, isStrict: try value.boolean("strict"))
    began = try value.moment("began")
    version = try value.string("accordVersion")
    part = try RunRecord.Part.read(value)
    suites = try value.list("suites") { value throws(RunRecordError) in
      try RunEvent.PlannedSuite(value).suite
    }
    for (number, suite) in suites.enumerated() {
      // Backwards, because the last one is taken first.
      for (index, planned) in suite.cases.enumerated().reversed() {
        open[CaseKey(suite: number, testCase: planned.id), default: []].append(index)
      }
    }
  }

  private mutating func finished(_ value: RecordedValue) throws(RunRecordError) {
    let id = try value.string("suite")
    let result = try RunRecord.Case(value.member("case"))
    for number in suites.indices where suites[number].id == id {
      guard let index = open[CaseKey(suite: number, testCase: result.id)]?.popLast() else {
        continue
      }
      suites[number].cases[index] = result
      return
    }
    throw RunRecordError(
      pointer: value.pointer.appending("case").appending("id"),
      expected: "a case that is planned and has not finished",
      found: "another"
    )
  }

  private mutating func ended(_ value: RecordedValue) throws(RunRecordError) {
    settings = try Report.Settings(value.member("settings"))
    interruption = try value.text("interruption")
    baseline = try value.list("baseline", Baseline.Finding.init)
  }
}

extension RunEvent.PlannedSuite {
  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      RunRecord.Suite(
        id: try value.string("id"),
        name: try value.string("name"),
        subject: try value.string("subject"),
        contracts: try value.list("contracts", RunRecord.Endpoint.init),
        cases: try value.list("plan") { value throws(RunRecordError) in
          RunRecord.Case(
            id: CaseID(try value.string("id")),
            contract: try value.string("contract"),
            origin: try AccordModel.Case.Origin(value.member("origin")),
            title: try value.string("title"),
            clauses: try value.texts("clauses"),
            verdict: .notRun(reason: Self.reason)
          )
        },
        notProvoked: try value.list("notProvoked", Plan.NotProvoked.init)
      )
    )
  }
}

extension AccordModel.Case.Origin {
  fileprivate init(_ value: RecordedValue) throws(RunRecordError) {
    guard let name = value.json.string, let origin = Self(rawValue: name) else {
      throw value.unexpected("the origin of a case")
    }
    self = origin
  }
}
