import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// A secret that became known after a case was recorded is taken out of its record.
struct RecordRedactionTests {
  private static let redactor = Redactor(
    secrets: [Secret("tok-9f8e7d6c", placeholder: "$PETS_TOKEN")],
    credentialFields: ["X-Token"]
  )

  private static func exchange(_ token: String, body: String = "") -> Exchange {
    Exchange(
      request: Exchange.Request(
        origin: "https://pets.example",
        method: "POST",
        target: "/pets?t=\(token)",
        fields: [
          Field("Host", "pets.example"), Field("X-Token", token),
          Field("Content-Type", "application/json"),
        ],
        body: Array("{\"t\":\"\(token)\"\(body)}".utf8)
      ),
      outcome: .answered(
        Exchange.Response(
          status: 200,
          reason: "OK \(token)",
          fields: [Field("X-Seen", token)],
          body: Array("{\"seen\":\"\(token)\"\(body)}".utf8),
          trailers: [Field("X-End", token)],
          interim: [.init(status: 103, fields: [Field("Link", token)])],
          surplus: Array(token.utf8)
        )
      )
    )
  }

  private static func record(_ exchange: Exchange, _ token: String) -> RunRecord.Case {
    var violation = Differences.violation(.header("X-\(token)"), "not \(token)", "\(token)")
    violation.hint = "see \(token)"
    violation.reference = Violation.Reference(step: 0, value: token)
    var result = Differences.result(
      "late",
      violation,
      [RunRecord.Exchange(exchange, step: "read", expanding: ["PETS_TOKEN"])]
    )
    result.notChecked = ["because of \(token)"]
    result.verdict = .failed(reason: "no \(token)")
    result.cause = ExchangeFailure(.reset, "no \(token)")
    return result
  }

  @Test
  func itIsAsIfItHadBeenKnownBefore() {
    let exchange = Self.exchange("tok-9f8e7d6c")
    let late = Self.redactor.redact(
      Self.record(exchange, "tok-9f8e7d6c"),
      expanding: ["PETS_TOKEN"]
    )
    #expect(late == Self.record(Self.redactor.redact(exchange), "$PETS_TOKEN"))
    #expect(late.exchanges[0].curl.contains("-H 'X-Token: '\"$PETS_TOKEN\" "))
  }

  @Test
  func whatHoldsNoSecretStaysAsItIs() {
    for (_, run) in Runs.all {
      for result in run.suites.flatMap(\.cases) {
        // What is no text is left out, once.
        let redacted = Self.redactor.redact(result, expanding: Pets.suite.secretVariables)
        #expect(Self.redactor.redact(redacted, expanding: Pets.suite.secretVariables) == redacted)
        #expect(redacted.violations == result.violations)
      }
    }
  }

  @Test
  func whatIsKeptOfLongBodiesIsSearched() {
    let long = ",\"a\":\"" + String(repeating: "a,", count: 50_000) + "tok-9f8e7d6c\""
    let exchange = Self.exchange("tok-9f8e7d6c", body: long)
    var violation = Differences.violation(.body(), "short", "long")
    violation.position = .init(byte: 100_025, line: 1, column: 100_026)
    var record = Self.record(exchange, "")
    record.exchanges = [
      RunRecord.Exchange(exchange, step: nil, expanding: ["PETS_TOKEN"], [violation])
    ]
    #expect(record.exchanges[0].response?.body.passages.count == 1)
    let late = Self.redactor.redact(record, expanding: ["PETS_TOKEN"])
    let text = late.exchanges.json.text()
    #expect(!text.contains("9f8e7d6c"))
    #expect(text.contains("\"passages\""))
    #expect(
      late.exchanges[0].curl.hasSuffix(
        "@BODY  # \(exchange.request.body.count) bytes, see report.json"
      )
    )
    #expect(late.exchanges[0].request.body.length == exchange.request.body.count)
  }
}
