extension WrongCommandLine {
  private typealias Wrong = WrongCommandLine

  /// Values that do not fit, and options that do not go together.
  static let values: [WrongCommandLine] = [
    Wrong(
      "check",
      "absent.har",
      message: #"Cannot read the file "absent.har". Check the path and its permissions."#
    ),
    Wrong(
      "check",
      "absent.har",
      "--server",
      "intract=http://a",
      message: #"--server: unknown suite "intract". Did you mean "interact"?"#
    ),
    Wrong(
      "proxy",
      "--to",
      "http://a",
      "--listen",
      "a:b",
      message:
        #"--listen expects PORT or HOST:PORT with a port from 0 to 65535, found "a:b"."#
    ),
    Wrong(
      "proxy",
      "--to",
      "http://a",
      "--insecure",
      "--ca-file",
      "x.pem",
      message: "--insecure and --ca-file exclude each other."
    ),
    Wrong(
      "lint",
      "--openapi",
      "shop.yaml",
      "--suite",
      "shop",
      message: "--openapi checks documents, not suites: leave out --suite, or add --rehearse."
    ),
    Wrong(
      "verify",
      "--given",
      "nonsense",
      message:
        #"--given: expected NAME=VALUE[,VALUE…], such as shop.order=1,2,3, found "nonsense"."#
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
    Wrong(
      "verify",
      "--jobs",
      "0",
      message:
        "The value '0' is invalid for '--jobs <jobs>': expected a whole number from 1 to 1000"
    ),
    Wrong(
      "verify",
      "--rate",
      "fast",
      message:
        "The value 'fast' is invalid for '--rate <rate>': expected a number from 0.001 to 1000000 requests a second"
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
    Wrong(
      "mock",
      "--port",
      "99999",
      message:
        "The value '99999' is invalid for '--port <port>': expected a whole number from 0 to 65535"
    ),
    Wrong(
      "verify",
      "--max-time",
      "nan",
      message:
        "The value 'nan' is invalid for '--max-time <max-time>': expected a number from 0.001 to 2592000 seconds"
    ),
    Wrong(
      "verify",
      "--output",
      "",
      message:
        "The value '' is invalid for '--output <output>': expected the name of a folder, such as Reports, found nothing"
    ),
    Wrong(
      "verify",
      "--server",
      "interact=http://h/?api_key=geheim",
      message:
        #"--server interact=http://h/?api_key=[value]: expected a URL without query and fragment, found "http://h/?api_key=[value]"."#
    ),
    Wrong(
      "verify",
      "http://me:geheim@h",
      message:
        "\"http://[credentials]@h\" is a target of accord.json, and there is no such file here. Write one, or "
        + "name it by --config."
    ),
    Wrong(
      "baseline",
      "run.json",
      "--update",
      "--expiry",
      "2020-01-01",
      "--today",
      "2026-05-01",
      message: "--expiry is past: expected today, 2026-05-01, or a later day, found 2020-01-01."
    ),
    Wrong(
      "audit",
      "--min-score",
      "80",
      message:
        "The value '80' is invalid for '--min-score <min-score>': expected a number from 0 to 1"
    ),
    Wrong(
      "mock",
      "--host",
      "nope.invalid",
      message:
        #""nope.invalid" is no address, and no name that can be resolved. Listen on 127.0.0.1, or on 0.0.0.0 for all addresses of this machine."#
    ),
    Wrong(
      "mock",
      "--host",
      "192.0.2.1",
      message:
        "192.0.2.1 is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for all of its addresses."
    ),
    Wrong("mock", "--tls-key", "k.pem", message: "--tls-certificate and --tls-key go together."),
    Wrong(
      "mock",
      "--fault",
      "garbag",
      message:
        #"--fault: There is no fault "garbag". Did you mean "garbage"?"#
    ),
    Wrong(
      "mock",
      "--fault",
      "explode",
      message:
        #"--fault: There is no fault "explode"; the faults are delay, slow-body, reset-before-head, reset-in-body, truncated-body, malformed-head, malformed-json, malformed-xml, wrong-status, wrong-content-type, dropped-header, never-answer, garbage."#
    ),
    Wrong(
      "mock",
      "--fault",
      "delay=1ms,",
      message:
        #"--fault: expected a fault before and after each comma, found nothing as number 2 of "delay=1ms,"."#
    ),
    Wrong(
      "mock",
      "--tls-certificate",
      "absent.pem",
      "--tls-key",
      "absent.pem",
      message: "TLS cannot be used as configured: absent.pem cannot be read."
    ),
    Wrong(
      "validate",
      "x.json",
      "--schema",
      "-",
      message:
        #"--schema expects the name of a file, found "-". Standard input has the name /dev/stdin there."#
    ),
    Wrong(
      "validate",
      "x.json",
      "--schema",
      "#/x",
      message:
        ##"--schema expects the name of a file, as in FILE or FILE#PLACE, found "#/x"."##
    ),
    Wrong(
      "validate",
      "x.json",
      "--schema",
      "",
      message: "--schema expects the name of a file, as in FILE or FILE#PLACE, found nothing."
    ),
    Wrong(
      "validate",
      "company.preregister/request",
      "/",
      message: #"Cannot read "/": it is a folder. Name a file in it."#
    ),
    Wrong(
      "report",
      "/",
      "--report",
      "html",
      message: #"Cannot read "/": it is a folder. Name a file in it."#
    ),
    Wrong(
      "verify",
      "--generate",
      "5",
      "--shard",
      "1/2",
      message: """
        --generate does not go with --shard: what fails is shrunk by the run that found it. Generate in a \
        run of its own, with --origin generated.
        """
    ),
    Wrong(
      "verify",
      "--generate-for",
      "3s",
      "--rerun-failed",
      "run.json",
      message: """
        --generate-for does not go with --rerun-failed: generated failures are kept in a file, and tried \
        first by --generate.
        """
    ),
    Wrong(
      "verify",
      "--failures",
      "x.json",
      message: "--failures names where the failures of --generate are kept; give both."
    ),
    Wrong(
      "verify",
      "--replay",
      "x",
      "--generate",
      "3",
      message: "--replay sends one generated request again: leave out --generate."
    ),
    Wrong(
      "verify",
      "--replay",
      "x",
      message: """
        --replay: expected a token that a run with --generate printed, which begins with "accord1.".
        """
    ),
  ]
}
