import AccordModel

/// A promise of a suite that one rule found broken, in whatever ways.
struct BrokenPromise {
  /// The ways, in the order in which they first occur; there is at least one.
  private(set) var causes: [Cause]

  /// The first of the ways.
  var first: Cause { causes[0] }

  /// How many cases break it.
  var cases: Int { Set(causes.lazy.flatMap(\.cases)).count }

  private struct Key: Hashable {
    let suite: ContractSuite.ID
    let contract: Contract.ID
    let rule: String
    let clause: RunRecord.Clause
  }

  /// Groups causes, in the order in which they first occur.
  static func promises(of causes: [Cause]) -> [BrokenPromise] {
    var promises: [BrokenPromise] = []
    var places: [Key: Int] = [:]
    for cause in causes {
      let key = Key(
        suite: cause.suite,
        contract: cause.example.contract,
        rule: cause.violation.rule,
        clause: cause.violation.clause
      )
      if let place = places[key] {
        promises[place].causes.append(cause)
      } else {
        places[key] = promises.count
        promises.append(BrokenPromise(causes: [cause]))
      }
    }
    return promises
  }
}
