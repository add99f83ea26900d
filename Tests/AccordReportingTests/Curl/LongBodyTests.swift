import AccordModel
import Testing

@testable import AccordReporting

/// A body that is no line stands beside the command, and whole where one case is shown.
@Suite struct LongBodyTests {
  private func request(_ body: String) -> Exchange.Request {
    Exchange.Request(
      origin: "https://pets.example",
      method: "POST",
      target: "/pets",
      fields: [Field("Accept", "*/*"), Field("Content-Type", "application/json")],
      body: Array(body.utf8)
    )
  }

  private static let long = #"{"name":""# + String(repeating: "Rex", count: 40) + #""}"#

  private var result: RunRecord.Case {
    var result = RunRecord(Runs.mixed).suites[0].cases[2]
    let exchange = Exchange(request: request(Self.long), outcome: Runs.exchange.outcome)
    result.exchanges = [RunRecord.Exchange(exchange, step: nil, expanding: [])]
    return result
  }

  @Test func onlyALongBodyIsLeftOut() {
    #expect(CurlCommand(request("")).withoutBody == nil)
    #expect(CurlCommand(request(String(repeating: "a", count: 78))).withoutBody == nil)
    for body in [String(repeating: "a", count: 79), String(repeating: "\u{0}", count: 30)] {
      #expect(
        CurlCommand(request(body)).withoutBody == """
          curl -i -X POST 'https://pets.example/pets' -H 'Accept: */*' \
          -H 'Content-Type: application/json' --data-binary @BODY
          """
      )
    }
    // Such a command leaves its body out as it is.
    #expect(CurlCommand(request(String(repeating: "a", count: 8_193))).withoutBody == nil)
  }

  @Test func aReportHasItsBeginningAndTheWayToTheRest() {
    let text = TerminalFormat().details(of: result)
    #expect(
      text.contains(
        """
          try       curl -i -X POST 'https://pets.example/pets' -H 'Accept: */*' \
        -H 'Content-Type: application/json' --data-binary @BODY
          BODY      {"name":"\(String(repeating: "Rex", count: 23))Re… (131 bytes; `accord show \
        pets/pets.rename/v2/header-missing/x-token` shows the command with them)

        """
      )
    )
    #expect(TAPFormat().text(for: Differences.run([result])).contains("      BODY: \"{"))
  }

  @Test func oneCaseIsShownWhole() {
    let text = TerminalFormat().text(of: result)
    #expect(text.contains("--data-binary '\(Self.long)'\n"))
    #expect(!text.contains("@BODY"))
  }
}
