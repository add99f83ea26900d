import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

@Suite("Several media types, texts and bytes are stated")
struct ArchiveTests {
  private static let mocked = ConformanceRun([.init(Archive.suite, against: .inProcessMock)])

  @Test func contractsAreSound() throws {
    let plan = try #require(Self.mocked.plans.first)
    let problems = ContractLint().problems(in: Archive.suite, cases: plan.cases)
    #expect(problems.map(\.description) == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let report = try await Self.mocked.report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations) \(result.judgement.notChecked)"
      )
    }
  }

  /// The request by which a case asks, and what it promises of the answer's format.
  @Test(arguments: [
    ("invoices.get/example/one", "application/vnd.acme.invoice+json", ["invoice"]),
    ("invoices.get/example/printed", "application/pdf", ["pdf"]),
    ("invoices.get/example/read", "text/plain", ["text"]),
    (
      "invoices.get/example/printed-or-read", "application/pdf, text/plain;q=0.5",
      ["pdf", "text"]
    ),
    (
      "invoices.latest/example/last", "application/vnd.acme.invoice+json, application/json",
      ["invoice", "json"]
    ),
    ("files.get/example/logo", "*/*", []),
  ])
  func formatIsChosen(_ id: String, _ accept: String, _ formats: [String]) throws {
    let cases = try #require(Self.mocked.plans.first).cases
    let step = try #require(cases.first { $0.id.description == "archive/\(id)" }?.steps.first)
    let fields = step.request.fields.filter { $0.name == "Accept" }
    #expect(fields.map(\.value) == [.value(.literal(.string(accept)))])
    #expect(step.expectation.formats.map(\.id) == formats)
  }

  @Test func documentSaysEveryFormat() throws {
    let plan = try #require(Self.mocked.plans.first)
    let markdown = LivingDocument(of: plan).markdown
    #expect(markdown.contains("**200** in pdf: "))
    #expect(markdown.contains("The body is 5 to 2000 bytes."))
    #expect(markdown.contains("In form: object"))
    #expect(
      markdown.contains(
        "The header Docker-Content-Digest names the digest of the content. "
          + "It is written as `sha256:` and hexadecimal digits."
      )
    )
  }

  @Test(arguments: [false, true])
  func rightServerConforms(_ isHarmless: Bool) async throws {
    let found = try await violations(of: ArchiveServer(isHarmless: isHarmless))
    #expect(found == [])
  }

  private static let declared =
    " The contract declares application/vnd.acme.invoice+json, application/pdf, text/plain for its answers."

  private static let unasked =
    " The contract declares application/vnd.acme.invoice+json, and this request does not ask for it."

  static let faults: [(ArchiveServer.Fault, [String])] = [
    (
      .undeclaredType,
      [
        "content-type-matches-format in invoices.get/example/printed at response header Content-Type: "
          + "application/pdf, not image/png." + declared,
        "content-type-matches-format in invoices.get/example/printed-or-read at response header Content-Type: "
          + "application/pdf or text/plain, not image/png." + declared,
      ]
    ),
    (
      .otherDeclaredType,
      [
        "content-type-matches-format in invoices.get/example/printed at response header Content-Type: "
          + "application/pdf, not application/vnd.acme.invoice+json." + unasked,
        "content-type-matches-format in invoices.get/example/printed-or-read at response header Content-Type: "
          + "application/pdf or text/plain, not application/vnd.acme.invoice+json." + unasked,
      ]
    ),
    (
      .jsonOfAnotherSchema,
      [
        "body-matches-schema in invoices.get/example/one at response body: "
          + "a member \"total\", not none",
        "body-matches-schema in invoices.get/example/one at response body /number: "
          + "integer, not string \"7\"",
      ]
    ),
    (
      .wrongText,
      [
        "body-matches-schema in invoices.get/example/read at response body: "
          + "a string of at least 5 characters, not string \"Bill\" of 4 characters"
      ]
    ),
    (
      .noUTF8,
      [
        "body-is-well-formed in notes.get/example/first at response body: "
          + "well-formed text: UTF-8, not the byte 0xFC"
      ]
    ),
    (
      .emptyPDF,
      [
        "body-has-promised-size in invoices.get/example/printed at response body: "
          + "5 to 2000 bytes, not 0 bytes",
        "body-has-promised-size in invoices.get/example/printed-or-read at response body: "
          + "5 to 2000 bytes, not 0 bytes",
      ]
    ),
    (
      .longPDF,
      [
        "body-has-promised-size in invoices.get/example/printed at response body: "
          + "5 to 2000 bytes, not 2009 bytes",
        "body-has-promised-size in invoices.get/example/printed-or-read at response body: "
          + "5 to 2000 bytes, not 2009 bytes",
      ]
    ),
    (
      .wrongDigest,
      [
        "digest-is-of-content in files.get/example/logo at response header Docker-Content-Digest: "
          + "sha256:3598ce6f965b2481fe26316c06b30950c46ac7f8e7229f104aa78f579997668d, not sha256:\(String(repeating: "0", count: 64))",
        "digest-is-of-content in files.get/relation/head at response header Docker-Content-Digest: "
          + "sha256:3598ce6f965b2481fe26316c06b30950c46ac7f8e7229f104aa78f579997668d, not sha256:\(String(repeating: "0", count: 64))",
      ]
    ),
    (
      .noDigest,
      [
        "digest-is-of-content in files.get/example/logo at response header Docker-Content-Digest: "
          + "the field Docker-Content-Digest, not none",
        "digest-is-of-content in files.get/relation/head at response header Docker-Content-Digest: "
          + "the field Docker-Content-Digest, not none",
      ]
    ),
    (
      .wrongContentDigest,
      [
        "digest-is-of-content in files.get/example/logo at response header Content-Digest: "
          + "sha-256=:NZjOb5ZbJIH+JjFsBrMJUMRqx/jnIp8QSqePV5mXZo0=:, not sha-256=:AAAA:",
        "digest-is-of-content in files.get/relation/head at response header Content-Digest: "
          + "sha-256=:NZjOb5ZbJIH+JjFsBrMJUMRqx/jnIp8QSqePV5mXZo0=:, not sha-256=:AAAA:",
      ]
    ),
    (
      .takesAnyNote,
      [
        "wrong-request-is-refused in notes.put/body-malformed/empty at response status: "
          + "a refusal with 400, not 204, as if the request were right",
        "wrong-request-is-refused in notes.put/body-malformed/not-utf-8 at response status: "
          + "a refusal with 400, not 204, as if the request were right",
      ]
    ),
    (
      .ignoresPictures,
      [
        "wrong-request-is-refused in messages.attach/member-missing/picture at response status: "
          + "a refusal with 422, not 202, as if the request were right"
      ]
    ),
    (
      .chosenTypeUndeclared,
      [
        "content-type-matches-format in invoices.latest/example/last at response header Content-Type: "
          + "application/vnd.acme.invoice+json or application/json, not application/problem+json. "
          + "The contract declares application/json, application/vnd.acme.invoice+json for its answers."
      ]
    ),
    (
      .headIsUnknown,
      [
        "head-answers-as-get in files.get/relation/head at response status: "
          + "200, as in step 1 (GET), not 405"
      ]
    ),
    (
      .headOfAnotherLength,
      [
        "head-answers-as-get in files.get/relation/head at response header Content-Length: "
          + "4, as in step 1 (GET), because GET's content has so many bytes, not 0"
      ]
    ),
    (
      .headOfAnotherDigest,
      [
        "head-answers-as-get in files.get/relation/head at response header "
          + "Docker-Content-Digest: sha256:3598ce6f965b2481fe26316c06b30950c46ac7f8e7229f104aa78f579997668d"
          + ", as in step 1 (GET), not sha256:\(String(repeating: "0", count: 64))"
      ]
    ),
  ]

  @Test(arguments: faults)
  func wrongAnswerIsFound(_ fault: ArchiveServer.Fault, _ expected: [String]) async throws {
    let found = try await violations(of: ArchiveServer(fault: fault))
    #expect(found == expected)
  }

  /// Each wrong value of the form is refused for what it is as a form, not as JSON.
  @Test func wrongFormsAreSent() async throws {
    let found = try await violations(of: ArchiveServer(fault: .takesAnyForm))
    let cases = found.compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
    #expect(
      cases == [
        "messages.send/member-missing/recipient/form", "messages.send/member-null/recipient/form",
        "messages.send/member-empty/recipient/form",
        "messages.send/member-invalid/copies/not-a-number/form",
        "messages.send/member-invalid/copies/fraction/form",
        "messages.send/member-invalid/copies/below-minimum/form",
        "messages.send/member-invalid/copies/above-maximum/form",
      ]
    )
  }

  private func violations(of server: ArchiveServer) async throws -> [String] {
    var settings = ConformanceRun.Settings()
    try settings.givens.add("archive.invoice=7", for: [Archive.suite])
    let target = ConformanceRun.Target(
      Archive.suite,
      at: try ServerAddress("http://archive.example"),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    let results = report.suites.flatMap(\.results)
    #expect(results.count > 25)
    // A case has several steps, each of which may be wrong alike.
    var seen: Set<String> = []
    let found = results.flatMap { result in
      let id = result.testCase.id.description.dropFirst("archive/".count)
      return result.judgement.violations.map { violation in
        let hint = violation.hint.flatMap { $0.hasPrefix("The contract declares") ? $0 : nil }
        return
          "\(violation.rule) in \(id) at \(violation.place): \(violation.expected), not \(violation.actual)"
          + (hint.map { ". \($0)" } ?? "")
      }
    }
    return found.filter { seen.insert($0).inserted }
  }
}
