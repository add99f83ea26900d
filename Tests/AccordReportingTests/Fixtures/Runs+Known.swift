import AccordModel

@testable import AccordReporting

extension Runs {
  static let today = day("2026-03-01")

  private static func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  /// The mixed run, held to a baseline in which each state of an entry occurs.
  static let known: RunRecord = Baseline([
    entry("v2/header-missing/x-token", 0, "It is fixed in release 9.", ticket: "PETS-7"),
    entry("relation/same-read-twice", 0, "Somebody reads it anew.", expiry: "2026-02-28"),
    Baseline.Entry(
      rule: "status-is-declared",
      testCase: CaseID("pets/pets.rename/v1/example/rename"),
      place: "response status",
      fingerprint: "0123456789abcdef",
      reason: "It answered 302."
    ),
    Baseline.Entry(
      rule: "error-name",
      testCase: CaseID("pets/pets.rename/v3/gone"),
      place: "response body /errorCode",
      fingerprint: "0123456789abcdef",
      reason: "It answered 302."
    ),
  ]).applied(to: RunRecord(mixed), today: today)

  /// The entry for a violation of a case of the mixed run.
  static func entry(
    _ name: String,
    _ index: Int,
    _ reason: String,
    ticket: String? = nil,
    expiry: String? = nil
  ) -> Baseline.Entry {
    let id = CaseID("pets/pets.rename/\(name)")
    let results = RunRecord(mixed).suites[0].cases
    guard let result = results.first(where: { $0.id == id }) else {
      preconditionFailure("\(id) is no case")
    }
    return Baseline.Entry(
      result.violations[index],
      in: id,
      reason: reason,
      ticket: ticket,
      expiry: expiry.flatMap { CalendarDay($0) }
    )
  }

  /// Every run of the fixtures, hostile ones included.
  static let all: [(name: String, run: RunRecord)] = [
    ("mixed", RunRecord(mixed)), ("conforming", RunRecord(conforming)),
    ("hostile", RunRecord(Hostile.report)), ("many", RunRecord(many(300, alike: false))),
    ("known", known), ("tried", RunRecord(tried)), ("hostile and known", hostileAndKnown),
    ("empty", RunRecord(Report(suites: [], settings: Report.Settings(seed: .max, isStrict: true)))),
  ]

  /// A hostile run of which everything is known, with hostile reasons.
  static let hostileAndKnown: RunRecord = {
    let run = RunRecord(Hostile.report)
    var entries = run.suites[0].cases.flatMap { result in
      result.violations.map { violation in
        Baseline.Entry(violation, in: result.id, reason: Hostile.text, ticket: Hostile.text)
      }
    }
    for id in [run.suites[0].cases[1].id, CaseID(Hostile.text)] {
      entries.append(
        Baseline.Entry(
          rule: Hostile.text,
          testCase: id,
          place: Hostile.text,
          fingerprint: Hostile.text,
          reason: Hostile.text
        )
      )
    }
    return Baseline(entries).applied(to: run, today: today)
  }()
}
