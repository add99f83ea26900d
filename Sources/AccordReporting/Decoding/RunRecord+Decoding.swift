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
    let version = try value.count("schemaVersion")
    guard version == JSONFormat.schemaVersion else {
      throw try value.member("schemaVersion").unexpected(
        "\(JSONFormat.schemaVersion), the version of the document that this tool reads,"
      )
    }
    let settings = try value.member("settings")
    guard let seed = UInt64(try settings.string("seed")) else {
      throw try settings.member("seed").unexpected("a whole number as a string")
    }
    self.init(
      suites: try value.list("suites", Suite.init),
      settings: Report.Settings(
        seed: seed,
        isStrict: try settings.boolean("strict"),
        warnings: try settings.texts("warnings")
      ),
      interruption: try value.text("interruption")
    )
  }
}

extension RunRecord.Suite {
  init(_ value: RecordedValue) throws(RunRecordError) {
    let coverage = try value.member("coverage")
    self.init(
      id: try value.string("id"),
      name: try value.string("name"),
      subject: try value.string("subject"),
      contracts: try value.list("contracts") { contract throws(RunRecordError) in
        RunRecord.Endpoint(
          id: try contract.string("id"),
          summary: try contract.string("summary")
        )
      },
      coverage: Coverage.Figure(
        promised: try coverage.count("promised"),
        exercised: try coverage.count("exercised"),
        held: try coverage.count("held")
      ),
      cases: try value.list("cases", RunRecord.Case.init),
      notProvoked: try value.list("notProvoked") { entry throws(RunRecordError) in
        Plan.NotProvoked(
          contract: try entry.string("contract"),
          error: try entry.string("error"),
          reason: try entry.string("reason")
        )
      }
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
      place: try value.string("place"),
      expected: try value.string("expected"),
      actual: try value.string("actual"),
      hint: try value.text("hint"),
      position: try value.optional("position") { position throws(RunRecordError) in
        SourcePosition(
          byte: try position.count("byte"),
          line: try position.count("line"),
          column: try position.count("column")
        )
      }
    )
  }
}
