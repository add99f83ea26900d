import AccordSchema
import Testing

extension CommandTests {
  @Suite("verify without a server") struct EmbeddedMockTests {
    @Test("Both suites conform, and the three reports say so")
    func everythingConforms() async throws {
      let folder = try TestFolder()
      let first = try await accord(["verify"], in: folder)
      #expect(first.status == 0, "\(first.output)\(first.errors)")
      #expect(first.errors.isEmpty)
      let list = try await accord(["list"], in: folder)
      let planned = list.output.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("interact/") || $0.hasPrefix("platform/") }

      let reports = try WrittenReports(in: folder)
      #expect(planned.count >= 250)
      #expect(reports.ids == planned)
      #expect(Set(reports.junitIDs) == Set(planned))
      #expect(reports.junitIDs.count == planned.count)
      #expect(reports.summary("cases") == planned.count)
      #expect(reports.exitStatus == 0)
      // Every case conforms, and every body was checked.
      #expect(reports.count("conforms") == planned.count)
      #expect(reports.summary("conforming") == planned.count)
      #expect(first.output.contains("All \(planned.count) cases conform.\n"))
      #expect(first.output.contains(" promises were put to the test ("))
      #expect(reports.markdown.hasPrefix("# All \(planned.count) cases conform.\n"))
      #expect(
        first.output.hasSuffix(
          """
          wrote Reports/runs/junit.xml
          wrote Reports/runs/report.md
          wrote Reports/runs/report.json

          """
        )
      )
      // No case is vacuous: rules looked at what was exchanged.
      let suites = reports.json["suites"]?.elements ?? []
      for testCase in suites.flatMap({ $0["cases"]?.elements ?? [] }) {
        for list in ["rules", "clauses", "exchanges"] {
          #expect(testCase[list]?.elements?.isEmpty == false, "\(testCase["id"]?.text() ?? "")")
        }
      }
    }

    @Test("Every run writes the same bytes, however many exchanges run at once")
    func runsAreAlike() async throws {
      let folder = try TestFolder()
      for (output, jobs) in [("one", "1"), ("two", "16")] {
        let run = try await accord(
          [
            "verify", "--depth", "quick", "--case", "interact/*", "--case",
            "platform/contacts.connections/format/*", "--output", output,
            "--jobs", jobs,
          ],
          // JUnit bears a time, whatever the other reports do.
          environment: ["SOURCE_DATE_EPOCH": "1772323199"],
          in: folder
        )
        #expect(run.status == 0)
      }
      for name in ["report.json", "report.md", "junit.xml"] {
        #expect(!folder.bytes(of: "one/\(name)").isEmpty)
        #expect(folder.bytes(of: "one/\(name)") == folder.bytes(of: "two/\(name)"))
      }
      // How fast the mock is says nothing, so every duration is zero.
      #expect(folder.text(of: "one/junit.xml").contains(" time=\"0.000\""))
      #expect(folder.text(of: "one/junit.xml").contains(" timestamp=\"2026-02-28T23:59:59\""))
    }

    @Test("Only the reports that are asked for are written, where they are asked for")
    func reportsAreChosen() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        [
          "verify", "--case", "*/example/*", "--contract", "interact/company.preregister",
          "--report", "json=deep/down/r.json", "--report", "terminal", "--output", "o",
        ],
        in: folder
      )
      #expect(run.status == 0)
      #expect(run.output.hasSuffix("wrote deep/down/r.json\nwrote o/report.txt\n"))
      #expect(folder.text(of: "deep/down/r.json").contains("\"exitStatus\": 0"))
      #expect(folder.text(of: "o/report.txt").contains(" conform"))
      #expect(!folder.has("Reports"))
      #expect(!folder.has("o/junit.xml"))
    }

    @Test("A report that cannot be written is named, the others are written")
    func unwritableReportIsNamed() async throws {
      let folder = try TestFolder()
      try folder.write("", to: "file")
      let run = try await accord(
        [
          "verify", "--case", "*/version-absent", "--contract", "connections.accept-reject",
          "--report", "json=file/r.json", "--report", "junit=j.xml",
        ],
        in: folder
      )
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: Cannot write \"file/r.json\": "))
      #expect(run.errors.contains("Choose another place with --output or --report."))
      #expect(run.output.hasSuffix("wrote j.xml\n"))
      #expect(folder.text(of: "j.xml").contains("<testcase "))
    }
  }
}
