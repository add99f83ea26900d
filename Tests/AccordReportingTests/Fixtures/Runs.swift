import AccordModel
import AccordSchema
import HTTPTypes

/// Reports to write.
enum Runs {
  static func makeCase(
    _ parts: String...,
    origin: Case.Origin = .wrongValue,
    steps: [String] = ["request"]
  ) -> Case {
    Case(
      id: CaseID(["pets", "pets.rename"] + parts),
      suite: "pets",
      contract: "pets.rename",
      origin: origin,
      title: "A case",
      steps: steps.map { name in
        Case.Step(
          name,
          RequestTemplate(.put, [.text("/pets/7/v2")]),
          expecting: Case.Expectation(.success(Pets.contract.responses[0])),
          of: "pets.rename"
        )
      },
      clauses: ["header/x-token/missing/named"]
    )
  }

  static let request = Exchange.Request(
    origin: "https://pets.example",
    method: "PUT",
    target: "/pets/7/v2",
    fields: [
      Field("Host", "pets.example"), Field("Accept", "application/json"),
      Field("x-token", "$PETS_TOKEN"), Field("Content-Type", "application/json"),
      Field("Content-Length", "14"),
    ],
    body: Array(#"{"name":"Rex"}"#.utf8)
  )

  static let response = Exchange.Response(
    status: 200,
    reason: "OK",
    fields: [Field("Content-Type", "application/json"), Field("content-type", "text/plain")],
    body: Array(#"{"errorCode":0}"#.utf8),
    deviations: [
      Exchange.Response.Deviation(id: "RFC9112-2.2-bare-lf", sentence: "A line ends with LF alone.")
    ]
  )

  static let exchange = Exchange(
    request: request,
    outcome: .answered(response),
    timing: Exchange.Timing(total: 1_234_567_890)
  )

  static let mustClause = Clause(
    "header/x-token/missing/refused",
    "A request without the token is refused.",
    basis: .stated,
    source: SourceLine(fileID: "Pets/Pets.swift", line: 31)
  )

  static let assumedClause = Clause(
    "header/x-token/missing/named",
    "A request without the token is refused with InvalidToken.",
    basis: .assumption("The document lists the error and not when it occurs."),
    source: SourceLine(fileID: "Pets/Pets.swift", line: 31)
  )

  static let violation = Violation(
    rule: "error-name",
    clause: mustClause,
    place: .body(members: "/errorCode"),
    expected: "1006 (InvalidToken)",
    actual: "0, with status 200",
    position: SourcePosition(byte: 13, line: 1, column: 14)
  )

  static let warning = Violation(
    rule: "error-name",
    clause: assumedClause,
    place: .body(members: "/errorCode"),
    expected: "1006 (InvalidToken)",
    actual: "1002 (InvalidParameter)",
    hint: "Another error of the catalogue came back."
  )

  /// A report with every verdict.
  static let mixed = Report(
    suites: [
      Report.SuiteResult(
        suite: Pets.suite,
        subject: "https://pets.example",
        results: [
          Report.Result(
            makeCase("v1", "example", "rename", origin: .example),
            exchanges: [exchange],
            judgement: Judgement(
              .conforms,
              rules: ["status-is-declared"],
              exercised: ["status/200", "response/success", "header/x-token"]
            )
          ),
          Report.Result(
            makeCase("v1", "header-missing", "x-token", origin: .omission),
            exchanges: [exchange],
            judgement: Judgement(
              .violates,
              violations: [violation, warning],
              rules: ["error-name"]
            )
          ),
          Report.Result(
            makeCase("v2", "header-missing", "x-token", origin: .omission),
            exchanges: [exchange],
            judgement: Judgement(.violates, violations: [violation], rules: ["error-name"])
          ),
          Report.Result(
            makeCase("v2", "header-invalid", "x-token", "forged"),
            exchanges: [exchange],
            judgement: Judgement(.conforms, violations: [warning], rules: ["error-name"])
          ),
          Report.Result(
            makeCase("relation", "same-read-twice", origin: .relation, steps: ["first", "second"]),
            exchanges: [exchange, exchange],
            judgement: Judgement(
              .violates,
              violations: [
                Violation(
                  rule: "relation-holds",
                  clause: mustClause,
                  step: 1,
                  place: .body(members: "/name"),
                  expected: "string \"Rex\"",
                  actual: "string \"Max\""
                )
              ],
              rules: ["relation-holds"]
            )
          ),
          Report.Result(
            makeCase("v1", "format", "csv", "suffix", origin: .format),
            exchanges: [exchange],
            judgement: Judgement(
              .notChecked(reason: "Bodies in csv are not checked."),
              rules: ["status-is-declared"],
              notChecked: ["Bodies in csv are not checked."],
              exercised: ["status/200", "negotiation/suffix"]
            )
          ),
          Report.Result(
            makeCase("v1", "parameter-unknown", "petid", "none"),
            judgement: Judgement(.skipped(reason: "There is no value for pets.pet."))
          ),
          Report.Result(
            makeCase("v2", "parameter-unknown", "petid", "none"),
            judgement: Judgement(.skipped(reason: "There is no value for pets.pet."))
          ),
          Report.Result(
            makeCase("v1", "body-malformed", "cut"),
            exchanges: [
              Exchange(
                request: request,
                outcome: .failed(
                  ExchangeFailure(.truncatedBody, "The body ends after 3 of 10 bytes."),
                  partial: Exchange.Response(status: 200, body: [0x7B, 0xFF, 0x00])
                ),
                timing: Exchange.Timing(total: 5_000_000),
                wasResent: true
              )
            ],
            judgement: Judgement(.failed(reason: "The body ends after 3 of 10 bytes."))
          ),
          Report.Result(
            makeCase("v2", "body-malformed", "cut"),
            judgement: Judgement(.notRun(reason: "The run was interrupted."))
          ),
        ],
        notProvoked: [Pets.notProvoked]
      )
    ],
    settings: Report.Settings(
      seed: 18_446_744_073_709_551_615,
      warnings: ["Certificates were not checked (--insecure): who answered is not known."]
    ),
    interruption: "SIGINT",
    began: Moment(parsing: "2026-01-31T23:59:59Z"),
    version: "1.2.3"
  )

  /// A report in which nothing is wrong.
  static let conforming = Report(
    suites: [
      Report.SuiteResult(
        suite: Pets.suite,
        subject: "the embedded mock",
        results: [
          Report.Result(
            makeCase("v1", "example", "rename", origin: .example),
            exchanges: [exchange],
            judgement: Judgement(.conforms, rules: ["status-is-declared"])
          )
        ],
        notProvoked: []
      )
    ],
    settings: Report.Settings(seed: 1),
    version: "1.2.3"
  )

  /// A report of many violations, `alike` or each different.
  static func many(_ count: Int, alike: Bool) -> Report {
    let results = (0..<count).map { number in
      var broken = violation
      if !alike { broken.place = .body(InstancePath([.member("code\(number)")])) }
      return Report.Result(
        makeCase("v1", "parameter-invalid", "petid", "probe-\(number)"),
        exchanges: [exchange],
        judgement: Judgement(.violates, violations: [broken], rules: ["error-name"])
      )
    }
    return Report(
      suites: [
        Report.SuiteResult(
          suite: Pets.suite,
          subject: "https://pets.example",
          results: results,
          notProvoked: [Pets.notProvoked]
        )
      ],
      settings: Report.Settings(seed: 1)
    )
  }
}
