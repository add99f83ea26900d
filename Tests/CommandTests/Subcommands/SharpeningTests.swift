import Testing

extension CommandTests {
  /// What is known of an API beside its document, tried on one that nothing here ships.
  @Suite("Settings that sharpen a document") struct SharpeningTests {
    private func folder(
      _ settings: String = LibraryServer.settings
    ) throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write(LibraryServer.document, to: "library.yaml")
      try folder.write(settings, to: "accord.json")
      return folder
    }

    /// The rules that a server breaks.
    private func broken(
      by fault: LibraryServer.Fault?
    ) async throws -> (
      rules: [String], run: ToolProcess.Outcome
    ) {
      let folder = try folder()
      let server = try await LibraryServer(fault)
      let run = try await accord(
        [
          "verify", "--strict", "--server", server.address, "--report", "json=run.json", "--seed",
          "7",
        ],
        environment: LibraryServer.environment,
        in: folder,
        within: 240
      )
      await server.stop()
      var rules: Set<String> = []
      for part in folder.text(of: "run.json").split(separator: "\"rule\"").dropFirst() {
        let value = part.split(separator: "\"", maxSplits: 2)
        if value.count > 1 { rules.insert(String(value[1])) }
      }
      return (rules.sorted(), run)
    }

    @Test("Of the right server nothing is found, and nothing that is stated is assumed")
    func right() async throws {
      let (rules, run) = try await broken(by: nil)
      #expect(rules == [])
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test("Its own mock keeps what is stated")
    func mock() async throws {
      let run = try await accord(["verify", "--strict", "--report", "tap=-"], in: try folder())
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains("library/add-book/example/not-by-reader"))
      #expect(run.output.contains("library/lend/life-cycle"), "\(run.output)")
    }

    static let faults: [(fault: LibraryServer.Fault, rules: [String])] = [
      (.namesAnother, ["error-name"]),
      (.namesElsewhere, ["error-name"]),
      (.anotherStatus, ["error-name"]),
      (.saysNothing, ["error-message"]),
      (.readersAdd, ["wrong-request-is-refused"]),
      (.readersUnknown, ["wrong-request-is-refused"]),
      (.staysOpen, ["state-is-shown", "wrong-request-is-refused"]),
      (.returnsTwice, ["wrong-request-is-refused"]),
      (.opensAgain, ["refused-changes-nothing"]),
      (.returnsAll, ["others-stay-as-they-were"]),
      (.hidesReturned, ["list-contains"]),
    ]

    @Test("Each fault is found by the rule that is about it", arguments: faults)
    func wrong(_ wrong: (fault: LibraryServer.Fault, rules: [String])) async throws {
      let (rules, run) = try await broken(by: wrong.fault)
      #expect(rules == wrong.rules, "\(run.output)")
      #expect(run.status == 1)
    }

    @Test("The article shows these settings")
    func article() throws {
      let text = try Tool.committed("Sources/Accord/Accord.docc/Sharpening.md")
      #expect(text.contains(LibraryServer.settings))
    }

    @Test("Each fault is tried")
    func allFaults() {
      #expect(Set(Self.faults.map(\.fault)) == Set(LibraryServer.Fault.allCases))
    }

    @Test("Settings are shown with their place, and may stand in files of their own")
    func places() async throws {
      let folder = try folder()
      let shown = try await accord(["config"], in: folder)
      #expect(shown.output.contains("--errors accord.json#/errors\n  accord.json:3\n"))
      #expect(shown.output.contains("--roles accord.json#/roles\n  accord.json:17\n"))
      #expect(shown.output.contains("--life-cycles accord.json#/lifeCycles\n  accord.json:21\n"))
      try folder.write(#"{"name": "/problem/code", "names": {"odd": 409}}"#, to: "errors.json")
      let list = try await accord(
        [
          "list", "--no-config", "--openapi", "library.yaml", "--errors", "errors.json",
          "--refusal", "*/unknown=odd",
        ],
        in: folder
      )
      #expect(list.status == 0, "\(list.errors)")
      let nowhere = try await accord(
        ["list", "--no-config", "--openapi", "library.yaml", "--errors", "errors.json#/odd"],
        in: folder
      )
      #expect(nowhere.errors.hasPrefix("Error: --errors: errors.json has nothing at \"/odd\".\n"))
      let without = try await accord(
        ["list", "--no-config", "--errors", "errors.json"],
        in: folder
      )
      #expect(
        without.errors.hasPrefix(
          "Error: --errors, --roles and --life-cycles are about one document, and there is none: name it by "
            + "--openapi.\n"
        )
      )
    }

    static let wrongSettings: [(settings: String, message: String)] = [
      (
        #""errors": {"nmae": "/a"}"#,
        "error: accord.json:2:20: /errors/nmae: No setting is called \"nmae\". Did you mean \"name\"?\n"
      ),
      (
        #""errors": {"name": "code", "names": {"odd": 200, "even": {"code": 1}}}"#,
        """
        error: accord.json:2:20: /errors/name: Expected a string in which the pattern ^(/([^~/]|~[01])*)+$ is found, found string "code".
        error: accord.json:2:45: /errors/names/odd: Expected at least 400, found integer 200.
        error: accord.json:2:58: /errors/names/even: Expected a member "status", found none.

        """
      ),
      (
        #""errors": {"names": {"odd": {"status": 409, "code": 7, "aliases": "even"}, "even": {"status": 409, "code": 7}}}"#,
        """
        error: accord.json:2:11: /errors: Errors have names, and nothing says where they show them: say it by "name", "code", "type" or "header".
        error: accord.json:2:84: /errors/names/even: Two errors are called "even".
        error: accord.json:2:108: /errors/names/even/code: The code 7 stands for odd already: nothing would tell the two apart.

        """
      ),
      (
        #""roles": {"clerk": {"scheme": "tokn", "calls": ["lendd"], "mayNot": {"getLoan": "odd"}}}"#,
        """
        error: accord.json:2:31: /roles/clerk/scheme: No security scheme that can be carried is called "tokn". Did you mean "token"?
        error: accord.json:2:81: /roles/clerk/mayNot/getLoan: No error is called "odd". There are none.

        """
      ),
      (
        #""roles": {"clerk": {"calls": ["lendd"]}}"#,
        "error: accord.json:2:31: /roles/clerk/calls/0: No operation is called \"lendd\". Did you mean \"lend\"?\n"
      ),
      (
        """
        "lifeCycles": {"loan": {
          "states": ["open", "returned"],
          "made": {"call": "lend", "identity": "/id"},
          "transitions": {
            "return": {"call": "returnLaon", "from": "opened", "to": "returned", "as": "clerk",
              "refused": {"returned": "parameter/loanId/lost"}}
          },
          "views": {"get": {"call": "getLoan", "arguments": {"loan": "ID"}}, "all": {"call": "listBooks"}}
        }}
        """,
        """
        error: accord.json:2:24: /lifeCycles/loan: Nothing removes what its cases make: say by "cleanUp" which operations do, or [] where none does.
        error: accord.json:6:24: /lifeCycles/loan/transitions/return/call: No operation is called "returnLaon". Did you mean "returnLoan"?
        error: accord.json:6:46: /lifeCycles/loan/transitions/return/from: The life cycle has no state "opened". Did you mean "open"?
        error: accord.json:6:80: /lifeCycles/loan/transitions/return/as: No role is called "clerk". There are none.
        error: accord.json:9:62: /lifeCycles/loan/views/get/arguments/loan: The identity has no part "ID". Did you mean "id"?
        error: accord.json:9:62: /lifeCycles/loan/views/get/arguments/loan: The operation has no parameter "loan". Did you mean "loanId"?
        error: accord.json:9:77: /lifeCycles/loan/views/all: Nothing that listBooks sends says which resource is meant: say by "arguments" which parameter does. There are: limit.

        """
      ),
      (
        """
        "lifeCycles": {"loan": {
          "states": ["open"], "transitions": {},
          "views": {"get": {"call": "getLoan", "refused": {"gone": "parameter/loanId/lost"}, "items": ""}}
        }}
        """,
        """
        error: accord.json:4:20: /lifeCycles/loan/views/get: Expected a member "identity" beside "items", found none.

        """
      ),
      (
        """
        "lifeCycles": {"loan": {
          "states": ["open", "lost"], "transitions": {},
          "views": {"get": {"call": "getLoan", "refused": {"gone": "parameter/loanId/unkown"}}}
        }}
        """,
        """
        error: accord.json:2:24: /lifeCycles/loan: Say either by "made" which operation makes one, or by "given" which live data are some.
        error: accord.json:3:22: /lifeCycles/loan/states/1: No transition leads to the state "lost".
        error: accord.json:4:60: /lifeCycles/loan/views/get/refused/gone: The operation refuses nothing at "parameter/loanId/unkown". Did you mean "parameter/loanId/unknown"?

        """
      ),
    ]

    @Test("What is wrong is said at its line, all of it", arguments: wrongSettings)
    func wrong(_ wrong: (settings: String, message: String)) async throws {
      let folder = try folder("{\"openapi\": \"library.yaml\",\n\(wrong.settings)}")
      let run = try await accord(["list"], in: folder)
      #expect(run.status == 64)
      #expect(run.errors == wrong.message)
    }

    @Test("Names of errors are those that there are")
    func refusals() async throws {
      let run = try await accord(["list", "--refusal", "*/unknown=unknwon"], in: try folder())
      #expect(
        run.errors.hasPrefix(
          "Error: --refusal: no error is called \"unknwon\". Did you mean \"unknown\"?\n"
        ),
        "\(run.errors)"
      )
    }
  }
}
