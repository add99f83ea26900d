import AccordModel
import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

struct JUnitDialectTests {
  private static let gitlab = JUnitGitLabFormat()
  private static let surefire = JUnitSurefireFormat()

  @Test
  func goldenOfKnownViolations() throws {
    try expectGolden(JUnitFormat().text(for: Runs.known), "junit-known.xml")
  }

  @Test
  func goldenOfGitLab() throws {
    try expectGolden(Self.gitlab.text(for: Runs.known), "junit-gitlab.xml")
  }

  @Test
  func goldenOfSurefire() throws {
    let files = try #require(Self.surefire.files(for: Runs.known, at: "out"))
    #expect(files.map(\.path) == ["out/TEST-pets.pets.rename.xml", "out/TEST-baseline.xml"])
    let text = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    try expectGolden(text, "junit-surefire.xml")
  }

  @Test(
    .enabled(
      if: PublicSchemas.xmllint != nil && PublicSchemas.folder != nil,
      "xmllint or the public schemas (ACCORD_JUNIT_SCHEMAS) are not there."
    ),
    arguments: Runs.all.indices
  )
  func xmllintAgrees(_ index: Int) throws {
    let run = Runs.all[index].run
    for file in try #require(Self.surefire.files(for: run, at: "out")) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(try PublicSchemas.validate(text, against: "surefire-test-report.xsd") == "")
    }
    for schema in ["jenkins-junit-10.xsd", "ant-junit.xsd"] {
      let text = JUnitFormat().text(for: run)
      #expect(try PublicSchemas.validate(text, against: schema) == "")
    }
  }

  @Test(.enabled(if: Peers.python != nil, Peers.absence))
  func junitparserReadsAllDialectsBack() throws {
    let script = """
      import sys, glob
      from junitparser import JUnitXml, Failure, Error, Skipped
      from junitparser.xunit2 import JUnitXml as Surefire, FlakyFailure, RerunFailure
      for name in sorted(glob.glob("*.xml")):
          xml = (Surefire if name.startswith("TEST") else JUnitXml).fromfile(name)
          suites = [xml] if xml._tag == "testsuite" else list(xml)
          cases = [case for suite in suites for case in suite]
          for suite in suites:
              counted = [suite.tests, suite.failures, suite.errors, suite.skipped]
              suite.update_statistics()
              if counted != [suite.tests, suite.failures, suite.errors, suite.skipped]:
                  print(name, "counts", counted)
          results = [r for case in cases for r in case.result]
          count = lambda kind: sum(isinstance(r, kind) for r in results)
          names = {(case.classname, case.name) for case in cases}
          print(name, len(cases), len(names), count(Failure), count(Error), count(Skipped))
      """
    func file(_ name: String, _ format: some ReportFormat) -> (name: String, bytes: [UInt8]) {
      (name, Array(format.text(for: Runs.known).utf8))
    }
    var files = [file("default.xml", JUnitFormat()), file("gitlab.xml", Self.gitlab)]
    for surefire in try #require(Self.surefire.files(for: Runs.known, at: "out")) {
      files.append((String(surefire.path.dropFirst(4)), surefire.bytes))
    }
    files.append(("hostile.xml", Array(Self.gitlab.text(for: Hostile.report).utf8)))
    #expect(
      try Peers.run(script, files) == """
        TEST-baseline.xml 2 2 1 0 1
        TEST-pets.pets.rename.xml 10 10 2 2 4
        default.xml 12 12 3 2 5
        gitlab.xml 12 12 3 2 5
        hostile.xml 5 5 1 2 2

        """
    )
  }

  @Test
  func longAndBinaryBodiesAreAttachments() throws {
    var report = Runs.mixed
    let long = String(repeating: "x", count: 1_001)
    var exchange = Runs.exchange
    exchange.outcome = .answered(Exchange.Response(status: 200, body: Array(long.utf8)))
    report.suites[0].results[1].exchanges = [exchange]
    let files = try #require(Self.gitlab.files(for: RunRecord(report), at: "reports/j.xml"))
    #expect(
      files.map(\.path) == [
        "reports/j.xml",
        "reports/attachments/1-1-pets-pets.rename-v1-header-missing-x-token.txt",
        "reports/attachments/2-1-pets-pets.rename-v1-body-malformed-cut.bin",
      ]
    )
    #expect(files[1].bytes == Array(long.utf8))
    #expect(files[2].bytes == [0x7B, 0xFF, 0x00])
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    for file in files.dropFirst() { #expect(text.contains("\n[[ATTACHMENT|\(file.path)]]\n")) }
    #expect(text.contains("… (1 more characters)"))
  }

  @Test
  func noDialectIsHeldInMemoryWhole() throws {
    var report = Runs.mixed
    let results = report.suites[0].results
    report.suites[0].results = (0..<300).flatMap { _ in results }
    let run = RunRecord(report)
    for format in [Self.gitlab, Self.surefire] as [any ReportFormat] {
      let files = try #require(format.files(for: run, at: "out/report"))
      let first = try #require(files.first)
      #expect(first.bytes.count > 1 << 17, "\(format.name)")
      #expect(first.pieces.count > 1, "\(format.name)")
      #expect((first.pieces.max() ?? 0) < first.bytes.count / 2, "\(format.name)")
    }
  }

  @Test
  func aServerCannotNameAnAttachment() {
    var report = Runs.mixed
    let text = "[[ATTACHMENT|/etc/passwd]]"
    var exchange = Runs.exchange
    exchange.outcome = .answered(Exchange.Response(status: 200, body: Array(text.utf8)))
    report.suites[0].results[1].exchanges = [exchange]
    report.suites[0].results[1].judgement.violations[0].actual = text
    for format in [JUnitFormat(), Self.gitlab, Self.surefire] as [any ReportFormat] {
      #expect(!format.text(for: report).contains("[[ATTACHMENT"), "\(format.name)")
    }
  }

  @Test(arguments: [
    ("pets.rename", "pets.rename"), ("../../etc", "-etc"), ("..", "-"), ("a..b", "a.-b"), ("", "-"),
    ("a/b c", "a-b-c"),
    ("\u{202E}é", "-"), (".x", "-x"),
  ])
  func namesOfFilesLeaveNoFolder(_ text: String, _ name: String) {
    #expect(ReportFile.name(text) == name)
  }
}
