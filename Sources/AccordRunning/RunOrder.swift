package import AccordModel

/// The order in which the cases of a plan run, by their places in it.
package struct RunOrder: Sendable {
  /// Cases that change nothing, which run side by side.
  let parallel: [Int]

  /// Cases that may change something, one after the other; those that use live data up come
  /// last, so that the others still find what they need.
  let serial: [Int]

  /// The order of the cases of a plan.
  package init(_ cases: [Case]) {
    parallel = cases.indices.filter { cases[$0].access == .reads }
    let writes = cases.indices.filter { cases[$0].access == .writes }
    serial =
      writes.filter { cases[$0].consumes.isEmpty } + writes.filter { !cases[$0].consumes.isEmpty }
  }

  /// All places, in the order in which values are assigned.
  package var all: [Int] { parallel + serial }
}
