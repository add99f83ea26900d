import AccordWire
import Testing

extension CommandTests {
  @Suite("verify with a server in another process") struct LiveServerTests {
    private static let short = ["--contract", "connections.accept-reject", "--seed", "1"]

    @Test("The whole plan conforms over a socket, with givens and tokens of the user")
    func wholePlanConforms() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let run = try await accord(
        ["verify", "--givens", givens] + mock.servers(),
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("conforms") >= 250)
      #expect(reports.count("conforms") + reports.count("notChecked") == reports.ids.count)
      #expect(run.output.contains("Interact API against \(mock.address): "))
      #expect(run.output.contains("Platform API against \(mock.address): "))
    }

    @Test("The mock says how to use it, and ends in order when it is told to")
    func mockEndsInOrder() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--suite", "interact"], in: folder)
      let lines = mock.process.output.split(separator: "\n")
      #expect(lines.first == "The mock serves interact at \(mock.address)")
      #expect(lines.dropFirst().first == "  export INTERACT_TOKEN=\(MockProcess.token)")
      mock.process.signal(15)
      let outcome = try await mock.process.outcome(within: 10)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
    }

    @Test("TLS: the authority that is named is trusted")
    func ownAuthorityIsTrusted() async throws {
      let (folder, mock, givens) = try await secured()
      let run = try await accord(
        ["verify", "--givens", givens, "--ca-file", "ca.pem"] + mock.servers() + Self.short,
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(mock.address.hasPrefix("https://127.0.0.1:"))
      #expect(try WrittenReports(in: folder).warnings.isEmpty)
    }

    @Test("TLS: another authority is not, and every report says why", arguments: [true, false])
    func wrongAuthorityIsNamed(_ namesAuthority: Bool) async throws {
      let (folder, mock, givens) = try await secured()
      try folder.write(Certificates.otherAuthority, to: "other.pem")
      let run = try await accord(
        ["verify", "--givens", givens] + (namesAuthority ? ["--ca-file", "other.pem"] : [])
          + mock.servers() + Self.short,
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 2)
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("failed") == reports.ids.count)
      let reason = "was not signed by a trusted authority."
      #expect(run.output.contains(reason))
      for reason in reports.reasons("failed") { #expect(reason.contains("tls: "), "\(reason)") }
      #expect(reports.junitCount("error") == reports.ids.count)
      #expect(reports.markdown.contains(reason))
    }

    @Test("TLS: without any check the run passes, and says so loudly everywhere")
    func insecureIsLoud() async throws {
      let (folder, mock, givens) = try await secured()
      let run = try await accord(
        ["verify", "--givens", givens, "--insecure"] + mock.servers() + Self.short,
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let warning = "Certificates were not checked (--insecure): who answered is not known."
      let loud = "!! WARNING: \(warning)\n"
      // Before everything else, and again where the eye ends.
      #expect(run.output.ranges(of: loud).count == 2)
      let reports = try WrittenReports(in: folder)
      #expect(reports.warnings == [warning])
      #expect(reports.junitErrors.allSatisfy { $0.contains(loud) })
      #expect(!reports.junitErrors.isEmpty)
      #expect(reports.markdown.contains("Warning: Certificates were not checked"))
    }

    private func secured() async throws -> (TestFolder, MockProcess, String) {
      let folder = try TestFolder()
      try folder.write(Certificates.authority, to: "ca.pem")
      try folder.write(Certificates.server, to: "server.pem")
      try folder.write(Certificates.serverKey, to: "key.pem")
      let mock = try await MockProcess(
        ["--tls-certificate", "server.pem", "--tls-key", "key.pem"],
        in: folder
      )
      let givens = try await mock.givens(in: folder, trusting: .text(Certificates.authority))
      return (folder, mock, givens)
    }
  }
}
