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
    (["--jobs", "0"], "--jobs expects at least 1, found 0."),
    (["--timeout", "0"], "--timeout expects more than 0 seconds, found 0.0."),
    (["--max-time=-1"], "--max-time expects more than 0 seconds, found -1.0."),
    (["--rate", "fast"], "--rate expects a number above 0, such as 20/s, found \"fast\"."),
    (["--rate", "0/s"], "--rate expects a number above 0, such as 20/s, found \"0/s\"."),
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

  @Test func readsConnections() throws {
    let options = try ConnectionOptions.parse([
      "--jobs", "3", "--rate", "2.5/s", "--header", "X-A:  b: c", "--timeout", "2",
    ])
    #expect(try options.requestsPerSecond == 2.5)
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
