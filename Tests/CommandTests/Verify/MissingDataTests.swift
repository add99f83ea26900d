import Testing

extension CommandTests {
  @Suite("verify without all live data or credentials") struct MissingDataTests {
    private static let contract = ["--contract", "connections.accept-reject"]
    private static let useFound = ["--use-found", "interact.pendingInvitation"]

    @Test("A missing given skips what needs it, with the reason in every report")
    func missingGivenIsASkip() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      // The invitations are looked up; for one of an inactive company there is no call.
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract + Self.useFound,
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      let reason = """
        No value of interact.inactiveCompanyInvitation was given: The connectionId of a pending \
        invitation from a company that is no longer active. Give one with --given \
        interact.inactiveCompanyInvitation=VALUE.
        """
      #expect(reports.reasons("skipped") == [reason])
      // The example, and what it is said not to change.
      #expect(reports.count("skipped") == 2)
      #expect(reports.count("conforms") == reports.ids.count - 2)
      #expect(reports.junitCount("skipped") == 2)
      #expect(reports.markdown.contains("interact.inactiveCompanyInvitation"))
      #expect(run.output.contains("\nskipped 2: \(reason)\n"))
      let count = reports.ids.count
      #expect(
        run.output.contains("\(count - 2) of \(count) cases conform, none violates, 2 skipped.\n")
      )
    }

    @Test("What is found and was not given is neither changed nor deleted, unless somebody says so")
    func whatIsFoundIsLeftAlone() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract
          + ["--case", "interact/connections.accept-reject/v1/example/accept"],
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 3, "\(run.output)\(run.errors)")
      let reasons = try WrittenReports(in: folder).reasons("skipped")
      #expect(reasons.count == 1)
      #expect(
        reasons.first?.hasSuffix("or allow it with --use-found interact.pendingInvitation.") == true
      )
    }

    @Test("Without credentials nothing is checked, which is no success")
    func missingCredentialsSkipEverything() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract,
        in: folder
      )
      #expect(run.status == 3)
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("skipped") == reports.ids.count)
      #expect(reports.junitCount("skipped") == reports.ids.count)
      #expect(reports.exitStatus == 3)
      let how =
        "No credential: set INTERACT_TOKEN, or INTERACT_EMAIL and INTERACT_PASSWORD to log in."
      #expect(reports.reasons("skipped").contains(how))
      #expect(run.output.contains(": \(how)\n"))
      let headline = "Nothing was checked: all \(reports.ids.count) cases were skipped."
      #expect(run.output.contains("\n\(headline)\n"))
      #expect(reports.markdown.hasPrefix("# \(headline)\n"))
    }

    @Test("A login opens the mock, and the password is written nowhere")
    func loginWorks() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let password = "accord-mock-password"
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.contract + Self.useFound,
        environment: [
          "INTERACT_EMAIL": "george.citizen@yopmail.com", "INTERACT_PASSWORD": password,
        ],
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("conforms") == reports.ids.count - 2)
      try expectNoTrace(of: password, run, reports)
    }

    @Test("A wrong password fails the cases that need the token")
    func wrongPasswordIsAFailure() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let password = "wrong horse/battery+staple"
      let run = try await accord(
        ["verify", "--server", "interact=\(mock.address)", "--case", "*/example/*"] + Self.contract,
        environment: [
          "INTERACT_EMAIL": "george.citizen@yopmail.com", "INTERACT_PASSWORD": password,
        ],
        in: folder
      )
      #expect(run.status == 2)
      let reports = try WrittenReports(in: folder)
      for reason in reports.reasons("failed") {
        #expect(reason.contains("The login was answered with "), "\(reason)")
        #expect(reason.contains("; check INTERACT_EMAIL and INTERACT_PASSWORD."), "\(reason)")
      }
      #expect(reports.count("failed") > 0)
      try expectNoTrace(of: password, run, reports)
    }
  }
}

/// Expects that a secret stands in nothing that was written, in none of the usual spellings.
func expectNoTrace(
  of secret: String,
  _ run: ToolProcess.Outcome,
  _ reports: WrittenReports,
  _ location: SourceLocation = #_sourceLocation
) throws {
  let texts =
    [("standard output", run.output), ("standard error", run.errors)]
    + reports.everything.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  for spelling in SecretSpellings(secret).all {
    for (name, text) in texts {
      #expect(!text.contains(spelling), "\(spelling) in \(name)", sourceLocation: location)
    }
  }
}
