import AccordSchema
import Foundation
import Testing

extension CommandTests {
  @Suite("verify with live data that come from elsewhere, and hosts at addresses of one's own")
  struct GivenSourceTests {
    private static let contract = ["--contract", "connections.accept-reject"]
    private static let given = "interact.inactiveCompanyInvitation"

    @Test("A command gives a value when a case needs it")
    func aCommandGivesAValue() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let value = try await Self.value(of: Self.given, at: mock, in: folder)
      let script = "echo $ACCORD_GIVEN >> asked; echo \(value)"
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract
          + [
            "--given-from", "\(Self.given)=!sh -c '\(script)'", "--use-found",
            "interact.pendingInvitation",
          ],
        environment: MockProcess.tokens.merging(["PATH": "/usr/bin:/bin"]) { $1 },
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("conforms") == reports.ids.count)
      let asked = try String(contentsOfFile: "\(folder.path)/asked", encoding: .utf8)
      #expect(asked == "\(Self.given)\n")
    }

    @Test("A command that fails fails the case, with what it said last")
    func aCommandFails() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract
          + ["--given-from", "\(Self.given)=!sh -c 'echo no tenant >&2; exit 3'"],
        environment: MockProcess.tokens.merging(["PATH": "/usr/bin:/bin"]) { $1 },
        in: folder
      )
      #expect(run.status == 2)
      #expect(
        try WrittenReports(in: folder).reasons("failed") == [
          """
          A value of \(Self.given) comes from the command "sh", which ended with the status 3; it said \
          last: no tenant.
          """
        ]
      )
    }

    @Test("What is no source is a wrong command line")
    func aSourceIsChecked() async throws {
      let folder = try TestFolder()
      let run = try await accord(["verify", "--given-from", "\(Self.given)=17"], in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains("--given-from: expected NAME=!COMMAND or NAME=URL, such as"))
    }

    @Test("A host is reached at the address that is named")
    func aHostIsResolved() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let port = mock.address.split(separator: ":").last ?? ""
      let run = try await accord(
        ["verify", "--server", "interact=http://interact.invalid:\(port)"]
          + ["--resolve", "interact.invalid:\(port):127.0.0.1", "--case", "*/example/*"]
          + Self.contract + ["--use-found", "interact.pendingInvitation"],
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains("against http://interact.invalid:\(port): "))
    }

    /// The first value of a given that a mock has.
    private static func value(
      of name: String,
      at mock: MockProcess,
      in folder: TestFolder
    ) async throws -> String {
      let file = try await mock.givens(in: folder)
      let path = file.hasPrefix("/") ? file : "\(folder.path)/\(file)"
      let bytes = try Data(contentsOf: URL(filePath: path))
      let document = try JSONDocument(parsing: Array(bytes))
      return try #require(document.root[name]?.value.elements?.first).shownText
    }
  }
}
