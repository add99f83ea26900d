import AccordModel
import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

struct JUnitFormatTests {
  @Test
  func golden() throws { try expectGolden(JUnitFormat().text(for: Runs.mixed), "junit.xml") }

  static let reports: [(name: String, report: Report)] = [
    ("mixed", Runs.mixed), ("conforming", Runs.conforming), ("hostile", Hostile.report),
    ("many", Runs.many(300, alike: false)),
    ("empty", Report(suites: [], settings: Report.Settings(seed: 0))),
    ("strict", Report(suites: [], settings: Report.Settings(seed: 0, isStrict: true))),
  ]

  @Test(arguments: reports.indices)
  func bothSchemasHold(_ index: Int) throws {
    let text = JUnitFormat().text(for: Self.reports[index].report)
    let document = try XMLDocument(parsing: Array(text.utf8))
    #expect(JUnitRules(document).problems == [])
  }

  @Test
  func rulesFindWhatIsWrong() throws {
    let text = JUnitFormat().text(for: Runs.mixed)
    let broken: [(String, String)] = [
      (" hostname=\"localhost\"", ""), ("time=\"1.234\"", "time=\"1,2\""),
      ("failures=\"3\"", "failures=\"2\""), ("<testsuites>", "<testsuites name=\"x\">"),
      ("<system-err>", "<system-out>"), ("name=\"seed\"", "name=\"\""),
      (" type=\"failed\"", ""), ("<skipped", "<ignored"), ("id=\"0\"", "id=\"1\""),
    ]
    for (old, new) in broken {
      var wrong = text.replacing(old, with: new)
      if new == "<system-out>" { wrong.replace("</system-err>", with: "</system-out>") }
      if new == "<ignored" { wrong.replace("</skipped>", with: "</ignored>") }
      #expect(wrong != text, "\(old)")
      let document = try XMLDocument(parsing: Array(wrong.utf8))
      #expect(!JUnitRules(document).problems.isEmpty, "\(old)")
    }
  }

  @Test(
    .enabled(
      if: PublicSchemas.xmllint != nil && PublicSchemas.folder != nil,
      "xmllint or the public schemas (ACCORD_JUNIT_SCHEMAS) are not there."
    ),
    arguments: reports.indices,
    ["jenkins-junit-10.xsd", "ant-junit.xsd"]
  )
  func xmllintAgrees(_ index: Int, _ schema: String) throws {
    let text = JUnitFormat().text(for: Self.reports[index].report)
    #expect(try PublicSchemas.validate(text, against: schema) == "")
  }

  @Test
  func oneTestCaseForEachCaseWithUniqueNames() throws {
    let duplicate = Report.Result(
      Runs.makeCase("v1", "example", "rename"),
      judgement: Judgement(.conforms)
    )
    var report = Runs.mixed
    report.suites[0].results += [duplicate, duplicate]
    let document = try XMLDocument(parsing: Array(JUnitFormat().text(for: report).utf8))
    let cases = document.root.childElements.flatMap(\.childElements)
      .filter { $0.name.local == "testcase" }
    #expect(cases.count == report.summary.cases)
    let names = cases.map { $0.attributes.map(\.value).prefix(2).joined(separator: "\n") }
    #expect(Set(names).count == names.count)
    #expect(names.first == "pets.pets.rename\nv1/example/rename")
    #expect(names.last == "pets.pets.rename\nv1/example/rename (3)")
  }

  @Test
  func aFailureHoldsEveryViolation() throws {
    let document = try XMLDocument(parsing: Array(JUnitFormat().text(for: Runs.mixed).utf8))
    let failures = document.root.childElements[0].childElements.flatMap(\.childElements)
      .filter { $0.name.local == "failure" }
    #expect(failures.count == 3)
    #expect(
      failures[0].attributes.map(\.value) == [
        "error-name: response body /errorCode: expected 1006 (InvalidToken), found 0, with status "
          + "200 (and 1 more)", "error-name",
      ]
    )
    #expect(failures[0].text.contains("must      A request without the token is refused."))
    #expect(failures[0].text.contains("assumption  A request without the token is refused with"))
    #expect(failures[0].text.contains("try       curl -i -X PUT"))
  }

  @Test(arguments: [
    (0, "0.000"), (999, "0.000"), (1_000, "0.001"), (1_234_567, "1.234"),
    (3_600_000_000, "3600.000"), (-5, "0.000"), (Int.max, "9223372036854.775"),
  ])
  func seconds(_ microseconds: Int, _ expected: String) {
    #expect(JUnitXML.seconds(microseconds) == expected)
  }

  @Test
  func timestamps() {
    let formats: [any DatedFormat] = [
      JUnitFormat(), JUnitGitLabFormat(), JUnitSurefireFormat(),
    ]
    var run = RunRecord(Runs.mixed)
    for var format in formats {
      run.began = Moment(parsing: "2026-01-31T23:59:59Z")
      #expect(format.text(for: run).contains(" timestamp=\"2026-01-31T23:59:59\""))
      // A record that knows no time has the one that it is given, and a given one goes before.
      format.moment = Moment(parsing: "2024-02-03T04:05:06Z")
      #expect(format.text(for: run).contains(" timestamp=\"2024-02-03T04:05:06\""))
      run.began = nil
      #expect(format.text(for: run).contains(" timestamp=\"2024-02-03T04:05:06\""))
      format.moment = nil
      #expect(format.text(for: run).contains(" timestamp=\"1970-01-01T00:00:00\""))
    }
  }
}
