import Accord
import AccordReporting
import ArgumentParser
import ShippedContracts
import Testing

@testable import AccordCommand

/// What a tool adds is known to its command line.
@Suite struct ExtensionOptionTests {
  private struct ChatFormat: ReportFormat {
    let name = "chat"
    let fileName = "chat.txt"

    func write(_ run: RunRecord, to output: inout some TextOutputStream) {
      output.write("\(run.summary.cases)\n")
    }
  }

  @Test func aReportFormatIsNamed() throws {
    try ConformanceCommand.$extensions.withValue(Extensions(reports: [ChatFormat()])) {
      let options = try ReportOptions.parse(["--report", "chat=out.txt", "--report", "chat"])
      #expect(try options.files.map(\.path) == ["out.txt", "Reports/runs/chat.txt"])
      #expect(ReportOptions.helpMessage().contains("tap, events, har, chat."))
    }
    #expect(throws: (any Error).self) { try ReportOptions.parse(["--report", "chat"]) }
  }
}
