import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization

@testable import AccordRunning

/// A small suite for the tests of running.
enum Shop {
  static let order = Given.given("order", .integer, "An order that is open.")

  static let parcel = Given.given(
    "parcel",
    fields: [.init("id", .integer), .init("code", .string)],
    "A parcel with its code.",
    discovery: Given.Discovery(
      "listParcels",
      RequestTemplate(
        .get,
        [.text("/parcels")],
        query: ["order": .given("order")],
        fields: [.init("Authorization", .credential)]
      ),
      list: "/parcels",
      members: ["/number", "/code"],
      suitable: .object([.required("open", .constant(true))])
    )
  )

  static let suite = ContractSuite(
    "shop",
    name: "Shop",
    "Sells things.",
    credential: Credential(
      header: "Authorization",
      template: "Bearer {token}",
      variable: "SHOP_TOKEN",
      login: Credential.Login(
        request: RequestTemplate(
          .post,
          [.text("/login")],
          fields: [.init("Content-Type", .value("application/x-www-form-urlencoded"))],
          body: .form(["email": .given("email"), "password": .given("password")])
        ),
        userVariable: "SHOP_EMAIL",
        passwordVariable: "SHOP_PASSWORD",
        token: .header("X-Token"),
        expiry: .header("X-Expires")
      )
    ),
    givens: [order, parcel],
    contracts: []
  )

  static let rule = ResponseRule.status(.ok, .unspecified)

  /// What a wrong request gets.
  static let refusal = Case.Expectation.Outcome.refusal(.error("Wrong"), because: "is wrong")

  /// A request with the credential.
  static func protected(_ path: String) -> RequestTemplate {
    RequestTemplate(.get, [.text(path)], fields: [.init("Authorization", .credential)])
  }

  /// The suite, whose look-up is declared to have an effect.
  static func suite(lookUp effect: Effect?) -> ContractSuite {
    var suite = suite
    suite.givens[1].discovery?.effect = effect
    return suite
  }

  static func testCase(
    _ name: String,
    _ request: RequestTemplate,
    consumes: [String] = [],
    risks: [String] = [],
    access: Case.Access = .reads,
    expecting outcome: Case.Expectation.Outcome = .success(rule)
  ) -> Case {
    Case(
      id: CaseID(["shop", "orders", name]),
      suite: "shop",
      contract: "orders",
      origin: .example,
      title: name,
      steps: [Case.Step(name, request, expecting: Case.Expectation(outcome), of: "orders")],
      clauses: [],
      consumes: consumes,
      risks: risks,
      access: access
    )
  }
}

/// A server in process that remembers what it was asked.
final class RecordingServer: Sendable {
  private let state = Mutex<[Exchange.Request]>([])
  private let answer: @Sendable (Exchange.Request, Int) -> Exchange.Outcome

  init(_ answer: @escaping @Sendable (Exchange.Request, Int) -> Exchange.Outcome) {
    self.answer = answer
  }

  var requests: [Exchange.Request] { state.withLock { $0 } }

  var transport: InProcessTransport {
    InProcessTransport { [self] request in
      let count = state.withLock { requests in
        requests.append(request)
        return requests.count
      }
      return answer(request, count)
    }
  }
}

extension Exchange.Outcome {
  /// An answer without a body.
  static func status(_ status: Int, fields: [Field] = []) -> Exchange.Outcome {
    .answered(Exchange.Response(status: status, fields: fields))
  }

  static func ok(_ body: String = "", fields: [Field] = []) -> Exchange.Outcome {
    .answered(Exchange.Response(status: 200, fields: fields, body: Array(body.utf8)))
  }
}

/// What became of cases, by their names.
actor Outcomes {
  private(set) var list: [(index: Int, run: CaseRun)] = []
  private let found = Mutex<[GivenShortage]>([])

  /// Of which live data there was too little.
  nonisolated var shortages: [GivenShortage] {
    get { found.withLock { $0 } }
    set { found.withLock { $0 = newValue } }
  }

  func add(_ index: Int, _ run: CaseRun) { list.append((index, run)) }

  func run(at index: Int) -> CaseRun? { list.first { $0.index == index }?.run }

  /// What became of every case in a word, with the reason where there is one, in the order told.
  var words: [String] {
    list.map { entry in
      switch entry.run {
      case .exchanged(let exchanges):
        exchanges.map { "\($0.response?.status ?? 0)" }.joined(separator: ",")
      case .skipped(let reason): "skipped: \(reason)"
      case .failed(let reason, _): "failed: \(reason)"
      case .notRun(let reason): "not run: \(reason)"
      }
    }
  }
}

func runCases(
  _ cases: [Case],
  of suite: ContractSuite = Shop.suite,
  on transport: any Transport,
  environment: [String: String] = ["SHOP_TOKEN": "s3cret"],
  givens: GivenValues = GivenValues(),
  jobs: Int = 4,
  rate: Double? = nil,
  isReadOnly: Bool = false,
  reading: AnswerReading = AnswerReading(),
  interruption: Interruption = Interruption(),
  time: TestTime = TestTime(),
  onSecret: @escaping @Sendable (Secret) -> Void = { _ in }
) async throws -> Outcomes {
  let outcomes = Outcomes()
  var settings = ExchangeRunner.Settings(jobs: jobs, seed: 7, isReadOnly: isReadOnly)
  settings.now = { time.now }
  let runner = ExchangeRunner(
    suite: suite,
    address: try ServerAddress("http://shop.example/base"),
    transport: transport,
    environment: EnvironmentVariables(environment),
    provided: givens,
    pace: Pace(rate: rate),
    settings: settings,
    reading: reading,
    interruption: interruption,
    onSecret: onSecret
  )
  outcomes.shortages = await runner.run(cases) { index, run in await outcomes.add(index, run) }
  return outcomes
}
