import AccordModel
import HTTPTypes

/// Tries what was tried in one method and one format in the others too: what is refused, or answered, or so
/// of several answers, is so whichever of them a request takes.
///
/// It is paired and bounded: what comes first of each kind goes before more of the same.
struct CombinationPlanner: Sendable {
  let scope: ContractScope

  /// What is tried, in its other methods and formats, `most` of it.
  func sketches(of trials: some Sequence<CaseTrial>, most: Int) -> [CaseSketch] {
    guard most > 0, isWorthwhile else { return [] }
    let tried = Array(trials)
    let isThorough = scope.options.depth == .thorough
    var chosen: [(place: Int, sketches: [CaseSketch])] = []
    var left = most
    // That content bears parameters is tried in one of its cases whatever it changes: each uses live data up.
    let inContent = tried.firstIndex { trial in
      trial.sketch?.name.starts(with: ["place", Parameter.Place.body.rawValue]) ?? false
    }
    for place in Self.kindsFirst(tried) {
      guard left > 0, let sketch = tried[place].sketch,
        sketch.isCombinable || place == inContent
      else { continue }
      let combinations = combinations(of: sketch, turn: place, isThorough: isThorough)
      let sketches = combinations.prefix(left).compactMap { sketch.combined($0) }
      left -= sketches.count
      if !sketches.isEmpty { chosen.append((place, sketches)) }
    }
    return chosen.sorted { $0.place < $1.place }.flatMap(\.sketches)
  }

  /// Whether there is more than one method or format.
  private var isWorthwhile: Bool {
    let formats = scope.negotiates ? scope.formats.count : 1
    return formats > 1 || scope.contract.routes.contains { $0.methods.probed.count > 1 }
  }

  /// The places of what is tried, the first of each kind before the rest.
  private static func kindsFirst(_ tried: [CaseTrial]) -> [Int] {
    var kinds: Set<[String]> = []
    var first: [Int] = []
    var rest: [Int] = []
    for (place, trial) in tried.enumerated() {
      guard let sketch = trial.sketch else { continue }
      // The last part of a name is the value that is tried.
      let kind =
        sketch.place + ["/"] + (sketch.name.count > 2 ? sketch.name.dropLast() : sketch.name)
      if kinds.insert(kind).inserted { first.append(place) } else { rest.append(place) }
    }
    return first + rest
  }

  private func combinations(
    of sketch: CaseSketch,
    turn: Int,
    isThorough: Bool
  ) -> [Combination] {
    guard let first = sketch.steps.first else { return [] }
    var methods = first.draft.otherMethods
    var formats = first.otherFormats
    for step in sketch.steps.dropFirst() {
      let (own, others) = (step.draft.otherMethods, step.otherFormats)
      methods.removeAll { !own.contains($0) }
      formats.removeAll { !others.contains($0) }
    }
    return Combination.of(methods, formats, turn: turn, isThorough: isThorough)
  }
}

extension CaseSketch {
  /// Whether what it tries holds whatever the method and the format: nothing is changed by it, and neither of
  /// them is what it is about.
  fileprivate var isCombinable: Bool {
    switch origin {
    case .verb, .format, .workflow, .lifeCycle: return false
    case .relation:
      guard let kind = relation?.kind, kind.isOfReads else { return false }
    default: break
    }
    return steps.allSatisfy { step in
      guard case .success = step.outcome else { return step.draft.chosenMethod == nil }
      return !step.mayChangeState && step.draft.chosenMethod == nil
        && step.draft.example.consumes.isEmpty
    }
  }

  /// The same in a combination; `nil` where it would have no answer.
  fileprivate func combined(_ combination: Combination) -> CaseSketch? {
    var sketch = self
    for index in steps.indices {
      guard let step = steps[index].combined(combination) else { return nil }
      sketch.steps[index] = step
    }
    sketch.name.append(combination.idPart)
    sketch.title = "\(title.dropLast()), \(combination.words)."
    return sketch
  }
}

extension CaseSketch.Step {
  /// Whether it is answered as it asks.
  var isSuccess: Bool {
    if case .success = outcome { true } else { false }
  }

  /// The other formats in which the same answer may be asked for: what is promised in some of them only is
  /// another one in others.
  var otherFormats: [Format] {
    guard case .success(let response) = outcome else { return draft.otherFormats }
    let contract = draft.endpoint.contract
    let usual = contract.response(in: draft.answerFormat?.id, besides: response)
    return draft.otherFormats.filter { format in
      contract.response(in: format.id, besides: response) == usual
        && (response.formats.isEmpty || response.formats.contains(format.id))
    }
  }

  /// The same in a combination; `nil` where it would have no answer.
  func combined(_ combination: Combination) -> CaseSketch.Step? {
    var step = self
    step.draft = draft.combined(combination)
    let premise = step.draft.premise(of: combination)
    switch outcome {
    case .success(let usual):
      guard var response = step.draft.response else { return nil }
      response.content = usual.content
      if !usual.clause.basis.isStated {
        response.clause = usual.clause
      } else if let premise {
        response.clause = premise
      }
      step.outcome = .success(response)
    case .refusal(var refusal, let proof):
      if let premise, refusal.refused.basis.isStated { refusal.refused.basis = premise.basis }
      if let premise, refusal.named.basis.isStated { refusal.named.basis = premise.basis }
      step.outcome = .refusal(refusal, because: proof)
    }
    return step
  }
}

extension RequestDraft {
  /// What has to be so for a request to be served in a combination, where only an assumption says it.
  func premise(of combination: Combination) -> Clause? {
    let clauses = [
      combination.method == nil ? nil : endpoint.route.clause,
      combination.format == nil ? nil : answerClause,
    ]
    return clauses.compactMap(\.self).first { !$0.basis.isStated }
  }
}

extension Relation.Kind {
  /// Whether it is of answers to reads, which are the same by whatever method and in whatever format.
  fileprivate var isOfReads: Bool {
    switch self {
    case .sameReadTwice, .strongerPlaceWins, .pageIsBounded, .pagesDoNotOverlap, .pagesAreComplete,
      .totalIsCount, .totalIsStable, .firstPageByEachNumber, .sortingSorts:
      true
    case .headAnswersAsGet, .formatsAgree, .notModified, .preconditionFailed, .ranges,
      .locationLeads, .linkLeads, .readsBack, .idempotent, .pagesHoldAll, .othersStay, .actsDiffer:
      false
    }
  }
}
