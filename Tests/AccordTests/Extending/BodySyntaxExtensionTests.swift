import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

/// Lines of a name, an equals sign and a value, as a team's own format of bodies.
struct Properties: BodySyntax {
  let name = "properties"

  func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue {
    var members: [LexicalMember] = []
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      guard !line.isEmpty else { continue }
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else {
        throw BodySyntaxError("a name, = and a value", found: "no =", atByte: start)
      }
      members.append(
        LexicalMember(
          name: String(decoding: line[..<sign], as: UTF8.self),
          value: .text(
            String(decoding: line[(sign + 1)...], as: UTF8.self),
            atByte: start + (sign - line.startIndex) + 1
          )
        )
      )
    }
    return .map(members, atByte: 0)
  }

  func write(_ value: JSON, as schema: Schema) throws -> [UInt8] {
    let lines = (value.members ?? []).map { "\($0.key)=\($0.value.string ?? $0.value.text())\n" }
    return Array(lines.joined().utf8)
  }
}

@Suite("A body format of a team's own")
struct BodySyntaxExtensionTests {
  static let properties = Format(
    "properties",
    .own(Properties()),
    mediaType: "text/x-java-properties"
  )

  static let settings = Schema.object([
    .required("host", .nonEmptyString), .required("port", .integer(in: 1...65_535)),
  ])

  static let suite = ContractSuite(
    "settings",
    name: "Settings",
    "Keeps settings.",
    formats: [properties],
    contracts: [
      Contract(
        "settings.get",
        "Returns the settings.",
        document: "settings.txt",
        effect: .readOnly,
        routes: [.get("/settings")],
        responses: [.status(.ok, .payload(settings))],
        examples: [.example("all")]
      ),
      Contract(
        "settings.put",
        "Changes the settings.",
        document: "settings.txt",
        routes: [.put("/settings")],
        body: .body(
          settings,
          in: ["properties"],
          malformed: .status(.badRequest),
          incomplete: .status(.unprocessableContent),
          invalid: .status(.unprocessableContent)
        ),
        responses: [.status(.noContent, .empty)],
        examples: [
          .example("a-host", body: ["host": "shop.example", "port": 80], changesState: true)
        ]
      ),
    ]
  )

  private static let mocked = ConformanceRun([.init(suite, against: .inProcessMock)])

  @Test func mockReadsAndWritesIt() async throws {
    #expect(Self.mocked.problems.map { "\($0)" } == [])
    let report = try await Self.mocked.report()
    let results = report.suites.flatMap(\.results)
    for result in results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations)"
      )
    }
    let ids = Set(results.map(\.testCase.id.description))
    let planned = [
      "body-malformed/empty", "body-malformed/truncated", "member-missing/port",
      "member-invalid/port/not-a-number",
    ]
    for id in planned { #expect(ids.contains("settings/settings.put/\(id)"), "\(ids.sorted())") }
  }

  @Test(arguments: [
    ("port=80\nhost=shop\n", []),
    (
      "host=shop\nport=eighty\n",
      [#"body-matches-schema response body /port 2:6 integer string "eighty""#]
    ),
    (
      "host=shop\n\nport 80\n",
      [
        "body-is-well-formed response body 3:1 well-formed properties: a name, = and a value no ="
      ]
    ),
    ("port=80", [#"body-matches-schema response body 1:1 a member "host" none"#]),
  ])
  func answersAreReadWithTheirPlaces(_ body: String, _ expected: [String]) async throws {
    let target = ConformanceRun.Target(
      Self.suite,
      at: try ServerAddress("http://settings.example"),
      over: InProcessTransport { request in
        let fields = [Field("Content-Type", "text/x-java-properties; charset=utf-8")]
        guard request.method == "GET" else { return .answered(Exchange.Response(status: 204)) }
        return .answered(
          Exchange.Response(status: 200, fields: fields, body: Array(body.utf8))
        )
      }
    )
    let report = try await ConformanceRun([target]).report()
    let result = try #require(report.suites.flatMap(\.results).first)
    #expect(result.testCase.id.description == "settings/settings.get/example/all")
    let found = result.judgement.violations.map { violation in
      let position = violation.position.map { "\($0.line):\($0.column)" } ?? "-"
      return
        "\(violation.rule) \(violation.place) \(position) \(violation.expected) \(violation.actual)"
    }
    #expect(found == expected)
  }

  /// Writes what it does not read.
  struct Broken: BodySyntax {
    let name = "broken"
    var separator = ":"

    func read(_ bytes: [UInt8]) throws(BodySyntaxError) -> LexicalValue {
      try Properties().read(bytes)
    }

    func write(_ value: JSON, as schema: Schema) throws -> [UInt8] {
      let members = (value.members ?? []).map(\.key)
      return Array(members.map { "\($0)\(separator)none\n" }.joined().utf8)
    }
  }

  @Test(arguments: [
    (
      ":",
      "It does not read what it writes of "
        + #"{"host":"text","port":1}: expected a name, = and a value, found no =."#
    ),
    (
      "=",
      #"What it writes of {"host":"text","port":1} it reads as another value. "#
        + #"At /port: expected integer, found string "none"."#
    ),
  ])
  func syntaxThatDoesNotReadWhatItWritesIsAProblem(_ separator: String, _ why: String) {
    let format = Format("broken", .own(Broken(separator: separator)), mediaType: "text/x-broken")
    var suite = Self.suite
    suite.formats = [format]
    suite.contracts = [suite.contracts[0]]
    let problems = ConformanceRun([.init(suite, against: .inProcessMock)]).problems
    #expect(
      problems.map { "\($0.evidence.message)" }
        == ["The syntax of the format \"broken\" cannot be used. \(why)"]
    )
  }

  @Test func documentShowsIt() throws {
    let plan = try #require(Self.mocked.plans.first)
    let markdown = LivingDocument(of: plan).markdown
    #expect(markdown.contains("host=shop.example\nport=80\n"))
    #expect(markdown.contains("For example, the answer in properties:"))
  }
}
