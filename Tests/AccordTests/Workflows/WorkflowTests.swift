import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Synchronization
import Testing

@Suite("A workflow is planned, run and judged")
struct WorkflowTests {
  @Test func contractsAreSound() {
    #expect(Uploads.suite.lint().map(\.description) == [])
  }

  @Test func isOneCase() throws {
    let cases = Uploads.suite.plan().cases.filter { $0.origin == .workflow }
    let testCase = try #require(cases.first)
    #expect(cases.count == 1)
    #expect(testCase.id.description == "uploads/uploads.begin/workflow/upload-lives")
    #expect(testCase.access == .writes)
    #expect(testCase.clauses.contains("workflow/upload-lives"))
    #expect(
      testCase.steps.map { "\($0.name): \($0.request.outline)" } == [
        "begin: POST /uploads", "wait: GET {place of begin}",
        "rename: PUT /uploads/{id of begin}", "read: GET /uploads/{id of begin}",
        "remove: DELETE /uploads/{id of begin}", "read again: GET /uploads/{id of begin}",
      ]
    )
    #expect(testCase.steps.allSatisfy { $0.call != nil })
    #expect(testCase.cleanUp.map(\.request.outline) == ["DELETE /uploads/{id of begin}"])
  }

  @Test func rightServerConforms() async throws {
    let server = UploadServer()
    let run = try await UploadRun(server)
    #expect(run.verdict == .conforms, "\(run.texts)")
    #expect(
      server.lines == [
        "POST /uploads", "GET /uploads/7", "GET /uploads/7", "PUT /uploads/7", "GET /uploads/7",
        "DELETE /uploads/7", "GET /uploads/7", "DELETE /uploads/7",
      ]
    )
    #expect(run.waits == [.seconds(60)])
    let renamed = server.requests[3]
    #expect(
      String(decoding: renamed.body, as: UTF8.self) == #"{"name":"photo","alias":"picture"}"#
    )
    #expect(run.warnings == [])
    #expect(run.state == .holds)
  }

  @Test(arguments: [
    (UploadServer.Fault.noLocation, [0: "response-headers"]),
    (.locationNowhere, [1: "status-is-expected"]),
    (.idAsText, [0: "body-matches-schema", 1: "body-matches-schema"]),
    (.neverDone, [1: "waiting-ends"]),
    (.beginFails, [0: "status-is-declared"]),
    (.renameFails, [2: "status-is-declared"]),
    (.removeDoesNothing, [5: "wrong-request-is-refused"]),
    (.removeFails, [4: "status-is-declared"]),
  ])
  func wrongServerIsFoundInTheStep(
    _ fault: UploadServer.Fault,
    _ rules: [Int: String]
  ) async throws {
    let server = UploadServer(fault: fault)
    let run = try await UploadRun(server)
    let found = run.violations.map { ($0.step, $0.rule) }
    #expect(Dictionary(found) { first, _ in first } == rules, "\(run.texts) \(server.lines)")
    #expect(run.verdict == .violates)
    #expect(run.state == .broken)
  }

  @Test func stepsWithoutTheirOutputAreNotRun() async throws {
    let server = UploadServer(fault: .beginFails)
    let run = try await UploadRun(server)
    #expect(server.lines == ["POST /uploads"])
    #expect(run.violations.map(\.step) == [0])
    #expect(
      run.notChecked == [
        "step 2 of 6 (wait): Not run: it needs the output place of begin, which was not answered as expected.",
        "step 3 of 6 (rename): Not run: it needs the output id of begin, which was not answered as expected.",
        "step 4 of 6 (read): Not run: it needs the output id of begin, which was not answered as expected.",
        "step 5 of 6 (remove): Not run: it needs the output id of begin, which was not answered as expected.",
        "step 6 of 6 (read again): Not run: it needs the output id of begin, which was not answered as expected.",
      ]
    )
  }

  @Test func stepsThatNeedNothingOfWhatIsMissingRunOn() async throws {
    let server = UploadServer(fault: .noLocation)
    let run = try await UploadRun(server)
    #expect(
      server.lines == [
        "POST /uploads", "PUT /uploads/7", "GET /uploads/7", "DELETE /uploads/7", "GET /uploads/7",
        "DELETE /uploads/7",
      ]
    )
    #expect(
      run.notChecked == [
        "step 2 of 6 (wait): Not run: it needs the output place of begin, which its answer does not have."
      ]
    )
  }

  @Test func aStepThatDependsOnAFailedOneIsNotRun() async throws {
    let run = try await UploadRun(UploadServer(fault: .removeFails))
    #expect(
      run.notChecked == [
        "step 6 of 6 (read again): Not run: it depends on remove, which was not answered as expected."
      ]
    )
  }

  @Test func waitingHasALimit() async throws {
    let server = UploadServer(fault: .neverDone)
    let run = try await UploadRun(server)
    #expect(run.waits == [.seconds(60), .seconds(60), .seconds(60)])
    #expect(
      run.texts == [
        """
        response body /state: expected "done" within 4 requests, 60.0 seconds apart, found \
        "pending"
        """
      ]
    )
  }

  @Test func anotherServerIsNotAsked() async throws {
    let server = UploadServer(fault: .otherServer)
    let run = try await UploadRun(server)
    #expect(server.lines == ["POST /uploads", "DELETE /uploads/7"])
    #expect(
      run.verdict
        == .failed(
          reason: """
            step 2 of 6 (wait): other-server: The step leads to another server, \
            http://evil.example, which is not asked; name it among the origins of the workflow if \
            it may be.
            """
        )
    )
  }

  @Test func anAllowedServerGetsNoCredential() async throws {
    var suite = Uploads.suite
    suite.workflows[0].origins = ["http://files.example"]
    let server = UploadServer(fault: .allowedServer)
    let run = try await UploadRun(server, suite)
    #expect(run.verdict == .conforms, "\(run.texts)")
    let foreign = server.requests.filter { $0.origin == "http://files.example" }
    #expect(foreign.map(\.target) == ["/uploads/7", "/uploads/7"])
    #expect(foreign.allSatisfy { $0.fields.values(of: "Authorization").isEmpty })
    #expect(foreign.allSatisfy { $0.fields.values(of: "Host") == ["files.example"] })
  }
}

@Suite("A workflow is cleaned up after, whatever happened")
struct CleanUpTests {
  @Test(arguments: [
    UploadServer.Fault.renameFails, .neverDone, .locationNowhere, .idAsText, .dropsRename,
    .otherServer,
    .noLocation,
  ])
  func nothingIsLeft(_ fault: UploadServer.Fault) async throws {
    let server = UploadServer(fault: fault)
    let run = try await UploadRun(server)
    #expect(run.verdict != .conforms)
    if fault == .idAsText {
      // The output has another type than it is to have: nobody knows what to remove.
      #expect(run.warnings.count == 1)
    } else {
      #expect(server.kept == [])
      #expect(run.warnings == [])
    }
  }

  @Test func nothingIsRemovedAtAnotherServer() async throws {
    var suite = Uploads.suite
    suite.workflows[0].cleanUp = [
      .step("clean", "uploads.remove", target: .output("place", of: "begin"))
    ]
    let server = UploadServer(fault: .otherServer)
    let run = try await UploadRun(server, suite)
    #expect(server.lines == ["POST /uploads"])
    #expect(run.warnings.count == 1)
    #expect(
      run.warnings.first?.hasSuffix(
        "was not sent: it leads to another server, http://evil.example."
      ) == true
    )
  }

  @Test func anAllowedServerRemovesWithoutACredential() async throws {
    var suite = Uploads.suite
    suite.workflows[0].origins = ["http://files.example"]
    suite.workflows[0].cleanUp = [
      .step("clean", "uploads.remove", target: .output("place", of: "begin"))
    ]
    let server = UploadServer(fault: .allowedServer)
    let run = try await UploadRun(server, suite)
    #expect(run.warnings == [])
    let removals = server.requests.filter { $0.method == "DELETE" }
    #expect(removals.last?.origin == "http://files.example")
    #expect(removals.last?.fields.values(of: "Authorization") == [])
  }

  @Test func whatCannotBeRemovedIsListed() async throws {
    let server = UploadServer(fault: .removeFails)
    let run = try await UploadRun(server)
    #expect(server.kept == [7])
    #expect(
      run.warnings == [
        """
        uploads/uploads.begin/workflow/upload-lives may have left something behind: its clean-up \
        DELETE /uploads/7 (clean) was answered 500.
        """
      ]
    )
  }

  @Test func nothingIsRemovedThatWasNotMade() async throws {
    let server = UploadServer(fault: .beginFails)
    let run = try await UploadRun(server)
    #expect(server.lines == ["POST /uploads"])
    #expect(run.warnings == [])
  }

  @Test(arguments: ["POST /uploads", "GET /uploads/7", "PUT /uploads/7"])
  func anInterruptionCleansUp(_ line: String) async throws {
    let interruption = Interruption()
    let server = UploadServer { if $0 == line { interruption.interrupt("Enough.") } }
    let run = try await UploadRun(server, interruption: interruption)
    #expect(run.verdict == .notRun(reason: "Enough."))
    #expect(server.kept == [])
    #expect(server.lines.last == "DELETE /uploads/7")
    #expect(server.lines.filter { $0.hasPrefix("DELETE") }.count == 1)
  }
}

/// The workflow against a server.
struct UploadRun: Sendable {
  private final class Waits: Sendable {
    let list = Mutex<[Duration]>([])
  }

  let result: Report.Result
  let warnings: [String]
  let waits: [Duration]
  let state: PromiseState?

  init(
    _ server: UploadServer,
    _ suite: ContractSuite = Uploads.suite,
    interruption: Interruption = Interruption()
  ) async throws {
    let waits = Waits()
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/workflow/*"]))
    settings.environment = EnvironmentVariables(["UPLOADS_TOKEN": "a-secret-of-uploads"])
    settings.sleep = { duration in waits.list.withLock { $0.append(duration) } }
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://uploads.example"),
      over: InProcessTransport { server.outcome($0) }
    )
    let run = ConformanceRun([target], settings: settings)
    let report = try await run.report(interruption: interruption)
    result = try #require(report.suites.first?.results.first)
    warnings = report.settings.warnings
    self.waits = waits.list.withLock { $0 }
    let record = RunRecord(report)
    state =
      Coverage(of: suite, in: record.suites.first)
      .entry("workflow/upload-lives", of: "uploads.begin")?.state
  }

  var verdict: Verdict { result.judgement.verdict }
  var violations: [Violation] { result.judgement.violations }
  var notChecked: [String] { result.judgement.notChecked }

  var texts: [String] {
    violations.map { "\($0.place): expected \($0.expected), found \($0.actual)" }
  }
}

@Suite("A workflow is kept by its mock, and makes givens")
struct WorkflowMockTests {
  @Test func mockKeepsIt() async throws {
    #expect(try await Uploads.suite.rehearse().map(\.description) == [])
  }

  @Test func mockThatForgetsIsFound() async throws {
    struct Forgetful: MockBehaviour {
      func reply(to call: MockCall, _ state: inout Void) throws(MockRefusal) -> MockReply {
        call.contract.id == "uploads.remove" ? MockReply() : .contract
      }
    }
    let problems = try await Uploads.suite.mocked(by: Forgetful()).rehearse()
    #expect(problems.count == 1)
    #expect(problems.first?.contract == "uploads.begin")
  }

  @Test func aGivenIsMadeAndRemoved() async throws {
    var suite = Uploads.suite
    suite.givens = [
      .given(
        "upload",
        .integer(in: 1...),
        "The number of an upload.",
        madeBy: .workflow("upload-begins", giving: .output("id", of: "begin"))
      )
    ]
    suite.workflows = [
      .workflow(
        "upload-begins",
        "An upload is begun.",
        steps: [Uploads.life.steps[0]],
        cleanUp: Uploads.life.cleanUp
      )
    ]
    suite.contracts[1].parameters[0].example = .given("upload")
    let server = UploadServer(work: 1)
    var settings = ConformanceRun.Settings(
      selection: Selection(cases: ["*/uploads.get/example/one"])
    )
    settings.environment = EnvironmentVariables(["UPLOADS_TOKEN": "a-secret-of-uploads"])
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://uploads.example"),
      over: InProcessTransport { server.outcome($0) }
    )
    #expect(suite.lint().map(\.description) == [])
    let report = try await ConformanceRun([target], settings: settings).report()
    #expect(report.suites[0].results.map(\.judgement.verdict) == [.conforms])
    #expect(server.lines.contains("GET /uploads/7"))
    #expect(server.lines.last == "DELETE /uploads/7")
    #expect(server.kept == [])
    #expect(report.settings.warnings == [])
  }

  @Test func aGivenThatCannotBeMadeFailsItsCases() async throws {
    var suite = Uploads.suite
    suite.givens = [
      .given(
        "upload",
        .integer(in: 1...),
        "The number of an upload.",
        madeBy: .workflow("upload-lives", giving: .output("id", of: "begin"))
      )
    ]
    suite.contracts[1].parameters[0].example = .given("upload")
    let server = UploadServer(fault: .beginFails)
    var settings = ConformanceRun.Settings(
      selection: Selection(cases: ["*/uploads.get/example/one"])
    )
    settings.environment = EnvironmentVariables(["UPLOADS_TOKEN": "a-secret-of-uploads"])
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://uploads.example"),
      over: InProcessTransport { server.outcome($0) }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    #expect(
      report.suites[0].results.map(\.judgement.verdict) == [
        .failed(
          reason: """
            A value of uploads.upload is made by the workflow upload-lives, which was answered 500 in \
            the step begin.
            """
        )
      ]
    )
  }
}

@Suite("A workflow is a script for the shell")
struct WorkflowScriptTests {
  @Test func takesOutputsFromAnswers() async throws {
    let run = try await UploadRun(UploadServer())
    let record = RunRecord.Case(run.result, in: Uploads.suite)
    #expect(
      record.script == """
        cd "$(mktemp -d)"
        # begin
        curl -sS -D 0.head -o 0.body -X POST 'http://uploads.example/uploads' -H 'Accept: application/json' -H 'Content-Type: application/json' -H 'Authorization: Bearer '"$UPLOADS_TOKEN" --data-binary '{"name":"picture"}'
        v_begin_place=$(grep -i '^Location:' 0.head | tail -n 1 | sed 's/^[^:]*: *//' | tr -d '\\r')
        v_begin_id=$(jq -r 'getpath(["id"])' 0.body)
        v_begin_name='picture'  # as it was in the run: /name of the request
        head -n 1 0.head
        # wait
        for try in $(seq 4); do
        curl -sS -D 1.head -o 1.body 'http://uploads.example'"$v_begin_place" -H 'Accept: application/json' -H 'Authorization: Bearer '"$UPLOADS_TOKEN"
        jq -e 'getpath(["state"]) == "done"' 1.body >/dev/null && break
        sleep 60
        done
        head -n 1 1.head
        # rename
        curl -sS -D 2.head -o 2.body -X PUT 'http://uploads.example/uploads/'"$v_begin_id" -H 'Accept: application/json' -H 'Content-Type: application/json' -H 'Authorization: Bearer '"$UPLOADS_TOKEN" --data-binary '{"name":"photo","alias":"'"$v_begin_name"'"}'
        head -n 1 2.head
        # read
        curl -sS -D 3.head -o 3.body 'http://uploads.example/uploads/'"$v_begin_id" -H 'Accept: application/json' -H 'Authorization: Bearer '"$UPLOADS_TOKEN"
        head -n 1 3.head
        # remove
        curl -sS -D 4.head -o 4.body -X DELETE 'http://uploads.example/uploads/'"$v_begin_id" -H 'Accept: */*' -H 'Authorization: Bearer '"$UPLOADS_TOKEN"
        head -n 1 4.head
        # read again
        curl -sS -D 5.head -o 5.body 'http://uploads.example/uploads/'"$v_begin_id" -H 'Accept: application/json' -H 'Authorization: Bearer '"$UPLOADS_TOKEN"
        head -n 1 5.head

        """
    )
  }
}

@Suite("A living document tells workflows")
struct WorkflowDocumentTests {
  @Test func stepsStandInOrder() {
    let markdown = LivingDocument(of: Uploads.suite.plan()).markdown
    let section = """
      ## Workflows

      ### upload-lives

      An upload that is begun is done some time later, is renamed, and is gone when it is removed.

      1. **begin**: `POST /uploads`, [uploads.begin](#uploadsbegin), is answered 202; it gives id \
      (`/id`), place (`Location`), name (`/name of the request`).
      2. **wait**: `GET {place of begin}`, [uploads.get](#uploadsget), is answered 200; it is sent 4 \
      times at most, 60.0 seconds apart, until `/state` is exactly `done`.
      3. **rename**: `PUT /uploads/{id of begin}`, [uploads.rename](#uploadsrename), is answered 200.
      4. **read**: `GET /uploads/{id of begin}`, [uploads.get](#uploadsget), is answered 200.
      5. **remove**: `DELETE /uploads/{id of begin}`, [uploads.remove](#uploadsremove), is answered 204.
      6. **read again**: `GET /uploads/{id of begin}`, [uploads.get](#uploadsget), is refused with 404.

      Whatever happened, what was made is removed:

      - **clean**: `DELETE /uploads/{id of begin}`, [uploads.remove](#uploadsremove), is answered 204.

      """
    #expect(markdown.contains(section), "\(markdown)")
  }
}
