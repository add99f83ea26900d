import AccordModel

/// What is wrong, whichever item of a list it is wrong with and whatever was found there: what two
/// violations of one defect have in common, in one run and from run to run.
package struct Defect: Sendable, Hashable {
  /// The rule.
  let rule: String
  /// The promise.
  let clause: RunRecord.Clause.ID
  /// The place, without positions in lists.
  package let place: String
  /// What was promised, without what another run would make up anew.
  let shape: String

  /// The defect that a violation shows.
  package init(_ violation: RunRecord.Violation) {
    rule = violation.rule
    clause = violation.clause.id
    place = violation.place.generalDescription
    shape = Self.shape(of: violation)
  }

  /// The parts by which it is known in another run, in their order.
  var parts: [String] { [rule, clause, place, shape] }

  /// What a schema promises is the contract's own words, with the keyword that does not hold; what
  /// another answer promises is that answer's value, which is another one in the next run.
  private static func shape(of violation: RunRecord.Violation) -> String {
    if let keyword = violation.keyword { return "\(keyword): \(violation.expected)" }
    guard violation.reference == nil else { return "as in another answer" }
    return Fingerprint.shape(of: violation.expected)
  }
}
