import Accord
import ArgumentParser
import ShippedContracts
import Testing

@testable import AccordCommand

@Suite struct OptionTests {
  /// What a command line is refused with, or nothing.
  private func refusal<Options: ParsableArguments>(
    _ type: Options.Type,
    _ arguments: [String],
    then use: (Options) throws -> Void = { _ in }
  ) -> String? {
    do {
      try use(try Options.parse(arguments))
      return nil
    } catch {
      return Options.message(for: error)
    }
  }

  private let suites = ShippedContracts.suites

  @Test(arguments: [
    (["--client-key", "k"], "--client-key needs --client-certificate."),
    (["--insecure", "--ca-file", "f"], "--insecure and --ca-file exclude each other."),
    (["--header", "no colon"], "--header expects \"NAME: VALUE\", found \"no colon\"."),
    (["--header", "a: b\r\nc: d"], #"--header expects "NAME: VALUE", found "a: b\r\nc: d"."#),
    (["--header", "a b: c"], "--header expects \"NAME: VALUE\", found \"a b: c\"."),
    (["--header", "a(b): c"], "--header expects \"NAME: VALUE\", found \"a(b): c\"."),
    (["--header", ": c"], "--header expects \"NAME: VALUE\", found \": c\"."),
    (["--header", "a: b\u{1}"], #"--header expects "NAME: VALUE", found "a: b\u{1}"."#),
    (
      ["--header", "content-length: 5"],
      "--header cannot set content-length: how long a request is follows from its content."
    ),
    (
      ["--header", "Transfer-Encoding: chunked"],
      "--header cannot set Transfer-Encoding: how long a request is follows from its content."
    ),
    (
      ["--connection", "open"],
      """
      The value 'open' is invalid for '--connection <connection>'. Please provide one of \
      'keep-alive' and 'close'.
      """
    ),
  ])
  func refusesConnections(arguments: [String], message: String) {
    #expect(refusal(ConnectionOptions.self, arguments) == message)
  }

  @Test(
    "Every number has a range, which its help states too",
    arguments: [
      (
        "jobs", ["0", "-1", "1001", "1.5", "x", "99999999999999999999"],
        "a whole number from 1 to 1000"
      ),
      (
        "timeout", ["0", "inf", "nan", "1e300", "-1", "0x1p3", "1e-300"],
        "a number from 0.001 to 86400 seconds"
      ),
      ("max-time", ["0", "inf", "nan", "1e300"], "a number from 0.001 to 2592000 seconds"),
      (
        "rate", ["0", "0/s", "fast", "inf/s", "nan", "1e-300", "1e7"],
        "a number from 0.001 to 1000000 requests a second"
      ),
    ]
  )
  func refusesNumbers(option: String, values: [String], expected: String) {
    for value in values {
      #expect(
        refusal(ConnectionOptions.self, ["--\(option)=\(value)"])
          == "The value '\(value)' is invalid for '--\(option) <\(option)>': expected \(expected)"
      )
    }
    let range = expected.split(separator: "from ")[1].split(separator: " ").prefix(3)
    let help = ConnectionOptions.helpMessage().split(whereSeparator: \.isWhitespace)
    #expect(help.joined(separator: " ").contains(range.joined(separator: " ")))
  }

  @Test(arguments: [
    (["--min-coverage", "nan"], "min-coverage", "a number from 0 to 100 percent"),
    (["--min-coverage", "101"], "min-coverage", "a number from 0 to 100 percent"),
    (["--seed", "x"], "seed", "a whole number from 0 to 18446744073709551615"),
    (["--seed=-1"], "seed", "a whole number from 0 to 18446744073709551615"),
  ])
  func refusesNumbersOfARun(arguments: [String], option: String, expected: String) {
    let message = refusal(VerifyCommand.self, arguments)
    #expect(
      message?.contains("is invalid for '--\(option) <\(option)>': expected \(expected)") == true
    )
  }

  @Test(
    "Two reports to one path, and a report without one, are refused",
    arguments: [
      (
        ["--report", "json=a", "--report", "html=./b/../a"],
        "--report: two reports would be written to \"a\". Give each its own path."
      ),
      (
        ["--report", "json", "--report", "json"],
        "--report: two reports would be written to \"Reports/runs/report.json\". Give each its own path."
      ),
      (["--report", "json="], "--report json= has no path. Give one, or only json."),
      (["--report", "json=/dev/null", "--report", "html=/dev/null"], nil),
      (["--report", "json=-", "--report", "tap=-"], nil),
      (["--report", "json=a", "--report", "html=b"], nil),
    ] as [([String], String?)]
  )
  func refusesReportPaths(arguments: [String], message: String?) {
    #expect(refusal(ReportOptions.self, arguments) == message)
  }

  @Test(
    "What is written to a folder or a file does not go to standard output, nor to no name",
    arguments: [
      ("", "expected the name of a folder, such as Reports, found nothing"),
      (
        "-",
        "expected the name of a folder, such as Reports, found \"-\", which is standard output"
      ),
    ]
  )
  func refusesFolders(name: String, reason: String) {
    let folders: [(any ParsableCommand.Type, String, [String])] = [
      (VerifyCommand.self, "output", []), (ReportCommand.self, "output", ["r.json"]),
      (DocumentCommand.self, "output", []), (DocumentCommand.self, "site", []),
      (ExportCommand.self, "output", ["pets.get/response"]),
    ]
    for (command, option, operands) in folders {
      #expect(
        refusal(command, operands + ["--\(option)", name])
          == "The value '\(name)' is invalid for '--\(option) <\(option)>': \(reason)"
      )
    }
    for (command, option, operands) in [
      (DocumentCommand.self, "promises", []),
      (BaselineCommand.self, "baseline", ["r.json", "--prune"]),
    ] as [(any ParsableCommand.Type, String, [String])] {
      let found = name.isEmpty ? "nothing" : "\"-\""
      #expect(
        refusal(command, operands + ["--\(option)", name])
          == """
          The value '\(name)' is invalid for '--\(option) <\(option)>': expected the name of a \
          file, found \(found)
          """
      )
    }
  }

  @Test func readsConnections() throws {
    let options = try ConnectionOptions.parse([
      "--jobs", "3", "--rate", "2.5/s", "--header", "X-A:  b: c", "--timeout", "2",
    ])
    #expect(options.rate == 2.5)
    #expect(try options.fields == [Field("X-A", "b: c")])
    #expect(options.settings.connections == 3)
    #expect(options.settings.timeout == 2)
    #expect(options.settings.keepsConnections)
    let closing = try ConnectionOptions.parse([
      "--connection", "close", "--header", "X-A:\u{308} \t b \t",
    ])
    #expect(!closing.settings.keepsConnections)
    #expect(try closing.fields == [Field("X-A", "\u{308} \t b")])
  }

  @Test(arguments: [
    (
      ["--suite", "intract"],
      "Unknown suite \"intract\". Did you mean \"interact\"?"
    ),
    (
      ["--contract", "company.preregistre"],
      "Unknown contract \"company.preregistre\". Did you mean \"company.preregister\"?"
    ),
    (
      ["--suite", "platform", "--contract", "company.preregister"],
      """
      Unknown contract "company.preregister". There are: contacts.connections, \
      connections.status-update.
      """
    ),
  ])
  func refusesSelections(arguments: [String], message: String) {
    #expect(
      refusal(SelectionOptions.self, arguments) { _ = try $0.selection(in: suites) } == message
    )
  }

  @Test(arguments: [
    (
      ["--server", "http://a"],
      """
      --server URL is for one suite and 2 are selected; use --server interact=URL --server \
      platform=URL, or --suite.
      """
    ),
    (
      ["--server", "platfrom=http://a"],
      "--server: unknown suite \"platfrom\". Did you mean \"platform\"?"
    ),
    (
      ["--server", "interact=ftp://a"],
      """
      --server interact=ftp://a: expected a URL that begins with http:// or https://, found \
      "ftp://a".
      """
    ),
    (
      ["--server", "interact=http://a/\r\nX-Evil: y"],
      #"""
      --server interact=http://a/\r\nX-Evil: y: expected a URL without control characters, found \#
      "http://a/\r\nX-Evil: y".
      """#
    ),
    (
      ["--server", "interact=http://a", "--server", "interact=http://b"],
      "--server names the suite interact twice."
    ),
    (
      ["--in-process", "--server", "interact=http://a"],
      "--in-process and --server exclude each other."
    ),
  ])
  func refusesServers(arguments: [String], message: String) {
    #expect(
      refusal(ServerOptions.self, arguments) { _ = try $0.targets(Selection(), in: suites) }
        == message
    )
  }

  @Test func findsTheServersOfTheSuites() throws {
    let mocked = try ServerOptions.parse([]).targets(Selection(), in: suites)
    #expect(mocked.map(\.subject) == [.embeddedMock, .embeddedMock])
    let one = try ServerOptions.parse(["--server", "platform=http://a/x"])
      .targets(Selection(), in: suites)
    #expect(one.map(\.suite.id) == ["platform"])
    #expect(one.map(\.subject) == [.server(try ServerAddress("http://a/x"))])
    let plain = try ServerOptions.parse(["--server", "https://a?".dropLast().description])
      .targets(Selection(suites: ["interact"]), in: suites)
    #expect(plain.map(\.suite.id) == ["interact"])
  }

  @Test func refusesUnknownReports() {
    #expect(
      refusal(ReportOptions.self, ["--report", "junti"])
        == "--report: unknown format \"junti\". Did you mean \"junit\"?"
    )
  }

  @Test func writesReportsWhereTheyWereAskedFor() throws {
    let usual = try ReportOptions.parse(["--output", "o"]).files
    #expect(usual.map(\.path) == ["o/junit.xml", "o/report.md", "o/report.json"])
    let chosen = try ReportOptions.parse(["--report", "json=x.json", "--report", "markdown"]).files
    #expect(chosen.map(\.path) == ["x.json", "Reports/runs/report.md"])
  }

  @Test func annotatesWhereGitHubReadsIt() throws {
    let options = try ReportOptions.parse(["--report", "tap"])
    func paths(_ environment: [String: String], _ options: ReportOptions) throws -> [String] {
      try options.files(in: environment).map(\.path)
    }
    let actions = ["GITHUB_ACTIONS": "true"]
    #expect(try paths([:], options) == ["Reports/runs/report.tap"])
    #expect(try paths(actions, options) == ["Reports/runs/report.tap", "-"])
    // Standard output holds a report and nothing else.
    for path in ["-", "/dev/stdout", "/dev/fd/1"] {
      let piped = try ReportOptions.parse(["--report", "json=\(path)"])
      #expect(try paths(actions, piped) == [path, "/dev/stderr"])
    }
    let asked = try ReportOptions.parse(["--report", "github=a.txt"])
    #expect(try paths(actions, asked) == ["a.txt"])
    let dialect = try ReportOptions.parse(["--report", "junit:gitlab=j.xml", "--report", "github"])
    #expect(try paths([:], dialect) == ["j.xml", "-"])
  }

  @Test(arguments: [
    (["--today", "tomorrow"], "--today expects a day such as 2026-01-31, found \"tomorrow\"."),
    (["--today", "2026-02-30"], "--today expects a day such as 2026-01-31, found \"2026-02-30\"."),
    (
      ["--baseline", "/nowhere"],
      "Cannot read the file \"/nowhere\". Check the path and its permissions."
    ),
  ])
  func refusesBaselines(arguments: [String], message: String) {
    #expect(refusal(BaselineOptions.self, arguments) { _ = try $0.known() } == message)
  }

  @Test(arguments: [
    (["r"], "Give either --update or --prune."),
    (["r", "--update", "--prune"], "Give either --update or --prune."),
    (["r", "--prune", "--reason", "a"], "--reason, --ticket and --expiry go with --update."),
    (["r", "--update", "--reason", " "], "--reason is empty."),
    (
      ["r", "--update", "--expiry", "soon"],
      "--expiry expects a day such as 2026-01-31, found \"soon\"."
    ),
  ])
  func refusesChangesOfBaselines(arguments: [String], message: String) {
    #expect(refusal(BaselineCommand.self, arguments) == message)
  }

  @Test("A list that cannot be read and written anew is refused before the run is read")
  func refusesBaselinesThatAreNoFiles() async throws {
    for path in ["/dev/stdout", "/dev/null", "/dev/fd/1"] {
      let command = try BaselineCommand.parse(["absent.json", "--update", "--baseline", path])
      let error = await #expect(throws: ValidationError.self) { try await command.run() }
      #expect(
        error?.message
          == "--baseline: expected a file, which is read and written anew, found a pipe, a device or a "
          + "socket at \"\(path)\"."
      )
    }
  }

  @Test(
    "Options of TLS are not used where there is no server, and that is said",
    arguments: [
      ([], nil),
      (["--insecure"], "--insecure is not used: "),
      (["--ca-file", "a"], "--ca-file is not used: "),
      (
        ["--client-certificate", "a", "--client-key", "b"],
        "--client-certificate and --client-key are not used: "
      ),
    ] as [([String], String?)]
  )
  func tellsUnusedOptionsOfTLS(arguments: [String], message: String?) throws {
    let options = try ConnectionOptions.parse(arguments)
    #expect(
      options.unusedTLSOptions(withoutServer: true)
        == message.map {
          $0 + "without --server the embedded mock is verified, which speaks no TLS."
        }
    )
    #expect(options.unusedTLSOptions(withoutServer: false) == nil)
    let settings = options.settings(withTLS: false)
    #expect(!settings.isInsecure && settings.caFile == nil && settings.clientKey == nil)
  }

  @Test func refusesToWriteNoFormat() {
    #expect(
      refusal(ReportCommand.self, ["r"]) == "Name the formats with --report FORMAT[=PATH]."
    )
  }

  @Test(arguments: [
    (
      "platform",
      "--credential expects SUITE=HEADER: TEMPLATE with {token} in it, found \"platform\"."
    ),
    (
      "platform=Cookie: a",
      """
      --credential expects SUITE=HEADER: TEMPLATE with {token} in it, found "platform=Cookie: a".
      """
    ),
    (
      "platform=Coo kie: {token}",
      """
      --credential expects SUITE=HEADER: TEMPLATE with {token} in it, found "platform=Coo kie: \
      {token}".
      """
    ),
    (
      "platform=Cookie: {token}\r\nX-Evil: y",
      #"""
      --credential expects SUITE=HEADER: TEMPLATE with {token} in it, found "platform=Cookie: \#
      {token}\r\nX-Evil: y".
      """#
    ),
    (
      "plat=Cookie: {token}",
      "--credential: unknown suite \"plat\". Did you mean \"platform\"?"
    ),
  ])
  func refusesCredentials(text: String, message: String) {
    let found = refusal(LiveDataOptions.self, ["--credential", text]) {
      _ = try $0.placingCredentials(in: suites)
    }
    #expect(found == message)
  }

  @Test func refusesGivensThatNobodyDeclares() {
    let found = refusal(LiveDataOptions.self, ["--given", "interact.nothing=1"]) {
      _ = try $0.values(for: suites)
    }
    #expect(found?.hasPrefix("--given: no suite declares the given \"interact.nothing\";") == true)
  }
}
