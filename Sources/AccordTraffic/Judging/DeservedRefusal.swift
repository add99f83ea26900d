import AccordMocking
import AccordModel

/// The refusal that a wrong request deserves: where several things are wrong with it, that of any of them.
struct DeservedRefusal {
  /// The refusal.
  let refusal: Refusal

  /// What is wrong, as the end of "The request is wrong: it …".
  let reason: String

  /// Whether the contract says what such a request gets.
  let isDeclared: Bool

  init(_ faults: [RequestFault], of contract: Contract, in catalogue: ErrorCatalogue) {
    let words = faults.map { fault in
      var text = fault.sentence
      while text.hasSuffix(".") { text.removeLast() }
      return text
    }
    reason = "is not as the contract has it (\(words.joined(separator: "; ")))"
    var refusals = faults.compactMap(\.refusal)
    // Of content only the first thing that is wrong is known.
    if faults.contains(where: { $0.part == .body }), let body = contract.body {
      let others = [body.malformed, body.unsupported, body.incomplete, body.invalid]
      refusals += others.compactMap(\.self) + body.members.map(\.refusal)
    }
    isDeclared = faults.allSatisfy { $0.refusal != nil }
    refusal =
      isDeclared
      ? Self.any(of: refusals, in: catalogue) : Self.assumed(of: contract, refusals, in: catalogue)
  }

  /// Any error that the contract has, where it does not say what such a request gets.
  init(anyOf contract: Contract, in catalogue: ErrorCatalogue, _ reason: String) {
    self.reason = reason
    isDeclared = false
    refusal = Self.assumed(of: contract, [], in: catalogue)
  }

  private static func any(of refusals: [Refusal], in catalogue: ErrorCatalogue) -> Refusal {
    guard var refusal = refusals.first else { return .statuses(.clientError) }
    let others = refusals.dropFirst().filter { $0 != refusal }
    guard !others.isEmpty else { return refusal }
    let all = [refusal] + others
    if all.contains(where: { $0.statuses != nil || $0.names.isEmpty }) {
      let statuses = all.flatMap { one -> [Int] in
        if let statuses = one.statuses { return statuses.all }
        return one.names.flatMap { catalogue[$0]?.statuses.all ?? Array(400...599) }
      }
      refusal.statuses = .anyOf(Set(statuses).sorted())
    }
    refusal.names =
      all.contains { $0.names.isEmpty }
      ? [] : all.flatMap(\.names).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    refusal.allowsEmptyBody = all.contains(where: \.allowsEmptyBody)
    refusal.headers = refusal.headers.filter { header in
      all.allSatisfy { $0.headers.contains(header) }
    }
    refusal.fieldName = nil
    return refusal
  }

  private static func assumed(
    of contract: Contract,
    _ known: [Refusal],
    in catalogue: ErrorCatalogue
  ) -> Refusal {
    let reason = "The contract does not say what a request gets that is wrong in this way."
    var refusal = Refusal.statuses(
      .range(400...499),
      refused: .assumption(reason),
      status: .assumption(reason),
      allowsEmptyBody: true
    )
    for keyPath in [\Refusal.refused, \Refusal.named] {
      refusal[keyPath: keyPath].id = "request"
      refusal[keyPath: keyPath].sentence =
        "A request that is not as the contract has it is refused."
      refusal[keyPath: keyPath].source = contract.source
    }
    return refusal
  }
}
