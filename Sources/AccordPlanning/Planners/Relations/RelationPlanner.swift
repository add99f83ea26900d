import AccordModel

/// Plans the exchanges that a relation looks at.
struct RelationPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.contract.relations.flatMap { relation -> [CaseSketch] in
      let plan = RelationDraft(scope: scope, relation: relation)
      switch relation.kind {
      case .sameReadTwice: return plan.sameReadTwice()
      case .headAnswersAsGet: return plan.headAnswersAsGet()
      case .formatsAgree: return plan.formatsAgree()
      case .notModified(let validator): return plan.notModified(validator)
      case .preconditionFailed: return plan.preconditionFailed()
      case .ranges: return plan.ranges()
      case .locationLeads(let contract, _): return plan.leads(.location, to: contract)
      case .linkLeads(let type, let contract, _): return plan.leads(.link(type), to: contract)
      case .readsBack(let contract, _): return plan.readsBack(by: contract)
      case .idempotent(let key): return plan.repeated(key: key)
      case .pagesHoldAll(let pages): return plan.chain(pages)
      case .strongerPlaceWins(let parameter, let decoy):
        return plan.strongerPlaceWins(parameter, decoy)
      case .pageIsBounded(let paging): return plan.pages(paging, [0], size: 2)
      case .pagesDoNotOverlap(let paging): return plan.pages(paging, [0, 1], size: 2)
      case .pagesAreComplete(let paging): return plan.wholeAndPages(paging)
      case .totalIsCount(let paging): return plan.whole(paging)
      case .totalIsStable(let paging): return plan.pages(paging, [0, 1], size: 2)
      case .firstPageByEachNumber(let paging): return plan.firstPages(paging, size: 2)
      case .sortingSorts(let sorting): return plan.sorted(sorting)
      case .othersStay(let listing): return plan.effect(listing)
      case .actsDiffer(let first, let second): return plan.acts(first, second)
      }
    }
  }
}

/// A relation with the contract that promises it.
struct RelationDraft: Sendable {
  let scope: ContractScope
  let relation: Relation

  /// The request that the relation's exchanges start from.
  var base: RequestDraft? { scope.routes.lazy.compactMap(\.base).first }

  /// A case of steps that all succeed; `nil` if one of them cannot be planned.
  func sketch(
    _ variant: String? = nil,
    _ detail: String = "",
    _ steps: [(name: String, draft: RequestDraft)],
    at endpoint: Endpoint
  ) -> CaseSketch? {
    let planned = steps.compactMap { step -> CaseSketch.Step? in
      guard let response = step.draft.response else { return nil }
      return CaseSketch.Step(
        name: step.name,
        draft: step.draft,
        outcome: .success(response),
        versionClause: step.draft.endpoint.route.version?.clause
      )
    }
    guard planned.count == steps.count, !planned.isEmpty else { return nil }
    return sketch(variant, detail, of: planned, at: endpoint)
  }

  /// A case of steps.
  func sketch(
    _ variant: String? = nil,
    _ detail: String = "",
    of planned: [CaseSketch.Step],
    at endpoint: Endpoint
  ) -> CaseSketch {
    let sentence = relation.clause.sentence
    let end = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    return CaseSketch(
      origin: .relation,
      endpoint: endpoint,
      place: endpoint.idParts,
      name: ["relation", relation.name] + [variant].compactMap(\.self),
      title: end + (detail.isEmpty ? "" : ": \(detail)") + endpoint.words + ".",
      steps: planned,
      relation: relation,
      clauses: [relation.clause]
    )
  }
}
