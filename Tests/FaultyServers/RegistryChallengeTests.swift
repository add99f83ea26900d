import Accord
import AccordSchema
import AccordWire
import Synchronization
import Testing

@Suite(
  "The challenges of a registry that others wrote are answered",
  .enabled(if: RegistryProcess.isInstalled, "docker-registry is not installed.")
)
struct RegistryChallengeTests {
  private static let caller = CredentialRule.required(missing: .error("UNAUTHORIZED"))

  private static let suite = ContractSuite(
    "registry",
    name: "Registry",
    "Keeps images.",
    credential: .bearerChallenge(user: "REGISTRY_USER", password: "REGISTRY_PASSWORD"),
    errors: ErrorCatalogue(
      entries: [
        .entry("UNAUTHORIZED", statuses: .exactly(.unauthorized)),
        .entry("NAME_UNKNOWN", statuses: .exactly(.notFound)),
      ],
      places: [.listedName("/errors", member: "code")],
      schemas: [
        .object([.required("errors", .array(of: .object([.required("code", .nonEmptyString)])))])
      ]
    ),
    contracts: [base, start, tags]
  )

  private static let base = Contract(
    "base",
    "Says that it speaks the protocol.",
    document: "registry.txt",
    effect: .readOnly,
    routes: [.get("/v2/")],
    credential: caller,
    responses: [.status(.ok, .payload(.any))],
    errors: [.named("UNAUTHORIZED", .byRequest)],
    examples: [.example("any")]
  )

  private static let start = Contract(
    "uploads.start",
    "Begins to take a blob.",
    document: "registry.txt",
    effect: .changesState,
    routes: [.post("/v2/library/alpine/blobs/uploads/")],
    credential: caller,
    responses: [.status(.accepted, .empty, headers: [.required("Location", .nonEmptyString)])],
    errors: [.named("UNAUTHORIZED", .byRequest)],
    examples: [.example("a-blob", changesState: true)]
  )

  private static let tags = Contract(
    "tags.list",
    "Returns the tags of a repository, of which there is none.",
    document: "registry.txt",
    effect: .readOnly,
    routes: [.get("/v2/library/alpine/tags/list")],
    credential: caller,
    responses: [.status(.ok, .payload(.any))],
    errors: [.named("NAME_UNKNOWN", .byExample)],
    examples: [.example("never-pushed", expect: .refusal(.error("NAME_UNKNOWN")))]
  )

  @Test func tokensAreGotFromTheRealmThatTheRegistryNames() async throws {
    let asked = Mutex<[String]>([])
    let issuer = try await WireServer.start { request in
      asked.withLock { $0.append("\(request.method) \(request.targetText)") }
      return .response(
        status: 200,
        fields: [WireField("Content-Type", "application/json")],
        body: Array(#"{"token":"t0k3n"}"#.utf8)
      )
    }
    let registry = try RegistryProcess(realm: "http://127.0.0.1:\(issuer.port)/token")
    defer { registry.stop() }
    let address = try ServerAddress("http://127.0.0.1:\(registry.port)")
    try await waitUntilItAnswers(address)
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables([
      "REGISTRY_USER": "keeper", "REGISTRY_PASSWORD": "w0rd",
    ])
    settings.jobs = 1
    let run = ConformanceRun([.init(Self.suite, against: .server(address))], settings: settings)
    let verdicts = try await run.report().results.map {
      "\($0.testCase.id) \($0.judgement.verdict)"
    }
    #expect(
      verdicts == [
        "registry/base/credential-missing conforms", "registry/base/example/any conforms",
        "registry/uploads.start/credential-missing conforms",
        "registry/uploads.start/example/a-blob conforms",
        "registry/tags.list/example/never-pushed conforms",
      ]
    )
    let calls = asked.withLock { $0 }
    let pull = "scope=repository%3Alibrary%2Falpine%3Apull"
    #expect(
      Set(calls) == [
        "GET /token?service=registry.example", "GET /token?service=registry.example&\(pull)",
        "GET /token?service=registry.example&\(pull)&scope=repository%3Alibrary%2Falpine%3Apush",
      ]
    )
    await issuer.shutdown(grace: .milliseconds(10))
  }

  private func waitUntilItAnswers(_ address: ServerAddress) async throws {
    let transport = try HTTPTransport(
      address,
      settings: ConnectionSettings(),
      environment: EnvironmentVariables([:])
    )
    for _ in 0..<100 {
      let request = Exchange.Request(
        origin: address.origin,
        method: "GET",
        target: "/v2/",
        fields: [Field("Host", address.authority)]
      )
      if await transport.exchange(request, isIdempotent: true).response != nil { break }
      try await Task.sleep(for: .milliseconds(100))
    }
    await transport.shutdown()
  }
}
