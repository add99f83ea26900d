package import AccordModel

/// That there were fewer values of a given than cases that use one up.
package struct GivenShortage: Sendable, Hashable {
  /// A promise of a contract.
  package struct Unreached: Sendable, Hashable {
    package var contract: Contract.ID
    package var clause: Clause.ID
  }

  /// The given.
  package var given: Given.ID

  /// How many values there were.
  package var values: Int

  /// How many cases use one up.
  package var cases: Int

  /// How many of those were skipped.
  package var skipped: Int

  /// The promises that no case put to the test which ran, in the order of the plan.
  package var unreached: [Unreached]

  /// How many more values all of those use up.
  package var missing: Int

  /// How many more values would put every promise to the test.
  package var telling: Int

  /// The shortages of a run, of the givens of which cases got none.
  static func shortages(
    _ found: [(given: Given.ID, testCases: [CaseID], values: Int)],
    in cases: [Case]
  ) -> [GivenShortage] {
    let skipped = Set(found.flatMap(\.testCases))
    let ran = cases.indices.filter { !skipped.contains(cases[$0].id) }
    return found.compactMap { given, testCases, values in
      let own = Set(testCases)
      let places = cases.indices.filter { own.contains(cases[$0].id) }
      // A case that only could not be tried again had its value.
      guard !places.isEmpty else { return nil }
      let promises = CaseRanking.promises(of: places, in: cases, besides: ran)
      let ranking = CaseRanking(places, of: cases, besides: ran)
      return GivenShortage(
        given: given,
        values: values,
        cases: cases.count { $0.consumes.contains(given) },
        skipped: places.count,
        unreached: promises.map { Unreached(contract: $0.contract, clause: $0.clause) },
        missing: places.reduce(0) { $0 + cases[$1].uses(of: given) },
        telling: ranking.order.prefix(ranking.telling).reduce(0) { $0 + cases[$1].uses(of: given) }
      )
    }
  }
}
