import Accord
import AccordModel
import AccordReporting
import Testing

@Suite("What contracts state stands beside each other in one request")
struct AtticTests {
  /// A caller, and how the server knows it.
  struct Caller: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var credential: Credential
    var environment: [String: String] = ["ATTIC_KEY": "k3y-0f-th3-att1c"]
    var guardian: @Sendable (Exchange.Request) -> Bool?

    static let all = [cookie, cookieField, query, signed]

    static let cookie = Caller(
      testDescription: "a cookie",
      credential: .token("ATTIC_KEY", in: .cookie("sid"))
    ) { request in
      AtticServer.cookies(of: request)["sid"].map { $0 == "k3y-0f-th3-att1c" }
    }

    static let cookieField = Caller(
      testDescription: "a field that is a cookie",
      credential: .token("ATTIC_KEY", in: .header("Cookie", "sid={token}")),
      guardian: cookie.guardian
    )

    static let query = Caller(
      testDescription: "a parameter of the query",
      credential: .token("ATTIC_KEY", in: .query("size_key"))
    ) { request in
      VaultServer.query(of: request).first { $0.0 == "size_key" }.map { $0.1 == "k3y-0f-th3-att1c" }
    }

    static let signature = AWSSignature(
      region: "us-east-1",
      service: "s3",
      keyID: "ATTIC_ID",
      secret: "ATTIC_KEY"
    )

    static let signed = Caller(
      testDescription: "a signature",
      credential: .signed(by: signature),
      environment: [
        "ATTIC_ID": "AKIDEXAMPLE", "ATTIC_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE",
      ]
    ) { request in
      signature.verifies(
        request,
        with: CredentialValues([
          "ATTIC_ID": "AKIDEXAMPLE", "ATTIC_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE",
        ])
      )
    }
  }

  private static let variations = [nil] + AtticServer.Variation.allCases.map(Optional.some)

  private static func report(
    _ caller: Caller,
    _ server: AtticServer,
    at address: String = "http://attic.example",
    next: Relation.Pages.Next = Attic.next
  ) async throws -> Report {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(caller.environment)
    settings.clock = { Moment(parsing: "2024-02-29T12:00:00Z") }
    let target = ConformanceRun.Target(
      Attic.suite(caller.credential, next: next),
      at: try ServerAddress(address),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    let run = ConformanceRun([target], settings: settings)
    #expect(run.problems.map { "\($0)" } == [])
    return try await run.report()
  }

  private static func wrong(_ report: Report) -> [String] {
    report.suites.flatMap(\.results).filter { $0.judgement.verdict != .conforms }.map { result in
      let found = result.judgement.violations.map {
        "\($0.rule) \($0.place): expected \($0.expected), found \($0.actual)"
      }.joined(separator: "; ")
      let words = found.isEmpty ? "\(result.judgement.verdict)" : found
      return "\(result.testCase.id.description.dropFirst(6)): \(words)"
    }
  }

  @Test(arguments: Caller.all)
  func mockKeepsTheContracts(_ caller: Caller) async throws {
    let notKept = try await Attic.suite(caller.credential).rehearse().map(\.description)
    #expect(notKept == [])
    let linked = try await Attic.suite(caller.credential, next: .link()).rehearse()
    #expect(linked.map(\.description) == [])
  }

  @Test(arguments: Caller.all, variations)
  func rightServerConforms(_ caller: Caller, _ variation: AtticServer.Variation?) async throws {
    let server = AtticServer(variation: variation, guardian: caller.guardian)
    let found = Self.wrong(try await Self.report(caller, server))
    #expect(found == [])
  }

  @Test(
    "Links are followed on the server that they name by its Host",
    arguments: [
      "http://attic.example", "unix:/run/attic.sock",
    ],
    variations
  )
  func linksAreFollowed(_ address: String, _ variation: AtticServer.Variation?) async throws {
    var server = AtticServer(variation: variation, guardian: Caller.query.guardian)
    server.links = true
    let right = try await Self.report(.query, server, at: address, next: .link())
    let wrong = Self.wrong(right)
    #expect(wrong == [])
    for (fault, rule) in [
      (AtticServer.Fault.repeatsBox, "boxes.list/relation/pages: pages-hold-all"),
      (.losesBox, "boxes.list/relation/pages: pages-hold-all"),
      (.otherBox, "boxes.add/relation/location: location-leads"),
    ] {
      server.fault = fault
      let found = Self.wrong(try await Self.report(.query, server, at: address, next: .link()))
      #expect(found.count == 1 && found.first?.hasPrefix(rule) == true, "\(found)")
    }
  }

  @Test("What is said of content that is left out for its secrets is said of what was sent")
  func contentThatIsLeftOut() async throws {
    for (variation, fault, words) in [
      (nil, AtticServer.Fault.longPicture, "found 200 bytes"),
      (AtticServer.Variation.packed, .brokenPacking, "found bytes that end too soon"),
    ] {
      let server = AtticServer(
        variation: variation,
        fault: fault,
        guardian: Caller.cookie.guardian
      )
      let found = Self.wrong(try await Self.report(.cookie, server))
      let picture = found.first { $0.hasPrefix("labels.get/example/") }
      #expect(picture?.contains(words) == true, "\(found)")
    }
  }

  @Test(arguments: ["http://attic.example/boxes?a b", "/boxes?a b", "/boxes/\u{7}"])
  func linksThatAreNoneAreFound(_ link: String) async throws {
    var server = AtticServer(guardian: Caller.cookie.guardian)
    server.links = true
    let right = server
    let target = ConformanceRun.Target(
      Attic.suite(Caller.cookie.credential, next: .link()),
      at: try ServerAddress("http://attic.example"),
      over: InProcessTransport { request in
        var response = right.answer(request)
        for index in response.fields.indices where response.fields[index].name == "Link" {
          response.fields[index].value = "<\(link)>; rel=next"
        }
        return .answered(response)
      }
    )
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(Caller.cookie.environment)
    let found = Self.wrong(try await ConformanceRun([target], settings: settings).report())
    #expect(
      found.count == 1
        && found[0].hasPrefix(
          "boxes.list/relation/pages: pages-hold-all response header Link: expected a URI reference"
        ),
      "\(found)"
    )
  }

  @Test func pagesThatLeadElsewhereAreNotSaidToBeLost() async throws {
    var server = AtticServer(guardian: Caller.cookie.guardian)
    (server.links, server.elsewhere) = (true, "https://public.example")
    let found = Self.wrong(try await Self.report(.cookie, server, next: .link()))
    #expect(
      found == [
        """
        boxes.list/relation/pages: skipped(reason: "pages-hold-all: Link next of step 1 (page 1) leads \
        to another server, which is not asked: https://public.example/boxes?limit=2&after=2.")
        """,
        """
        boxes.add/relation/location: skipped(reason: "location-leads: Location leads to another server, \
        which is not asked: https://public.example/boxes/9.")
        """,
      ]
    )
  }

  @Test(
    arguments: Caller.all,
    [
      (AtticServer.Fault.losesBox, ["boxes.list/relation/pages: pages-hold-all"]),
      (.repeatsBox, ["boxes.list/relation/pages: pages-hold-all"]),
      (.otherBox, ["boxes.add/relation/location: location-leads"]),
      (.readsAnything, ["boxes.add/body-unsupported: wrong-request-is-refused"]),
    ]
  )
  func wrongServerIsFound(
    _ caller: Caller,
    _ fault: (AtticServer.Fault, [String])
  ) async throws {
    for variation in [nil, AtticServer.Variation.packed] {
      let server = AtticServer(variation: variation, fault: fault.0, guardian: caller.guardian)
      let found = Self.wrong(try await Self.report(caller, server))
      #expect(found.count == fault.1.count, "\(found)")
      #expect(zip(found, fault.1).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }
  }

  @Test(arguments: Caller.all)
  func reportsHideSecretsAndAreReadAgain(_ caller: Caller) async throws {
    let server = AtticServer(variation: .packed, guardian: { _ in true })
    let target = ConformanceRun.Target(
      Attic.suite(caller.credential),
      at: try ServerAddress("unix:/run/attic.sock"),
      over: InProcessTransport { request in
        var response = server.answer(request)
        response.fields.append(Field("Location", "/x?key=\(request.target)"))
        for field in request.fields {
          response.fields.append(Field("Link", "</a?\(field.value)>; rel=next"))
          response.fields.append(Field("Set-Cookie", "\(field.value); Path=/"))
        }
        response.body = GZIP.stored(
          Array((request.target + request.fields.map(\.value).joined()).utf8)
        )
        response.fields.append(Field("Content-Encoding", "gzip"))
        return .answered(response)
      }
    )
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(caller.environment)
    settings.clock = { Moment(parsing: "2024-02-29T12:00:00Z") }
    let report = try await ConformanceRun([target], settings: settings).report()
    let json = try #require(ReportFormats.all.first { $0.name == "json" }).text(for: report)
    #expect(try RunRecord(reading: Array(json.utf8)).text(in: .json) == json)
    let secret = try #require(caller.environment["ATTIC_KEY"])
    for format in ReportFormats.all {
      let text = format.text(for: report)
      #expect(!text.contains(secret), "\(format.name)")
      #expect(!text.contains(PercentEncoding.encode(secret)), "\(format.name)")
    }
  }
}

@Suite("Tokens are read out of answers in gzip")
struct PackedTokenTests {
  private static let callers = [VaultCaller.login, .client]

  @Test(arguments: callers)
  func rightServerConforms(_ caller: VaultCaller) async throws {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(caller.environment)
    let server = caller.server(nil)
    let target = ConformanceRun.Target(
      Vault.suite(caller.credential),
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { request in
        var response = server.answer(request)
        response.body = GZIP.stored(response.body)
        response.fields.append(Field("Content-Encoding", "gzip"))
        return .answered(response)
      }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }
}
