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
        "error-name: A request without the token is refused. (and 1 more)", "error-name",
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
    #expect(JUnitFormat.seconds(microseconds) == expected)
  }

  @Test
  func timestamps() {
    #expect(JUnitFormat(timestamp: "2024-02-03T04:05:06").timestamp == "2024-02-03T04:05:06")
    for wrong in ["", "2024-02-03T04:05:06Z", "2024-02-03 04:05:06", "x\" y=\"1970-01-0"] {
      #expect(JUnitFormat(timestamp: wrong).timestamp == "1970-01-01T00:00:00")
    }
  }
}

/// The schemas that CI systems hold files to, and the tool that does so.
enum PublicSchemas {
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The folder that the environment names, or the one beside the package.
  static let folder: URL? = {
    var folders: [URL] = []
    if let path = ProcessInfo.processInfo.environment["ACCORD_JUNIT_SCHEMAS"] {
      folders.append(URL(filePath: path))
    }
    for file in [URL(filePath: #filePath), URL(filePath: #filePath).resolvingSymlinksInPath()] {
      let root = (0..<4).reduce(file) { folder, _ in folder.deletingLastPathComponent() }
      folders.append(root.appending(path: "../shared/suites/junit").standardized)
    }
    return folders.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "ant-junit.xsd").path)
    }
  }()

  /// What xmllint says against a document; nothing if it conforms.
  static func validate(_ text: String, against schema: String) throws -> String {
    guard let xmllint, let folder else { return "not there" }
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: xmllint)
    process.arguments = [
      "--noout", "--nonet", "--schema", folder.appending(path: schema).path, file.path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
  }
}
