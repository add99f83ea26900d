import AccordModel

/// The cases that break one promise in one way: what a reader has to understand once.
struct Cause {
  /// The suite.
  let suite: ContractSuite.ID
  /// The violation as the first of the cases shows it.
  let violation: RunRecord.Violation
  /// The first of the cases.
  let example: RunRecord.Case
  /// The cases, in the order of the report.
  private(set) var cases: [CaseID]

  /// What two violations of one cause have in common.
  private struct Key: Hashable {
    let suite: ContractSuite.ID
    let rule: String
    let clause: RunRecord.Clause
    let place: Violation.Place
    let expected: String
    let actual: String
    let known: String?
  }

  /// The causes of the violations that are asked for, in the order in which they first occur.
  static func causes(in run: RunRecord, where isWanted: (RunRecord.Violation) -> Bool) -> [Cause] {
    causes(in: run, of: { isWanted($1) })
  }

  /// The causes of the violations of cases that are asked for, in the order in which they first
  /// occur.
  static func causes(
    in run: RunRecord,
    of isWanted: (RunRecord.Case, RunRecord.Violation) -> Bool
  ) -> [Cause] {
    var causes: [Cause] = []
    var places: [Key: Int] = [:]
    for suite in run.suites {
      for result in suite.cases {
        for violation in result.violations where isWanted(result, violation) {
          let key = Key(
            suite: suite.id,
            rule: violation.rule,
            clause: violation.clause,
            place: violation.place,
            expected: violation.expected,
            actual: violation.actual,
            known: violation.known
          )
          let id = result.id
          if let place = places[key] {
            // One case may break the same promise in several of its exchanges.
            if causes[place].cases.last != id { causes[place].cases.append(id) }
          } else {
            places[key] = causes.count
            causes.append(
              Cause(suite: suite.id, violation: violation, example: result, cases: [id])
            )
          }
        }
      }
    }
    return causes
  }
}
