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
    /// The place, without positions in lists.
    let place: String
    /// The cases, in the order of the runs.
    fileprivate(set) var cases: [CaseID]
  }

  private struct GroupKey: Hashable {
    let change: Change
    let clause: RunRecord.Clause
    let defect: Defect
  }

  /// The entries by what they have in common, in their order.
  var groups: [Group] {
    var groups: [Group] = []
    var places: [GroupKey: Int] = [:]
    for entry in entries {
      let violation = entry.violation
      let key = GroupKey(
        change: entry.change,
        clause: violation.clause,
        defect: Defect(violation)
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
            place: violation.place.generalDescription,
            cases: [entry.id]
          )
        )
      }
    }
    return groups
  }
}
