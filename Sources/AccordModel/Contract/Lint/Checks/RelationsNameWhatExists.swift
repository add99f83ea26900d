import HTTPTypes

/// Relations name parameters, examples, routes and contracts that there are.
struct RelationsNameWhatExists: LintCheck {
  let id = "relations"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.relations.flatMap { relation in
      evidence(of: relation, in: contract, of: suite)
        .map { LintFinding($0, at: relation.clause.source) }
    }
  }

  private func evidence(
    of relation: Relation,
    in contract: Contract,
    of suite: ContractSuite
  ) -> [LintEvidence] {
    let user = "The relation \"\(relation.name)\""
    switch relation.kind {
    case .sameReadTwice, .notModified, .preconditionFailed, .ranges, .idempotent: return []
    case .headAnswersAsGet:
      let isRead = contract.routes.contains { $0.methods.allows(.get) }
      return isRead ? [] : [.noGet(relation: relation.name)]
    case .locationLeads(let name, _), .linkLeads(_, let name, _):
      guard suite.contract(name) == nil else { return [] }
      return unknown("contract", [name], user, suite.contracts.map(\.id))
    case .readsBack(let name, _):
      guard suite.contract(name) != nil else {
        return unknown("contract", [name], user, suite.contracts.map(\.id))
      }
      return contract.body == nil ? [.nothingReadBack(relation: relation.name)] : []
    case .pagesHoldAll(let pages):
      return unknown("parameter", pages.parameters, user, contract.parameters.map(\.name))
    case .formatsAgree:
      return contract.negotiates(in: suite) ? [] : [.nothingToNegotiate(relation: relation.name)]
    case .strongerPlaceWins(let name, _):
      guard let parameter = contract.parameters.first(where: { $0.name == name }) else {
        return unknown("parameter", [name], user, contract.parameters.map(\.name))
      }
      return parameter.places.count > 1
        ? [] : [.onePlace(parameter: name, relation: relation.name)]
    case .pageIsBounded(let paging), .pagesDoNotOverlap(let paging), .totalIsStable(let paging),
      .firstPageByEachNumber(let paging), .pagesAreComplete(let paging), .totalIsCount(let paging):
      let names =
        [paging.number, paging.size] + (paging.mode.list + paging.unpaged.list).map(\.name)
      return unknown("parameter", names, user, contract.parameters.map(\.name))
    case .sortingSorts(let sorting):
      let blind = sorting.orders.filter { order in
        order.member == nil && (order.ascending == nil || order.descending == nil)
          || order.ascending == nil && order.descending == nil
      }
      return unknown("parameter", sorting.parameters, user, contract.parameters.map(\.name))
        + blind.map { .orderNotTold(order: $0.name, relation: relation.name) }
    case .othersStay(let listing):
      return evidence(of: listing, user, in: contract, of: suite)
    case .actsDiffer(let first, let second):
      let found = evidence(of: first, user, in: contract, of: suite)
      return found
        + evidence(of: second, user, in: contract, of: suite).filter { !found.contains($0) }
    }
  }

  private func evidence(
    of listing: Relation.Listing,
    _ user: String,
    in contract: Contract,
    of suite: ContractSuite
  ) -> [LintEvidence] {
    var evidence = unknown("example", [listing.example], user, contract.examples.map(\.name))
    evidence += unknown("route", [listing.route], user, contract.routes.map(\.name))
    evidence += unknown("parameter", [listing.parameter], user, contract.parameters.map(\.name))
    guard let lister = suite.contract(listing.contract) else {
      return evidence
        + unknown("contract", [listing.contract], user, suite.contracts.map(\.id))
    }
    evidence += unknown("example", [listing.listExample], user, lister.examples.map(\.name))
    evidence += unknown(
      "parameter",
      listing.including.list.map(\.name),
      user,
      lister.parameters.map(\.name)
    )
    return evidence
  }

  private func unknown(
    _ noun: String,
    _ names: [String],
    _ user: String,
    _ known: [String]
  ) -> [LintEvidence] {
    names.filter { !known.contains($0) }
      .map { .unknown(noun: noun, name: $0, user: user, known: known) }
  }
}
