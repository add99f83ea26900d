import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct RunRecordDecodingTests {
  static let reports: [(name: String, report: Report)] = [
    ("mixed", Runs.mixed), ("conforming", Runs.conforming), ("hostile", Hostile.report),
    ("many", Runs.many(300, alike: false)), ("tried", Runs.tried),
    ("empty", Report(suites: [], settings: Report.Settings(seed: .max, isStrict: true))),
  ]

  @Test(arguments: reports.indices)
  func whatWasWrittenIsReadBackWhole(_ index: Int) throws {
    let record = RunRecord(Self.reports[index].report)
    let text = JSONFormat().text(for: record)
    let read = try RunRecord(parsing: Array(text.utf8))
    #expect(read == record)
    for format in ReportFormats.all {
      #expect(format.text(for: read) == format.text(for: record), "\(format.name)")
    }
  }

  @Test
  func timingsCanBeLeftOut() {
    let record = RunRecord(Runs.mixed)
    #expect(record.withoutTimings != record)
    let timings = record.withoutTimings.suites.flatMap(\.cases).flatMap(\.exchanges).map(\.timing)
    #expect(timings.allSatisfy { $0 == RunRecord.Timing() })
  }

  @Test(arguments: [
    (
      #""seed": "18446744073709551615""#, #""seed": "seven""#,
      #"expected a whole number as a string at "/settings/seed", found "seven""#
    ),
    (
      #""began": "2026-01-31T23:59:59Z""#, #""began": "yesterday""#,
      #"expected a time such as 2026-01-31T23:59:59Z at "/began", found "yesterday""#
    ),
    (
      #""kind": "header""#, #""kind": "footer""#,
      #"expected the kind of a promise at "/suites/0/contracts/0/promises/9/kind", found "footer""#
    ),
    (
      #""verdict": "skipped""#, #""verdict": "fine""#,
      #"expected a verdict at "/suites/0/cases/6/verdict", found "fine""#
    ),
    (
      #""origin": "example""#, #""origin": 3"#,
      #"expected a string at "/suites/0/cases/0/origin", found 3"#
    ),
    (
      #""wasResent": false"#, #""wasResent": null"#,
      #"expected true or false at "/suites/0/cases/0/exchanges/0/wasResent", found null"#
    ),
    (
      #""curl":"#, #""kurl":"#,
      #"expected a member "curl" at "/suites/0/cases/0/exchanges/0", found none"#
    ),
    (
      #""schemaVersion":"#, #""version":"#,
      #"expected a member "schemaVersion" at the root, found none"#
    ),
  ])
  func whatIsNoRecordIsRefusedWithItsPlace(_ old: String, _ new: String, _ message: String) {
    let text = JSONFormat().text(for: Runs.mixed)
    let wrong = text.replacing(old, with: new, maxReplacements: 1)
    #expect(wrong != text)
    let error = #expect(throws: RunRecordError.self) {
      _ = try RunRecord(parsing: Array(wrong.utf8))
    }
    #expect(
      error?.description == """
        Not the record of a run: \(message). Give a file that `accord verify` wrote with --report \
        json or --report events.
        """
    )
  }

  @Test
  func anotherVersionIsRefusedWithTheWayToRenewIt() {
    let text = JSONFormat().text(for: Runs.mixed)
    let old = text.replacing(#""schemaVersion": 5"#, with: #""schemaVersion": 4"#)
    let error = #expect(throws: RunRecordError.self) {
      _ = try RunRecord(parsing: Array(old.utf8))
    }
    #expect(
      error?.description == """
        Not the record of a run: expected 5, the version of the document that this tool reads, at \
        "/schemaVersion", found 4. Run `accord verify` again, or read the file with the version of \
        Accord that it names.
        """
    )
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func base64IsReadBack(_ text: String) {
    #expect(Base64.bytes(Base64.text(Array(text.utf8))) == Array(text.utf8))
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zm9v!A==", "Zg==Zg=="])
  func whatIsNotBase64IsRefused(_ text: String) { #expect(Base64.bytes(text) == nil) }
}
