import AccordMocking
import AccordModel
import AccordSchema

/// What requests change, and what they must not.
struct StateFaults: OperatorFamily {
  let name = "state"
  let operators = [
    "change-forgotten", "change-made-twice", "change-of-another", "refused-and-done", "stale-view",
    "repeated-refused",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    let methods = distinct(audited.rights.map(\.occasion.method))
    let isRead =
      audited.contract.effect == .readOnly
      || audited.contract.effect == nil && methods.allSatisfy { ["GET", "HEAD"].contains($0) }
    guard let clause = Self.clause(of: audited, isRead: isRead) else { return [] }
    return isRead ? reads(audited, clause) : writes(audited, clause)
  }

  /// What the contract says of changes: a life cycle, a workflow, a relation; `nil` where it says nothing, so
  /// that nothing can be wrong.
  private static func clause(of audited: AuditedContract, isRead: Bool) -> Clause? {
    let id = audited.contract.id
    for cycle in audited.suite.lifeCycles {
      let transition = cycle.transitions.first { $0.step.contract == id }
      if let transition { return transition.clause }
      if case .made(let step) = cycle.origin, step.contract == id { return cycle.clause }
      if let view = cycle.views.first(where: { $0.step.contract == id }) {
        return view.clause
      }
    }
    for workflow in audited.suite.workflows
    where workflow.steps.contains(where: { $0.contract == id }) {
      return workflow.clause
    }
    for contract in audited.suite.contracts {
      for relation in contract.relations {
        switch relation.kind {
        case .othersStay(let listing), .actsDiffer(let listing, _):
          if contract.id == id || listing.contract == id { return relation.clause }
        case .readsBack(let other, _):
          if contract.id == id || other == id { return relation.clause }
        case .idempotent where contract.id == id: return relation.clause
        default: continue
        }
      }
    }
    return nil
  }

  private func writes(_ audited: AuditedContract, _ clause: Clause) -> [Mutant] {
    var mutants: [Mutant] = []
    for scope in audited.scopes {
      var forgotten = audited.mutant(
        self,
        "change-forgotten",
        breaking: clause,
        in: scope,
        "\(audited.words) answers as if it had acted, and does not act",
        .exchange { turn in await turn.other(turn.request) }
      )
      forgotten.mirrors = true
      mutants.append(forgotten)
    }
    mutants.append(
      audited.mutant(
        self,
        "change-made-twice",
        breaking: clause,
        "\(audited.words) acts twice",
        concerning: { _, view in view.isResponse },
        .exchange { turn in
          let answer = await turn.main(turn.request)
          if answer.isSuccess { _ = await turn.main(turn.request) }
          return answer
        }
      )
    )
    mutants.append(refusedAndDone(audited, clause))
    mutants += ofAnother(audited, clause)
    let idempotent = audited.contract.relations.first { relation in
      if case .idempotent = relation.kind { true } else { false }
    }
    if let idempotent {
      mutants.append(
        audited.mutant(
          self,
          "repeated-refused",
          breaking: idempotent.clause,
          "\(audited.words) refuses the same request the second time",
          .exchange { turn in
            let answer = await turn.main(turn.request)
            let key = turn.request.target + String(decoding: turn.request.body, as: UTF8.self)
            guard answer.isSuccess, turn.memory.count(key) > 1 else { return answer }
            return .text(409, "Done already.\n")
          }
        )
      )
    }
    return mutants
  }

  /// What is refused is done all the same: what is wrong with the request is replaced by what a right one has.
  private func refusedAndDone(_ audited: AuditedContract, _ clause: Clause) -> Mutant {
    audited.mutant(
      self,
      "refused-and-done",
      breaking: clause,
      "\(audited.words) does what it refuses",
      concerning: { _, view in !view.isResponse },
      .exchange { turn in
        let answer = await turn.main(turn.request)
        guard !answer.isSuccess, turn.occasion.isServed,
          let right = audited.right(like: turn.occasion)
        else { return answer }
        var repaired = right.request
        repaired.method = turn.request.method
        let query = right.request.target.drop { $0 != "?" }
        repaired.target = String(turn.request.target.prefix { $0 != "?" } + query)
        _ = await turn.main(repaired)
        return answer
      }
    )
  }

  /// What is meant for one is done to another.
  private func ofAnother(_ audited: AuditedContract, _ clause: Clause) -> [Mutant] {
    let mock = Mock([audited.suite], seed: 0, now: { 0 })
    return audited.contract.parameters.compactMap { parameter -> Mutant? in
      guard case .given(let name, let field)? = parameter.example,
        let given = audited.suite.given(name)
      else { return nil }
      let texts = mock.values(of: given, in: audited.suite).compactMap { value -> String? in
        let part = field.flatMap { value[JSONPointer(tokens: [$0])] } ?? value
        return part.string ?? part.number?.text
      }
      return audited.mutant(
        self,
        "change-of-another",
        parameter.name,
        breaking: clause,
        "\(audited.words) does to another \(parameter.name) what is meant for one",
        .exchange { turn in
          guard let sent = turn.request.argument(parameter.name, turn.occasion),
            texts.contains(sent), let other = texts.first(where: { $0 != sent })
          else { return await turn.main(turn.request) }
          var changed = turn.request
          if turn.occasion.variables.contains(where: { $0.name == parameter.name }) {
            changed.setVariable(parameter.name, other, turn.occasion)
          } else if !changed.queryPairs(parameter.name).isEmpty {
            changed.setQuery(parameter.name, pairs: ["\(parameter.name)=\(other)"])
          } else {
            return await turn.main(turn.request)
          }
          return await turn.main(changed)
        }
      )
    }
  }

  private func reads(_ audited: AuditedContract, _ clause: Clause) -> [Mutant] {
    audited.scopes.map { scope in
      var mutant = audited.mutant(
        self,
        "stale-view",
        breaking: clause,
        in: scope,
        "\(audited.words) shows what was there before anything was changed",
        .exchange { turn in
          let answer = await turn.main(turn.request)
          let old = await turn.other(turn.request)
          return old.isSuccess ? old : answer
        }
      )
      mutant.other = audited.suite
      return mutant
    }
  }
}
