import AccordModel

/// The cases that break one promise in one way: what a reader has to understand once.
///
/// Where it is in a list does not tell one cause from another, nor does what was found: what is wrong
/// with every item is one cause, of which the first item is shown.
struct Cause {
  /// The suite.
  let suite: ContractSuite.ID
  /// The violation as the first of the cases shows it.
  let violation: RunRecord.Violation
  /// The first of the cases.
  let example: RunRecord.Case
  /// The cases, in the order of the report.
  private(set) var cases: [CaseID]
  /// How often it is seen: once in each case and for each item that is wrong.
  private(set) var occurrences = 1
  /// Whether it is seen at several places of a list.
  private(set) var isRepeated = false

  /// What two violations of one cause have in common.
  private struct Key: Hashable {
    let suite: ContractSuite.ID
    let clause: RunRecord.Clause
    let defect: Defect
    let known: String?
  }

  private init(_ violation: RunRecord.Violation, of result: RunRecord.Case, in suite: String) {
    self.suite = suite
    self.violation = violation
    example = result
    cases = [result.id]
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
    var causes = Gathering()
    for suite in run.suites {
      for result in suite.cases {
        for violation in result.violations where isWanted(result, violation) {
          causes.note(violation, of: result, in: suite.id)
        }
      }
    }
    return causes.list
  }

  /// The causes of what is wrong with one case, in the order in which they first occur.
  static func causes(of result: RunRecord.Case) -> [Cause] {
    var causes = Gathering()
    for violation in result.violations { causes.note(violation, of: result, in: "") }
    return causes.list
  }

  /// Causes in the order in which they first occur.
  private struct Gathering {
    private(set) var list: [Cause] = []
    private var places: [Key: Int] = [:]

    mutating func note(
      _ violation: RunRecord.Violation,
      of result: RunRecord.Case,
      in suite: ContractSuite.ID
    ) {
      let key = Key(
        suite: suite,
        clause: violation.clause,
        defect: Defect(violation),
        known: violation.known
      )
      guard let place = places[key] else {
        places[key] = list.count
        list.append(Cause(violation, of: result, in: suite))
        return
      }
      list[place].occurrences += 1
      if violation.place != list[place].violation.place { list[place].isRepeated = true }
      // One case may break the same promise in several of its exchanges.
      if list[place].cases.last != result.id { list[place].cases.append(result.id) }
    }
  }
}

extension Cause {
  /// The place; where there are several in a list, without the positions in it.
  var place: String {
    isRepeated ? violation.place.generalDescription : violation.place.description
  }

  /// In how many cases it is seen, and at how many items: `109 items in 46 cases`.
  var extent: String {
    let inCases = quantity(cases.count, "case")
    return hasItems ? "\(quantity(occurrences, "item")) in \(inCases)" : inCases
  }

  /// All of its places, where there are several.
  var allPlaces: String? { isRepeated ? "\(place): \(extent)" : nil }

  /// Whether it is seen at more items than cases.
  var hasItems: Bool { isRepeated && occurrences > cases.count }
}
