import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct BaselineTests {
  private let mixed = RunRecord(Runs.mixed)

  private func known(in run: RunRecord) -> [String] {
    run.suites.flatMap(\.cases).filter(\.isKnown).map { String($0.id.description.dropFirst(17)) }
  }

  @Test
  func whatIsListedDoesNotFailTheRun() throws {
    var report = Runs.mixed
    report.suites[0].results = Array(report.suites[0].results[0...2])
    report.interruption = nil
    let run = RunRecord(report)
    #expect(run.exitStatus == 1)
    let baseline = Baseline([
      Runs.entry("v1/header-missing/x-token", 0, "Known since May."),
      Runs.entry("v2/header-missing/x-token", 0, "Known.", ticket: "T-1", expiry: "2026-03-01"),
    ])
    let held = baseline.applied(to: run, today: Runs.today)
    #expect(held.exitStatus == 0)
    #expect(held.baseline == [])
    #expect(known(in: held) == ["v1/header-missing/x-token", "v2/header-missing/x-token"])
    #expect(held.summary.known == 2)
    #expect(held.summary.violating == 0)
    #expect(
      held.headline == "1 of 3 cases conform, no other violates, 2 known."
    )
    #expect(held.suites[0].cases[2].violations[0].known == "Known. (T-1, until 2026-03-01)")
    // The assumption in the same case is not listed and still warns; a strict run fails on it.
    #expect(held.suites[0].cases[1].violations[1].known == nil)
    var strict = run
    strict.settings.isStrict = true
    #expect(baseline.applied(to: strict, today: Runs.today).exitStatus == 1)
  }

  @Test
  func findings() {
    #expect(
      Runs.known.baseline.map(\.sentence) == [
        """
        Expired on 2026-02-28: pets/pets.rename/relation/same-read-twice · relation-holds at \
        response body /name still occurs. It was put up with because: Somebody reads it anew.
        """,
        """
        Fixed but listed: pets/pets.rename/v1/example/rename · status-is-declared at response \
        status no longer occurs. Remove it with `accord baseline --prune`.
        """,
        """
        Not observed: pets/pets.rename/v3/gone · error-name at response body /errorCode, because \
        the case was not run as far as that.
        """,
      ]
    )
    #expect(known(in: Runs.known) == ["v2/header-missing/x-token"])
  }

  @Test
  func fixedAndExpiredFailARunThatOtherwiseConforms() {
    let run = RunRecord(Runs.conforming)
    var entry = Runs.known.baseline[1].entry
    func status(_ entry: Baseline.Entry) -> Int32 {
      Baseline([entry]).applied(to: run, today: Runs.today).exitStatus
    }
    #expect(status(entry) == 1)
    #expect(
      Baseline([entry]).applied(to: run, today: Runs.today).headline
        == "The only case conforms, 1 entry of the baseline out of date."
    )
    // An entry whose case did not run says nothing of the server.
    entry.testCase = CaseID("pets/other")
    #expect(status(entry) == 0)
  }

  @Test
  func anotherPlaceRulePromiseOrShapeIsNotHidden() {
    let entry = Runs.entry("v2/header-missing/x-token", 0, "Known.")
    let changes: [(inout RunRecord.Violation) -> Void] = [
      { $0.place = .body(members: "/code") }, { $0.rule = "status-is-declared" },
      { $0.clause.id = "other" }, { $0.expected = "1006 (BadToken)" }, { $0.step = 1 },
    ]
    for change in changes {
      var run = mixed
      change(&run.suites[0].cases[2].violations[0])
      #expect(known(in: Baseline([entry]).applied(to: run, today: Runs.today)) == [])
    }
    // What was found changes from run to run, and so do numbers in what was expected.
    var run = mixed
    run.suites[0].cases[2].violations[0].actual = "7, with status 500"
    run.suites[0].cases[2].violations[0].expected = "1007 (InvalidToken)"
    #expect(known(in: Baseline([entry]).applied(to: run, today: Runs.today)).count == 1)
  }

  @Test
  func whatDidNotGetAsFarIsNotObserved() {
    let states: [(Verdict, [String], Baseline.Finding.State)] = [
      (.conforms, [], .fixed), (.violates, ["error-name"], .fixed), (.violates, [], .notObserved),
      (.notChecked(reason: ""), ["error-name"], .fixed),
      (.notChecked(reason: ""), [], .notObserved),
      (.skipped(reason: ""), [], .notObserved), (.failed(reason: ""), [], .notObserved),
      (.notRun(reason: ""), [], .notObserved),
    ]
    for (verdict, rules, state) in states {
      var run = mixed
      run.suites[0].cases[2].verdict = verdict
      run.suites[0].cases[2].rules = rules
      run.suites[0].cases[2].violations = []
      let entry = Runs.entry("v2/header-missing/x-token", 0, "Known.")
      let findings = Baseline([entry]).applied(to: run, today: Runs.today).baseline
      #expect(findings.map(\.state) == [state], "\(verdict)")
    }
  }

  @Test
  func aFailureIsNeverHidden() {
    let failed = mixed.suites[0].cases[8]
    var listed = failed
    listed.violations = [mixed.suites[0].cases[2].violations[0]]
    let entry = Baseline.Entry(listed.violations[0], in: failed.id, reason: "Known.")
    let marked = Baseline([entry]).marking(listed, isStrict: false, today: Runs.today)
    #expect(!marked.isKnown)
    #expect(marked.verdict == failed.verdict)
  }

  @Test
  func updatingIsStableAndKeepsReasons() throws {
    var baseline = Baseline([
      Runs.entry("v2/header-missing/x-token", 0, "Mine.", ticket: "T-1", expiry: "2026-02-01"),
      Runs.known.baseline[1].entry, Runs.known.baseline[2].entry,
    ])
    let change = baseline.update(after: mixed, today: Runs.today, reason: "New.")
    #expect(change == Baseline.Change(added: 2, removed: 1, kept: 2))
    let text = baseline.text
    #expect(try Baseline(parsing: Array(text.utf8)).text == text)
    try expectGolden(text, "accord-baseline.json")
    let again = baseline.update(after: mixed, today: Runs.today, reason: "Never.")
    #expect(again == Baseline.Change(added: 0, removed: 0, kept: 4))
    #expect(baseline.text == text)
    #expect(Baseline(baseline.entries.reversed()).text == text)
  }

  @Test
  func pruningOnlyRemovesWhatIsFixed() {
    var baseline = Baseline(Runs.known.baseline.map(\.entry))
    let change = baseline.prune(after: mixed, today: Runs.today)
    #expect(change == Baseline.Change(added: 0, removed: 1, kept: 2))
    #expect(baseline.entries.map(\.reason) == ["Somebody reads it anew.", "It answered 302."])
  }

  @Test(arguments: [
    (
      "\"reason\": \"Mine.\"", "\"reason\": \" \"",
      #"expected why the violation is put up with at "/entries/0/reason", found " ""#
    ),
    (
      "\"expiry\": \"2026-02-01\"", "\"expiry\": \"2026-02-30\"",
      #"expected a day such as "2026-01-31", or null at "/entries/0/expiry", found "2026-02-30""#
    ),
    (
      "\"ticket\": null", "\"ticket\": null, \"expires\": null",
      #"expected no member of that name at "/entries/0/expires", found one"#
    ),
    (
      "\"case\":", "\"kase\":",
      #"expected a member "case" at "/entries/0", found none"#
    ),
    (
      "\"entries\": [", "\"entries\": 3, \"x\": [",
      #"expected no member of that name at "/x", found one"#
    ),
  ])
  func whatIsNoBaselineIsRefused(_ old: String, _ new: String, _ message: String) throws {
    let entry = Runs.entry("v2/header-missing/x-token", 0, "Mine.", expiry: "2026-02-01")
    let wrong = Baseline([entry]).text.replacing(old, with: new)
    let error = #expect(throws: BaselineError.self) {
      _ = try Baseline(parsing: Array(wrong.utf8))
    }
    #expect(
      error?.description == """
        Not a baseline: \(message). `accord baseline --update` writes one.
        """
    )
    let twice = Baseline([entry, entry]).text
    #expect(throws: BaselineError.self) { _ = try Baseline(parsing: Array(twice.utf8)) }
  }

  @Test
  func anotherVersionIsRefusedWithTheWayToRenewIt() {
    let old = Baseline().text.replacing("\"schemaVersion\": 2", with: "\"schemaVersion\": 1")
    let error = #expect(throws: BaselineError.self) { _ = try Baseline(parsing: Array(old.utf8)) }
    #expect(
      error?.description == """
        Not a baseline: expected 2, the version of the document that this tool reads, at \
        "/schemaVersion", found 1. Make it anew: move the file away, run `accord verify --report \
        json=run.json`, then `accord baseline run.json --update --reason "…"`, and take over the \
        reasons, tickets and days.
        """
    )
  }

  @Test
  func itStaysValidWhenTheDataChange() throws {
    let today = Lists.run([
      Lists.result("list", items: 20), Lists.result("page", items: 8),
      Lists.result("alone", items: 1),
    ])
    var baseline = Baseline()
    _ = baseline.update(after: today, today: Runs.today, reason: "Known.")
    #expect(
      baseline.entries.map(\.place) == Array(repeating: "response body /items/*/id", count: 3)
    )
    baseline = try Baseline(parsing: Array(baseline.text.utf8))
    // Other items, fewer of them, more of them, and none.
    let tomorrow = Lists.run([
      Lists.result("list", items: 5, from: 3), Lists.result("page", items: 31),
      Lists.result("alone", items: 0),
    ])
    let held = baseline.applied(to: tomorrow, today: Runs.today)
    #expect(held.exitStatus == 0)
    #expect(held.baseline.map(\.state) == [.notObserved])
    #expect(held.summary.known == 2)
    #expect(baseline.prune(after: tomorrow, today: Runs.today).removed == 0)
    // What is there and right is fixed.
    var right = tomorrow
    right.suites[0].cases[2].exercised = [Lists.promise]
    #expect(baseline.applied(to: right, today: Runs.today).baseline.map(\.state) == [.fixed])
  }

  @Test(arguments: [
    ("1006 (InvalidToken)", "# (InvalidToken)"), ("at most 64 characters", "at most # characters"),
    (#"string "Rex 7" of x"#, #"string "" of x"#), (#"an "open quote 5"#, #"an ""#),
    ("7f3c-11ee and 2026-01-01T00:00:00.5Z", "# and #"), ("", ""), ("text/xml", "text/xml"),
  ])
  func shapes(_ text: String, _ shape: String) {
    #expect(Fingerprint.shape(of: text) == shape)
  }

  @Test
  func fingerprintsAreHashesOfFNV() {
    #expect(Fingerprint([]).description == "cbf29ce484222325")
    // The vector "foobar" of RFC 9923's appendix, with the byte that ends a part.
    let foobar: UInt64 = 0x8594_4171_F739_67E8
    let ended = (foobar ^ 0xFF) &* 0x0000_0100_0000_01B3
    #expect(Fingerprint(["foobar"]).description == String(ended, radix: 16))
    #expect(Fingerprint(["", "a"]) != Fingerprint(["a", ""]))
    #expect(Fingerprint(["ab", "c"]) != Fingerprint(["a", "bc"]))
  }

  @Test
  func days() {
    for day in ["2026-01-31", "2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"] {
      #expect(CalendarDay(day)?.description == day)
    }
    for wrong in [
      "", "2026-1-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
      "2026-01-00", "2026/01/01", "2026-01-01Z", "２026-01-01", "+026-01-01",
    ] { #expect(CalendarDay(wrong) == nil, "\(wrong)") }
  }
}
