import AccordModel
import AccordPlanning

/// The refusals of a contract that no case brings about: of a parameter that any text is right for, there
/// is no wrong value.
///
/// A document says nothing of refusals: what was taken for granted is left out where it can never be seen.
struct UnreachedPromises {
  let suite: ContractSuite

  /// A contract of the suite without them.
  func removed(from contract: Contract) -> Contract {
    let reached = ReachedPromises(of: contract, in: suite)
    func clean(_ refusal: inout Refusal?) {
      if let known = refusal, !reached.contains(known.refused) { refusal = nil }
    }
    var contract = contract
    for index in contract.parameters.indices {
      clean(&contract.parameters[index].missing)
      clean(&contract.parameters[index].invalid)
      clean(&contract.parameters[index].unknown)
    }
    if var body = contract.body {
      clean(&body.malformed)
      clean(&body.incomplete)
      clean(&body.invalid)
      contract.body = body
    }
    if var rule = contract.credential {
      clean(&rule.missing)
      clean(&rule.invalid)
      contract.credential = rule
    }
    contract.parameters.removeAll { !reached.contains($0.clause) }
    return contract
  }
}
