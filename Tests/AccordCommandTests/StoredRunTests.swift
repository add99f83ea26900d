import Accord
import AccordReporting
import ArgumentParser
import FoundationEssentials
import Testing

@testable import AccordCommand

/// The commands that read a stored run.
@Suite struct StoredRunTests {
  /// A folder that is removed at the end.
  private final class Folder {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws -> String {
      try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
      return "\(path)/\(name)"
    }

    func text(of name: String) -> String {
      String(
        decoding: FileManager.default.contents(atPath: "\(path)/\(name)") ?? Data(),
        as: UTF8.self
      )
    }
  }

  private func record(isBroken: Bool) -> RunRecord {
    var result = RunRecord.Case(
      id: CaseID("pets/pets.rename/v1/example/rename"),
      contract: "pets.rename",
      origin: .example,
      title: "Rename",
      clauses: [],
      verdict: .conforms
    )
    if isBroken {
      result.verdict = .violates
      result.violations = [
        RunRecord.Violation(
          rule: "status-is-declared",
          level: .must,
          clause: RunRecord.Clause(
            id: "status",
            sentence: "The status is declared.",
            assumedBecause: nil,
            file: "Pets.swift",
            line: 1
          ),
          place: .status,
          expected: "200",
          actual: "500"
        )
      ]
    }
    return RunRecord(
      suites: [
        RunRecord.Suite(
          id: "pets",
          name: "Pets",
          subject: "a server",
          contracts: [],
          cases: [result],
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 1)
    )
  }

  /// The exit status of a comparison, and what is refused.
  private func outcome(_ arguments: [String]) async -> (status: Int32, message: String) {
    do {
      let command = try DiffCommand.parse(arguments)
      try await command.run()
      return (0, "")
    } catch {
      return (DiffCommand.exitCode(for: error).rawValue, DiffCommand.message(for: error))
    }
  }

  @Test func aBaselineHoldsNoCommandForALog() async throws {
    let folder = try Folder()
    var run = record(isBroken: true)
    run.suites[0].cases[0].violations[0].place = .body(members: "/##[error]x")
    let stored = try folder.write(JSONFormat().text(for: run), "run.json")
    let command = try BaselineCommand.parse([
      stored, "--update", "--reason", "Known.", "--baseline", "\(folder.path)/known.json",
    ])
    try await command.run()
    #expect(folder.text(of: "known.json").contains(#"/\u0023#[error]x"#))
    let known = try BaselineFile.read("\(folder.path)/known.json")
    #expect(known.entries.map(\.place) == ["response body /##[error]x"])
  }

  @Test func theExitStatusTellsWhetherSomethingIsNewlyBroken() async throws {
    let folder = try Folder()
    let good = try folder.write(JSONFormat().text(for: record(isBroken: false)), "good.json")
    let bad = try folder.write(JSONFormat().text(for: record(isBroken: true)), "bad.json")
    for (before, now, status) in [(good, bad, 1), (bad, good, 0), (bad, bad, 0)] {
      let outcome = await outcome([
        before, now, "-q", "--report", "markdown=\(folder.path)/d.md", "--report",
        "json=\(folder.path)/d.json",
      ])
      #expect(outcome.status == Int32(status), "\(outcome.message)")
      let title = status == 1 ? "# 1 violation is new.\n" : "# Nothing is newly broken, 1 "
      #expect(folder.text(of: "d.md").hasPrefix(title))
      #expect(folder.text(of: "d.json").contains("\"exitStatus\": \(status),"))
    }
    let unwritable = await outcome([bad, bad, "-q", "--report", "json=\(good)/d.json"])
    #expect(unwritable.status == 2)
  }

  @Test func whatIsNoRunIsRefused() async throws {
    let folder = try Folder()
    let good = try folder.write(JSONFormat().text(for: record(isBroken: false)), "good.json")
    let text = try folder.write("{", "text.json")
    let other = try folder.write("{\"schemaVersion\": 0}", "other.json")
    let missing = await outcome([good, "\(folder.path)/none.json"])
    #expect(missing.status == 64)
    #expect(missing.message.hasPrefix("Cannot read the file \"\(folder.path)/none.json\"."))
    let notJSON = await outcome([good, text])
    #expect(notJSON.status == 64)
    #expect(notJSON.message.hasPrefix("Cannot read \"\(text)\": it is not JSON: "))
    let notRun = await outcome([other, good])
    #expect(notRun.status == 64)
    #expect(notRun.message.hasPrefix("Cannot read \"\(other)\": Not the record of a run: "))
    let format = await outcome([good, good, "--report", "markdwon"])
    #expect(
      format.message == "--report: unknown format \"markdwon\". Did you mean \"markdown\"?"
    )
    #expect(throws: (any Error).self) {
      try ComparisonOptions.parse(["--against", text]).earlierRun()
    }
    #expect(
      try ComparisonOptions.parse(["--against", good]).earlierRun() == record(isBroken: false)
    )
    #expect(try ComparisonOptions.parse([]).earlierRun() == nil)
  }

  @Test func aWrongIdentifierIsAnsweredWithTheNearest() {
    let ids = ["pets/pets.rename/v1/example/rename", "pets/pets.list/v1/example/all"]
    #expect(
      ShowCommand.unknown("pets/pets.rename/v2/example/rename", among: ids, in: "r.json") == """
        Unknown case "pets/pets.rename/v2/example/rename" in r.json. Did you mean \
        "pets/pets.rename/v1/example/rename"?
        """
    )
    #expect(
      ShowCommand.unknown("z", among: ids, in: "r.json")
        == "Unknown case \"z\" in r.json. It has 2 cases, which its reports name."
    )
    #expect(
      ShowCommand.unknown("z", among: [], in: "r.json")
        == "Unknown case \"z\" in r.json. It has 0 cases, which its reports name."
    )
  }

  @Test func howMuchIsShown() throws {
    let console = Console.standard
    #expect(try DisplayOptions.parse([]).format(console).detail == .causes)
    #expect(try DisplayOptions.parse(["-v"]).format(console).detail == .exchanges)
    #expect(try DisplayOptions.parse(["--quiet"]).format(console).detail == .closing)
    #expect(throws: (any Error).self) { try DisplayOptions.parse(["-v", "-q"]) }
  }
}
