import AccordModel
import AccordSchema

/// Sends wrong values of single members of the body.
///
/// A member's own refusal goes before the body's; its probes go before the schema's
/// counterexamples.
struct MemberValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let body = scope.contract.body else { return [] }
    return scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      let members = endpoint.bodyMembers
      // A refusal may speak of a place that the schema leaves open.
      let others = body.members.filter { own in
        !members.contains { $0.pointer == own.pointer } && endpoint.reads(body)
      }
      let all =
        members
        + others.map { BodyMember(pointer: $0.pointer, schema: .any, isRequired: false) }
      let bases = endpoint.bases
      return all.flatMap { sketches(of: $0, body, bases) }
    }
  }

  private func sketches(
    of member: BodyMember,
    _ body: Contract.RequestBody,
    _ bases: [RequestDraft]
  ) -> [CaseSketch] {
    let own = body.members.first { $0.pointer == member.pointer }?.refusal
    guard let refusal = own ?? body.invalid,
      let base = bases.first(with: member.pointer, orAbove: true)
    else { return [] }
    // What is sent empty where it may not be is planned as left out, which may get another answer.
    let isLeftOut = member.isRequired && own == nil && body.incomplete != nil
    let probes = refusal.probes(for: member, isOwn: own != nil)
      .filter { !isLeftOut || $0.value != "" && $0.value != [] }
    return probes.compactMap { probe in
      guard let draft = base.replacing(member.pointer, with: probe.value),
        !draft.writesEmptyElement(for: probe.value)
      else { return nil }
      return CaseSketch(
        .wrongValue,
        ["member-invalid", member.idPart, probe.name],
        "A wrong value of \(member.pointer) (\(probe.name))",
        draft,
        refused: refusal.trying(probe),
        because: "has at \(member.pointer) \(probe.shown)",
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
  fileprivate func probes(for member: BodyMember, isOwn: Bool) -> [Probe] {
    if isOwn, !probes.isEmpty { return probes }
    return WrongValues(schema: member.schema).asJSON()
  }
}

extension Endpoint {
  /// Whether a body is read in this version.
  func reads(_ body: Contract.RequestBody) -> Bool {
    guard let version, !body.versions.isEmpty else { return true }
    return body.versions.contains(version)
  }
}
