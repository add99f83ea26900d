extension WrongCommandLine {
  private typealias Wrong = WrongCommandLine

  /// Values that do not fit, and options that do not go together.
  static let values: [WrongCommandLine] = [
    Wrong(
      "verify",
      "--given",
      "nonsense",
      message:
        #"--given: expected NAME=VALUE[,VALUE…], such as interact.pendingInvitation=1,2,3, found "nonsense"."#
    ),
    Wrong(
      "verify",
      "--given",
      "interact.pendingInvitation=x",
      message:
        #"--given: the field pendingInvitation of interact.pendingInvitation: expected integer, found "x"."#
    ),
    Wrong(
      "verify",
      "--givens",
      "absent.json",
      message: #"Cannot read the file "absent.json". Check the path and its permissions."#
    ),
    Wrong(
      "validate",
      "company.preregister/request",
      "absent.json",
      message: #"Cannot read the file "absent.json". Check the path and its permissions."#
    ),
    Wrong(
      "verify",
      "--server",
      "http://a",
      message:
        "--server URL is for one suite and 2 are selected; use --server interact=URL --server platform=URL, or --suite."
    ),
    Wrong(
      "verify",
      "--server",
      "interact=http://a",
      "--server",
      "interact=http://b",
      message: "--server names the suite interact twice."
    ),
    Wrong(
      "verify",
      "--server",
      "interact=http://a",
      "--suite",
      "platform",
      message: "--server names no server of a selected suite; use --server platform=URL."
    ),
    Wrong(
      "verify",
      "--server",
      "interact=ftp://a",
      message:
        #"--server interact=ftp://a: expected a URL that begins with http:// or https://, found "ftp://a"."#
    ),
    Wrong(
      "verify",
      "--server",
      "interact=http://a:99999",
      message:
        #"--server interact=http://a:99999: expected a port from 1 to 65535, found "99999"."#
    ),
    Wrong(
      "verify",
      "--server",
      "interact=http://a",
      "--in-process",
      message: "--in-process and --server exclude each other."
    ),
    Wrong(
      "verify",
      "--credential",
      "platform=Cookie",
      message:
        #"--credential expects SUITE=HEADER: TEMPLATE with {token} in it, found "platform=Cookie"."#
    ),
    Wrong("verify", "--jobs", "0", message: "--jobs expects at least 1, found 0."),
    Wrong(
      "verify",
      "--rate",
      "fast",
      message: #"--rate expects a number above 0, such as 20/s, found "fast"."#
    ),
    Wrong(
      "verify",
      "--header",
      "no colon",
      message: #"--header expects "NAME: VALUE", found "no colon"."#
    ),
    Wrong(
      "verify",
      "--ca-file",
      "absent.pem",
      message:
        #"--ca-file: Cannot read the file "absent.pem". Check the path and its permissions."#
    ),
    Wrong("verify", "--client-key", "k.pem", message: "--client-key needs --client-certificate."),
    Wrong("mock", "--port", "99999", message: "--port expects 0 to 65535, found 99999."),
    Wrong("mock", "--tls-key", "k.pem", message: "--tls-certificate and --tls-key go together."),
    Wrong(
      "mock",
      "--fault",
      "garbag",
      message:
        #"--fault: There is no fault "garbag"; the faults are delay, slow-body, reset-before-head, reset-in-body, truncated-body, malformed-head, malformed-json, malformed-xml, wrong-status, wrong-content-type, dropped-header, never-answer, garbage."#
    ),
  ]
}
