import AccordModel
import AccordSchema

/// Sends wrong values of single members of the body.
///
/// A member's own refusal goes before the body's; its probes go before the schema's
/// counterexamples.
struct MemberValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let body = scope.contract.body else { return [] }
    return scope.endpoints.flatMap { endpoint in
      endpoint.bodyForms.flatMap { form in
        members(of: form, at: endpoint, body).flatMap { sketches(of: $0, body, form) }
      }
    }
  }

  /// Whether there is any case: the first that is found says so.
  func hasSketch(in scope: ContractScope) -> Bool {
    guard let body = scope.contract.body else { return false }
    return scope.endpoints.contains { endpoint in
      endpoint.bodyForms.contains { form in
        members(of: form, at: endpoint, body).contains { !sketches(of: $0, body, form).isEmpty }
      }
    }
  }

  private func members(
    of form: BodyForm,
    at endpoint: Endpoint,
    _ body: Contract.RequestBody
  ) -> [BodyMember] {
    let members = form.members
    // A refusal may speak of a place that the schema leaves open.
    let others = body.members.filter { own in
      !members.contains { $0.pointer == own.pointer } && endpoint.reads(body)
    }
    return members
      + others.map { BodyMember(pointer: $0.pointer, schema: .any, isRequired: false) }
  }

  private func sketches(
    of member: BodyMember,
    _ body: Contract.RequestBody,
    _ form: BodyForm
  ) -> [CaseSketch] {
    let own = body.members.first { $0.pointer == member.pointer }?.refusal
    guard let refusal = own ?? body.invalid,
      let base = form.bases.first(with: member.pointer, orAbove: true)
    else { return [] }
    // What is sent empty where it may not be is planned as left out, which may get another answer.
    let isLeftOut = member.isRequired && own == nil && body.incomplete != nil
    let probes = refusal.probes(for: member, in: form, isOwn: own != nil)
      .filter { !isLeftOut || $0.value != "" && $0.value != [] }
    return probes.compactMap { probe in
      guard let draft = base.replacing(member.pointer, with: probe.value), form.isWrong(draft),
        !draft.writesEmptyElement(for: probe.value)
      else { return nil }
      return CaseSketch(
        .wrongValue,
        ["member-invalid", member.idPart, probe.name] + form.idParts,
        "A wrong value of \(member.words) (\(probe.name))\(form.words)",
        draft,
        refused: refusal.trying(probe),
        because: member.pointer.isRoot
          ? "has a body that \(probe.why)" : "has at \(member.pointer) \(probe.shown)",
        clauses: [body.clause]
      )
    }
  }
}

extension RequestDraft {
  /// Whether a value is written as an element without content, which is an empty text as well.
  fileprivate func writesEmptyElement(for value: JSON) -> Bool {
    contentFormat?.syntax == .xml && (value == [] || value == [:])
  }
}

extension Refusal {
  /// The wrong values of a member: those of its own refusal, else what the schema refuses.
  fileprivate func probes(for member: BodyMember, in form: BodyForm, isOwn: Bool) -> [Probe] {
    if isOwn, !probes.isEmpty { return probes }
    let wrong = WrongValues(schema: member.schema)
    guard let lexicalForm = form.lexicalForm else { return wrong.asJSON() }
    return wrong.asText(in: lexicalForm).filter { $0.value.elements == nil }
  }
}

extension Endpoint {
  /// Whether a body is read in this version.
  func reads(_ body: Contract.RequestBody) -> Bool {
    guard let version, !body.versions.isEmpty else { return true }
    return body.versions.contains(version)
  }
}
