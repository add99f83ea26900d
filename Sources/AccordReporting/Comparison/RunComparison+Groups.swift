import AccordModel

extension RunComparison {
  /// The cases in which one promise changed in one way at one place.
  struct Group {
    /// What became of it.
    let change: Change
    /// The rule.
    let rule: String
    /// The promise in words.
    let sentence: String
    /// The place.
    let place: Violation.Place
    /// The cases, in the order of the runs.
    fileprivate(set) var cases: [CaseID]
  }

  private struct GroupKey: Hashable {
    let change: Change
    let rule: String
    let clause: RunRecord.Clause
    let place: Violation.Place
  }

  /// The entries by what they have in common, in their order.
  var groups: [Group] {
    var groups: [Group] = []
    var places: [GroupKey: Int] = [:]
    for entry in entries {
      let violation = entry.violation
      let key = GroupKey(
        change: entry.change,
        rule: violation.rule,
        clause: violation.clause,
        place: violation.place
      )
      if let place = places[key] {
        groups[place].cases.append(entry.id)
      } else {
        places[key] = groups.count
        groups.append(
          Group(
            change: entry.change,
            rule: violation.rule,
            sentence: violation.clause.sentence,
            place: violation.place,
            cases: [entry.id]
          )
        )
      }
    }
    return groups
  }
}
