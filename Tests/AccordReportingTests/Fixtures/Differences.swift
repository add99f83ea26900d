import AccordModel
import AccordSchema

@testable import AccordReporting

/// Violations whose evidence is more than a word.
enum Differences {
  static let json = #"""
    {"items":[{"id":1,"name":"Rex","tags":["old","tame"],"owner":{"name":"Ann","notes":{}}},\#
    {"id":"2","name":"Tom","tags":[],"owner":null}],"total":2,"page":{"number":0,"size":50}}
    """#

  static let xml = """
    <Pets xmlns="http://pets.example/types" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">\
    <Pet><Id>1</Id><Name>Rex</Name><Owner><Name>Ann &amp; Bob</Name><Notes>keeps many animals\
    </Notes></Owner></Pet><Pet><Id>two</Id><Name>Tom</Name><Owner i:nil="true"/></Pet></Pets>
    """

  static let other = #"""
    {"items":[{"id":1,"name":"Rex","tags":["old","wild"],"owner":{"name":"Ann","notes":{}}},\#
    {"id":"2","name":"Tom","tags":[],"owner":null}],"total":2,"page":{"number":0,"size":50}}
    """#

  static func exchange(_ body: String, step: String? = nil) -> RunRecord.Exchange {
    let variables = Pets.suite.secretVariables
    var exchange = RunRecord.Exchange(Runs.exchange, step: step, expanding: variables)
    exchange.response?.body = RunRecord.Content(Array(body.utf8))
    return exchange
  }

  static func violation(
    _ place: Violation.Place,
    _ expected: String,
    _ actual: String,
    step: Int = 0,
    at position: SourcePosition? = nil,
    reference: Violation.Reference? = nil
  ) -> RunRecord.Violation {
    RunRecord.Violation(
      rule: "body-matches-schema",
      level: .must,
      clause: RunRecord.Clause(
        id: "response/200/body",
        sentence: "The answer is a list of pets.",
        assumedBecause: nil,
        file: "Contracts/Pets/Pets.swift",
        line: 50
      ),
      step: step,
      place: place,
      expected: expected,
      actual: actual,
      position: position,
      reference: reference
    )
  }

  static func result(
    _ name: String,
    _ violation: RunRecord.Violation,
    _ exchanges: [RunRecord.Exchange]
  ) -> RunRecord.Case {
    RunRecord.Case(
      id: CaseID(["pets", "pets.rename", name]),
      contract: "pets.rename",
      origin: .example,
      title: "A case",
      clauses: ["response/200/body"],
      verdict: .violates,
      rules: ["body-matches-schema"],
      violations: [violation],
      exchanges: exchanges
    )
  }

  static let inJSON = result(
    "json",
    violation(
      .body(InstancePath([.member("items"), .item(1), .member("id")])),
      "an integer",
      "string \"2\""
    ),
    [exchange(json)]
  )

  static let inXML = result(
    "xml",
    violation(
      .body(InstancePath([.element("Pets"), .element("Pet", number: 2), .element("Id")])),
      "an integer",
      "\"two\"",
      at: SourcePosition(byte: 212, line: 1, column: 213)
    ),
    [exchange(xml)]
  )

  static let inText = result(
    "text",
    violation(
      .body(),
      "well-formed JSON",
      "the letter x",
      at: SourcePosition(byte: 14, line: 3, column: 3)
    ),
    [exchange("{\n  \"id\": 1,\r\n  x\n}\n")]
  )

  static let twoReads = result(
    "two-reads",
    violation(
      .body(item: 0, of: "/items"),
      #"{"id":1,"name":"Rex","tags":["o… (300 characters), as in step 1 (first)"#,
      #"{"id":1,"name":"Rex","tags":["o… (300 characters)"#,
      step: 1,
      reference: Violation.Reference(
        step: 0,
        value: #"{"id":1,"name":"Rex","tags":["o… (300 characters)"#
      )
    ),
    [exchange(json, step: "first"), exchange(other, step: "second")]
  )

  static let all = [inJSON, inXML, inText, twoReads]

  /// A run in which exactly these cases are wrong.
  static func run(_ cases: [RunRecord.Case]) -> RunRecord {
    RunRecord(
      suites: [
        RunRecord.Suite(
          id: "pets",
          name: "Pets API",
          subject: "https://pets.example",
          contracts: [RunRecord.Endpoint(id: "pets.rename", summary: "Gives a pet another name.")],
          cases: cases,
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 1),
      version: "1.2.3"
    )
  }
}
