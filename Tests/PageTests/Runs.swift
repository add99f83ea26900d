import AccordModel
import AccordSchema

@testable import AccordReporting

/// Runs whose pages are opened in a browser.
enum Runs {
  /// Four cases of two endpoints: one conforms, one violates, one is warned of, one was skipped.
  static let mixed = run([
    makeCase("pets.list", "example", clauses: ["example/list"]),
    makeCase(
      "pets.list",
      "limit-too-large",
      clauses: ["parameter/limit/invalid"],
      verdict: .violates,
      violations: [violation(items(1, "age"), byte: 40, found: "string \"old\"")],
      body: #"{"items":[{"name":"Rex","age":7},{"age":"old"}]}"#
    ),
    makeCase(
      "pets.rename",
      "token-missing",
      clauses: ["header/x-token/missing"],
      violations: [violation(.status, byte: nil, level: .assumption, found: "400")],
      status: 400,
      body: "<Error><Code>7</Code><Text>Who &amp; why</Text></Error>"
    ),
    makeCase(
      "pets.rename",
      "unknown-pet",
      clauses: ["parameter/petId/unknown"],
      verdict: .skipped(reason: "There is no value for pets.pet."),
      exchanges: 0
    ),
  ])

  /// A run in which a server sends, wherever it can, what would take over a careless page.
  static let hostile = run([
    makeCase(
      "pets.list",
      "hostile",
      clauses: ["example/list"],
      verdict: .violates,
      violations: [violation(.body(), byte: 10, found: trap)],
      body: trap + String(repeating: "A", count: 1_048_576)
    ),
    makeCase("pets.list", "failed", verdict: .failed(reason: trap), body: trap),
  ])

  /// What closes elements, opens scripts, asks for pictures, and turns the direction of writing.
  static let trap = """
    --></pre></details></script></style></title></textarea><script>document.title='taken'</script>\
    <img src=http://127.0.0.1:9/picture onerror="document.title='taken'">\
    <svg onload="document.title='taken'"><a href="javascript:document.title='taken'">x</a>\
    <meta http-equiv=refresh content="0;url=http://127.0.0.1:9/away">\
    "onmouseover="document.title='taken' '\u{0}\u{8}\u{1B}[2J\u{9B}\u{202E}evil\u{2066}\u{200B}\
    &lt;b&gt;&#0;<![CDATA[ ]]>\r\n
    """

  /// Many cases of twenty endpoints, of which every tenth violates; no two answers are equal.
  static func many(_ cases: Int) -> RunRecord {
    run(
      (0..<cases).map { number in
        let endpoint = "shop.endpoint-\(number * 20 / cases)"
        let item = { (index: Int) in
          """
          {"id":"\(number)-\(index)","name":"Item \(index) of \(number)","price":\(index).50,\
          "tags":["a","b","c"],"stock":{"home":\(number),"away":null}}
          """
        }
        let count = number % 5 == 0 ? 24 : 4
        let body =
          "{\"items\":[\((0..<count).map(item).joined(separator: ","))],\"total\":\(count)}"
        let isBroken = number % 10 == 3
        return makeCase(
          endpoint,
          "case-\(number)",
          clauses: ["\(["header", "parameter", "body", "response"][number % 4])/x/\(number % 7)"],
          verdict: isBroken ? .violates : .conforms,
          violations: isBroken
            ? [violation(items(0, "price"), byte: 48, found: "number \(number)")] : [],
          status: [200, 400, 404][number % 3],
          body: body
        )
      }
    )
  }

  private static func run(_ cases: [RunRecord.Case]) -> RunRecord {
    var endpoints: [RunRecord.Endpoint] = []
    for result in cases {
      if endpoints.last?.id != result.contract {
        endpoints.append(RunRecord.Endpoint(id: result.contract, summary: "Does something useful."))
      }
      let last = endpoints.count - 1
      for id in result.clauses where !endpoints[last].promises.contains(where: { $0.id == id }) {
        let kind = Promise.Kind(rawValue: String(id.prefix { $0 != "/" })) ?? .response
        endpoints[last].promises.append(RunRecord.Promise(id: id, kind: kind))
      }
    }
    return RunRecord(
      suites: [
        RunRecord.Suite(
          id: "pets",
          name: "Pets",
          subject: "https://pets.example",
          contracts: endpoints,
          cases: cases,
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 1)
    )
  }

  private static func makeCase(
    _ contract: String,
    _ name: String,
    clauses: [String] = [],
    verdict: Verdict = .conforms,
    violations: [RunRecord.Violation] = [],
    status: Int = 200,
    body: String = #"{"items":[]}"#,
    exchanges: Int = 1
  ) -> RunRecord.Case {
    let request = RunRecord.Request(
      method: "PUT",
      url: "https://pets.example/\(contract)/v2?name=\(name)",
      fields: [
        Field("Host", "pets.example"), Field("Accept", "application/json"),
        Field("x-token", "$PETS_TOKEN"), Field("Content-Type", "application/json"),
      ],
      body: RunRecord.Content(Array(#"{"name":"\#(name)"}"#.utf8))
    )
    let response = RunRecord.Response(
      status: status,
      reason: "Reason",
      fields: [Field("Content-Type", "application/json"), Field("Server", "example")],
      body: RunRecord.Content(Array(body.utf8))
    )
    let exchange = RunRecord.Exchange(
      request: request,
      curl: "curl -i -X PUT '\(request.url)' -H \"x-token: $PETS_TOKEN\" --data-binary '{}'",
      response: response,
      timing: RunRecord.Timing(connect: 900, firstByte: 11_000, total: 12_345)
    )
    return RunRecord.Case(
      id: CaseID(["pets", contract, name]),
      contract: contract,
      origin: .wrongValue,
      title: "The case \(name) of \(contract).",
      clauses: clauses,
      verdict: verdict,
      rules: ["status-is-declared"],
      violations: violations,
      exchanges: Array(repeating: exchange, count: exchanges)
    )
  }

  private static func items(_ index: Int, _ member: String) -> Violation.Place {
    .body(InstancePath([.member("items"), .item(index), .member(member)]))
  }

  private static func violation(
    _ place: Violation.Place,
    byte: Int?,
    level: Violation.Level = .must,
    found: String
  ) -> RunRecord.Violation {
    RunRecord.Violation(
      rule: place == .status ? "error-name" : "body-matches-schema",
      level: level,
      clause: RunRecord.Clause(
        id: place == .status ? "header/x-token/missing" : "response/200/body",
        sentence: "A pet has a name and an age in years.",
        assumedBecause: level == .must ? nil : "The document does not say.",
        file: "Contracts/Pets/Pets.swift",
        line: 31
      ),
      place: place,
      expected: "an integer of at least 0",
      actual: found,
      position: byte.map { SourcePosition(byte: $0, line: 1, column: $0 + 1) }
    )
  }
}
