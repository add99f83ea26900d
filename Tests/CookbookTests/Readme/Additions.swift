import Accord
import AccordCommand

/// What a team adds, as the README shows it.
enum Additions {
  static func main() async {
    await ConformanceCommand.main(
      suites: [suite],
      extensions: Extensions(
        rules: [AnswersAreTraced()],
        origins: [ProxiedRequests()],
        reports: [ChatFormat()],
        transport: { suite, address in try GatewayTransport(to: address) }  // nil: the usual one
      )
    )
  }

  static let suite = ContractSuite(
    "shop",
    name: "A shop",
    "Sells lamps.",
    folder: "Tests/CookbookTests/Readme",
    credential: .clientCredentials(token: "/oauth/token", id: "SHOP_ID", secret: "SHOP_SECRET"),
    roles: ["reader": .token("READER_KEY", in: .query("api_key"))],
    contracts: [add]
  )

  static let add = Contract(
    "orders.add",
    "Orders an article.",
    document: "shop.txt",
    effect: .changesState,
    routes: [.post("/orders")],
    credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized)),
    body: .body(.object([.required("article", .nonEmptyString)])),
    responses: [.status(.noContent, .empty)],
    examples: [
      .example("a-lamp", body: ["article": "lamp"], changesState: true),
      .example(
        "not-by-readers",
        as: "reader",
        body: ["article": "lamp"],
        expect: .refusal(.status(.forbidden))
      ),
    ]
  )
}

struct AnswersAreTraced: ConformanceRule {
  let id = "answers-are-traced"
  let sentence = "Every answer names the trace that it belongs to."

  func check(_ answer: AnsweredRequest) -> RuleFinding {
    guard answer.response.fields.values(of: "Traceparent").isEmpty else { return .satisfied }
    return .broken(at: .header("Traceparent"), expected: "the field Traceparent", actual: "none")
  }
}

struct ChatFormat: ReportFormat {
  let name = "chat"
  let fileName = "chat.txt"

  func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    for result in run.suites.flatMap(\.cases) where result.verdict == .violates {
      output.write("\(result.id): \(result.violations.map(\.rule).joined(separator: ", "))\n")
    }
  }
}

private func hasRightCheckDigit(_ text: String) -> Bool {
  let digits = text.compactMap(\.wholeNumberValue)
  let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
  return digits.count == 13 && sum % 10 == 0
}

extension StringFormat {
  static let isbn = StringFormat(
    "isbn",
    "an ISBN",
    samples: ["978-3-16-148410-0"],
    counterexamples: ["978-3-16-148410-1"]
  ) { text in hasRightCheckDigit(text) }
}

enum Books {
  static let book = Schema.object([.required("isbn", .format(.isbn))])
}

/// What the command line does, in Swift, as the README shows it.
enum CommandLineInSwift {
  static func verify(_ suite: ContractSuite) async throws {
    let server = try await Mock([suite]).start()  // accord mock
    let settings = ConformanceRun.Settings(selection: Selection(cases: ["*/v2/*"]))
    let run = ConformanceRun([.init(suite, against: .server(server.address))], settings: settings)
    let report = try await run.report()  // accord verify
    try report.write(.junit, to: "Reports/junit.xml")
    print(report.text(in: .markdown), report.coverage.figure.percent)
    await server.stop()
  }

  static func inspect(
    _ suite: ContractSuite,
    _ report: Report,
    _ bytes: [UInt8]
  ) throws {
    for problem in suite.lint() { print(problem) }  // accord lint
    let cases = suite.plan().cases  // accord list
    print(cases.count)
    let before = try RunRecord(reading: bytes)  // what --report json wrote
    print(RunComparison(from: before, to: report.record).text(in: .markdown))  // accord diff
    print(LivingDocument(of: suite.plan()).markdown)  // accord document
  }

  static func changes(_ suite: ContractSuite, since old: [UInt8]) throws -> ContractChanges {
    let changes = ContractChanges(
      from: try ContractRecord(parsing: old),
      to: ContractRecord(of: [suite])
    )
    return changes
  }
}

struct ProxiedRequests: CaseOrigin {
  let id = "proxied"

  func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
    contract.drafts(in: suite).map { draft in
      var draft = draft
      draft.setHeader("X-Forwarded-For", to: "203.0.113.7")
      return draft.answered("proxied", "A request through a proxy is answered as documented.")
    }
  }
}

/// A transport of the team's own, through which nothing is found.
struct GatewayTransport: Transport {
  init(to address: ServerAddress) throws {}

  func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
    Exchange(request: request, outcome: .answered(Exchange.Response(status: 404)))
  }

  func shutdown() async {}
}
