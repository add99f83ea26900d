package import AccordModel

/// The order in which the cases of a plan run, by their places in it.
package struct RunOrder: Sendable {
  /// Cases that change nothing, which run side by side.
  let parallel: [Int]

  /// Cases that change only what they make themselves, which run side by side after those.
  let independent: [Int]

  /// Cases that may change something, one after the other; those that use live data up come
  /// last, so that the others still find what they need, and of those the ones first that tell most.
  let serial: [Int]

  /// The order of the cases of a plan.
  package init(_ cases: [Case]) {
    parallel = cases.indices.filter { cases[$0].access == .reads }
    let writes = cases.indices.filter { cases[$0].access == .writes }
    let others = writes.filter { cases[$0].consumes.isEmpty }
    let using = writes.filter { !cases[$0].consumes.isEmpty }
    independent = cases.indices.filter { cases[$0].access == .writesOwn }
    let anyway = parallel + independent + others
    serial = others + CaseRanking(using, of: cases, besides: anyway).order
  }

  /// All places, in the order in which values are assigned.
  package var all: [Int] { parallel + independent + serial }
}
