import AccordModel

extension RelationDraft {
  /// An act of this contract, with looks at the list in which its effect shows.
  func effect(_ listing: Relation.Listing) -> [CaseSketch] {
    guard let act = act(of: listing), let list = list(of: listing) else { return [] }
    let drafts = [
      (name: "before", draft: list), (name: "act", draft: act), (name: "after", draft: list),
    ]
    return [sketch(nil, "", drafts, at: act.endpoint)].compactMap(\.self)
  }

  /// Two acts of this contract, with looks at the list afterwards, without and with what it lists
  /// only on demand.
  func acts(_ first: Relation.Listing, _ second: Relation.Listing) -> [CaseSketch] {
    guard let act = act(of: first), let other = self.act(of: second), let list = list(of: first)
    else { return [] }
    var including = list
    for argument in first.including.list { including.set(argument.name, argument.value) }
    let drafts = [
      (name: "act", draft: act), (name: "other act", draft: other),
      (name: "after", draft: list),
      (name: "on demand", draft: including),
    ]
    return [sketch(nil, "", drafts, at: act.endpoint)].compactMap(\.self)
  }

  private func act(of listing: Relation.Listing) -> RequestDraft? {
    scope.endpoints.lazy.filter { $0.route.name == listing.route }.flatMap(\.bases)
      .first { $0.example.name == listing.example }
  }

  private func list(of listing: Relation.Listing) -> RequestDraft? {
    guard let contract = scope.suite.contract(listing.contract) else { return nil }
    return ContractScope(suite: scope.suite, contract: contract).endpoints.lazy.flatMap(\.bases)
      .first { $0.example.name == listing.listExample }
  }
}
