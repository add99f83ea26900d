import Testing

/// A command line that is refused, and the first line of what is said about it.
struct WrongCommandLine: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var message: String

  init(_ arguments: String..., message: String) {
    self.arguments = arguments
    self.message = message
  }

  var testDescription: String { arguments.joined(separator: " ") }

  private typealias Wrong = WrongCommandLine

  /// Names that nothing bears.
  static let names: [WrongCommandLine] = [
    Wrong(
      "compare",
      "interac",
      "platform",
      message: #"There is no file and no suite "interac". Did you mean "interact"?"#
    ),
    Wrong(
      "compare",
      "interact",
      "platform",
      "--report",
      "markdwn=x",
      message: #"--report: unknown format "markdwn". Did you mean "markdown"?"#
    ),
    Wrong(
      "export",
      "interac",
      "--to",
      "openapi",
      message: #"Unknown suite "interac". Did you mean "interact"?"#
    ),
    Wrong(
      "verify",
      "--suite",
      "interac",
      message: #"Unknown suite "interac". Did you mean "interact"?"#
    ),
    Wrong(
      "list",
      "--suite",
      "billing",
      message: #"Unknown suite "billing". There are: interact, platform."#
    ),
    Wrong(
      "document",
      "--suite",
      "platfrom",
      message: #"Unknown suite "platfrom". Did you mean "platform"?"#
    ),
    Wrong(
      "mock",
      "--suite",
      "Platform",
      message: #"Unknown suite "Platform". Did you mean "platform"?"#
    ),
    Wrong(
      "verify",
      "--contract",
      "contacts.conections",
      message: #"Unknown contract "contacts.conections". Did you mean "contacts.connections"?"#
    ),
    Wrong(
      "list",
      "--contract",
      "platform/contacts.connection",
      message:
        #"Unknown contract "platform/contacts.connection". Did you mean "platform/contacts.connections"?"#
    ),
    Wrong(
      "list",
      "--suite",
      "interact",
      "--contract",
      "contacts.connections",
      message:
        "Unknown contract \"contacts.connections\". There are: recommended.request-connection, "
        + "connections.accept-reject, company.preregister."
    ),
    Wrong(
      "audit",
      "--operator",
      "member-nul",
      message: #"Unknown operator "member-nul". Did you mean "member-null"?"#
    ),
    Wrong(
      "audit",
      "--report",
      "junit",
      message:
        #"--report: unknown format "junit". There are: terminal, markdown, html, json."#
    ),
    Wrong(
      "list",
      "--depth",
      "deep",
      message:
        "The value 'deep' is invalid for '--depth <depth>'. Please provide one of 'quick', 'standard' or 'thorough'."
    ),
    Wrong(
      "explain",
      "eror-name",
      message: #"Unknown rule "eror-name". Did you mean "error-name"?"#
    ),
    Wrong(
      "verify",
      "--report",
      "junitt",
      message: #"--report: unknown format "junitt". Did you mean "junit"?"#
    ),
    Wrong(
      "verify",
      "--report",
      "pdf=x",
      message: """
        --report: unknown format "pdf". There are: junit, markdown, json, html, terminal, \
        junit:gitlab, junit:surefire, github, codequality, sarif, tap, events, har.
        """
    ),
    Wrong(
      "verify",
      "--given",
      "interact.pendingInvitations=1",
      message:
        #"--given: no suite declares the given "interact.pendingInvitations". Did you mean "interact.pendingInvitation"?"#
    ),
    Wrong(
      "validate",
      "contacts.connections/respons",
      "x",
      message:
        #"Unknown payload "contacts.connections/respons". Did you mean "contacts.connections/response"?"#
    ),
    Wrong(
      "validate",
      "interact/company.preregister/reqest",
      "x",
      message:
        #"Unknown payload "interact/company.preregister/reqest". Did you mean "interact/company.preregister/request"?"#
    ),
    Wrong(
      "verify",
      "--server",
      "intract=http://a",
      message: #"--server: unknown suite "intract". Did you mean "interact"?"#
    ),
    Wrong(
      "verify",
      "--credential",
      "platfrm=Cookie: a={token}",
      message: #"--credential: unknown suite "platfrm". Did you mean "platform"?"#
    ),
    Wrong("help", "verfy", message: #"Unknown command "verfy". Did you mean "verify"?"#),
    Wrong(
      "help",
      "foo",
      message:
        "Unknown command \"foo\". There are: verify, check, proxy, mock, list, lint, explain, "
        + "document, validate, export, import, compare, report, diff, show, merge, givens, audit, "
        + "baseline, clean, config, init, trend, completion, manual."
    ),
    Wrong("verfy", message: #"Unknown command "verfy". Did you mean "verify"?"#),
  ]
}
