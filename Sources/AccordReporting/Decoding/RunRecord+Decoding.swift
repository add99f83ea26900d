import AccordSchema
import AccordModel

extension RunRecord {
  /// Reads the record that ``JSONFormat`` wrote.
  ///
  /// Throws ``RunRecordError`` at the first value that is not one of a record, and
  /// `JSONSyntaxError` for a text that is not JSON.
  package init(parsing bytes: [UInt8]) throws {
    let document = try JSONDocument(parsing: bytes)
    try self.init(RecordedValue(json: document.root.value, pointer: JSONPointer(tokens: [])))
  }

  init(_ value: RecordedValue) throws(RunRecordError) {
    try value.requireVersion(
      JSONFormat.schemaVersion,
      of: "document",
      renewal: JSONFormat.renewal
    )
    self.init(
      suites: try value.list("suites", Suite.init),
      settings: try Report.Settings(value.member("settings")),
      interruption: try value.text("interruption"),
      baseline: try value.list("baseline", Baseline.Finding.init),
      began: try value.moment("began"),
      version: try value.string("accordVersion"),
      part: try RunRecord.Part.read(value)
    )
  }
}

extension Report.Settings {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let seed = UInt64(try value.string("seed")) else {
      throw try value.member("seed").unexpected("a whole number as a string")
    }
    self.init(
      seed: seed,
      isStrict: try value.boolean("strict"),
      warnings: try value.texts("warnings")
    )
  }
}

extension Baseline.Finding {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let state = State(rawValue: try value.string("state")) else {
      throw try value.member("state").unexpected("the state of an entry")
    }
    self.init(try Baseline.Entry(value, isAlone: false), state)
  }
}

extension RunRecord.Suite {
  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      id: try value.string("id"),
      name: try value.string("name"),
      subject: try value.string("subject"),
      contracts: try value.list("contracts", RunRecord.Endpoint.init),
      cases: try value.list("cases", RunRecord.Case.init),
      notProvoked: try value.list("notProvoked", Plan.NotProvoked.init)
    )
  }
}

extension RunRecord.Endpoint {
  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      id: try value.string("id"),
      summary: try value.string("summary"),
      promises: try value.list("promises", RunRecord.Promise.init)
    )
  }
}

extension RunRecord.Promise {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let kind = AccordModel.Promise.Kind(rawValue: try value.string("kind")) else {
      throw try value.member("kind").unexpected("the kind of a promise")
    }
    self.init(id: try value.string("id"), kind: kind, hindrance: try value.text("hindrance"))
  }
}

extension Plan.NotProvoked {
  init(_ value: RecordedValue) throws(RunRecordError) {
    self.init(
      contract: try value.string("contract"),
      error: try value.string("error"),
      reason: try value.string("reason")
    )
  }
}

extension RunRecord.Case {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let origin = AccordModel.Case.Origin(rawValue: try value.string("origin")) else {
      throw try value.member("origin").unexpected("the origin of a case")
    }
    let reason = try value.text("reason")
    guard let verdict = Verdict(name: try value.string("verdict"), reason: reason) else {
      throw try value.member("verdict").unexpected("a verdict")
    }
    self.init(
      id: CaseID(try value.string("id")),
      contract: try value.string("contract"),
      origin: origin,
      title: try value.string("title"),
      clauses: try value.texts("clauses"),
      verdict: verdict,
      cause: try value.json["cause"] == nil
        ? nil : ExchangeFailure(value.member("cause")),
      isKnown: try value.boolean("isKnown"),
      rules: try value.texts("rules"),
      notChecked: try value.texts("notChecked"),
      violations: try value.list("violations", RunRecord.Violation.init),
      exercised: try value.texts("exercised"),
      script: try value.json["script"] == nil ? nil : value.string("script"),
      exchanges: try value.list("exchanges", RunRecord.Exchange.init)
    )
    if value.json["notTriedAgain"] != nil { retryHindrance = try value.string("notTriedAgain") }
    if value.json["earlierTries"] != nil {
      let last = self
      earlierTries = try value.list("earlierTries") { entry throws(RunRecordError) in
        try RunRecord.Case(try: entry, of: last)
      }
    }
  }

  /// Reads a try before the last.
  private init(try value: RecordedValue, of last: RunRecord.Case) throws(RunRecordError) {
    let reason = try value.text("reason")
    guard let verdict = Verdict(name: try value.string("verdict"), reason: reason) else {
      throw try value.member("verdict").unexpected("a verdict")
    }
    self.init(
      id: last.id,
      contract: last.contract,
      origin: last.origin,
      title: last.title,
      clauses: last.clauses,
      verdict: verdict,
      cause: try value.json["cause"] == nil
        ? nil : ExchangeFailure(value.member("cause")),
      rules: try value.texts("rules"),
      notChecked: try value.texts("notChecked"),
      violations: try value.list("violations", RunRecord.Violation.init),
      exercised: try value.texts("exercised"),
      exchanges: try value.list("exchanges", RunRecord.Exchange.init)
    )
  }
}

extension RunRecord.Violation {
  init(_ value: RecordedValue) throws(RunRecordError) {
    guard let level = AccordModel.Violation.Level(rawValue: try value.string("level")) else {
      throw try value.member("level").unexpected("\"must\" or \"assumption\"")
    }
    let clause = try value.member("clause")
    self.init(
      rule: try value.string("rule"),
      level: level,
      clause: RunRecord.Clause(
        id: try clause.string("id"),
        sentence: try clause.string("sentence"),
        assumedBecause: try clause.text("assumedBecause"),
        file: try clause.string("file"),
        line: try clause.count("line")
      ),
      step: try value.count("exchange"),
      place: try AccordModel.Violation.Place(value.member("location")),
      expected: try value.string("expected"),
      actual: try value.string("actual"),
      hint: try value.text("hint"),
      position: try value.optional("position") { position throws(RunRecordError) in
        SourcePosition(
          byte: try position.count("byte"),
          line: try position.count("line"),
          column: try position.count("column")
        )
      },
      members: try value.texts("members"),
      keyword: try value.text("keyword"),
      reference: try value.optional("reference") { reference throws(RunRecordError) in
        AccordModel.Violation.Reference(
          step: try reference.count("exchange"),
          value: try reference.string("value")
        )
      },
      known: try value.text("known")
    )
  }
}
