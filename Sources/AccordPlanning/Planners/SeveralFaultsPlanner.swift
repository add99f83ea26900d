import AccordModel
import AccordSchema

/// Sends requests that are wrong in two ways at once: whichever a server looks at first, they are refused.
///
/// What either fault alone gets is right.
struct SeveralFaultsPlanner: OriginPlanner {

  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard scope.options.depth != .quick else { return [] }
    return scope.endpoints.flatMap { parameters(at: $0) }
  }

  private func parameters(at endpoint: Endpoint) -> [CaseSketch] {
    guard let base = endpoint.base else { return [] }
    let contract = endpoint.contract
    let usable = contract.parameters.filter { parameter in
      !endpoint.scope.carriesVersion(parameter) && !parameter.isStructured
        && parameter.place(on: endpoint.route)?.lexicalForm != nil
    }
    let wrong = usable.filter { $0.invalid != nil && $0.isTried(on: endpoint) }
    let missing = usable.filter { parameter in
      parameter.isRequired && parameter.missing != nil
        && parameter.place(on: endpoint.route) != .path
    }
    var sketches: [CaseSketch] = []
    if wrong.count > 1, let other = sketch(base, wrong[0], wrong[1], isOtherMissing: false) {
      sketches.append(other)
    }
    if let left = missing.first, let other = wrong.first(where: { $0.name != left.name }),
      let sketch = sketch(base, other, left, isOtherMissing: true)
    {
      sketches.append(sketch)
    }
    return sketches
  }

  /// A wrong value of a parameter, and another one that is wrong too or left out.
  private func sketch(
    _ base: RequestDraft,
    _ parameter: Parameter,
    _ other: Parameter,
    isOtherMissing: Bool
  ) -> CaseSketch? {
    guard let first = parameter.fault(in: base), let own = parameter.invalid,
      let others = isOtherMissing ? other.missing : other.invalid,
      let refusal = own.trying(first.probe).or(others)
    else { return nil }
    var draft = first.draft
    let proof: String
    if isOtherMissing {
      guard draft.arguments.contains(where: { $0.name == other.name }) else { return nil }
      draft.arguments.removeAll { $0.name == other.name }
      proof = "no value of \(other.name)"
    } else {
      guard let second = other.fault(in: draft) else { return nil }
      draft = second.draft
      proof = "for \(other.name) \(second.probe.shown)"
    }
    return CaseSketch(
      .wrongValue,
      ["several-faults", parameter.name, (isOtherMissing ? "without-" : "") + other.name],
      isOtherMissing
        ? "A wrong value of \(parameter.name) without \(other.name)"
        : "Wrong values of \(parameter.name) and \(other.name)",
      draft,
      refused: refusal,
      because: "has for \(parameter.name) \(first.probe.shown), and has \(proof)",
      clauses: [parameter.clause, other.clause]
    )
  }
}

extension Parameter {
  /// Whether a wrong value is tried in its usual place.
  fileprivate func isTried(on endpoint: Endpoint) -> Bool {
    guard let place = place(on: endpoint.route), let places = invalid?.places else { return false }
    return places.isEmpty || places.contains(place)
  }

  /// The request with a wrong value of it in its usual place.
  fileprivate func fault(in base: RequestDraft) -> (draft: RequestDraft, probe: Probe)? {
    guard let refusal = invalid, let place = place(on: base.endpoint.route),
      let form = place.lexicalForm
    else { return nil }
    let wrong = WrongValues(schema: schema)
    let probes = refusal.probes.isEmpty ? wrong.asText(in: form) : refusal.probes
    let proven = probes.first { probe in
      let text = probe.value.wireText
      return !text.isEmpty && !text.contains("/") && text != "." && text != ".."
        && text.allSatisfy(\.isASCII) && !wrong.admits(text: text, in: form)
    }
    guard let proven,
      let draft = base.moving(self, to: place, value: .literal(.string(proven.value.wireText)))
    else { return nil }
    return (draft, proven)
  }
}
