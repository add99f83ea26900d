import AccordModel
import AccordSchema

/// Leaves out each required member of the body, sends null for it, and sends it empty.
///
/// Null and empty are tried only where the schema does not admit them.
struct MemberOmissionPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let refusal = scope.contract.body?.incomplete else { return [] }
    return scope.endpoints.flatMap { endpoint in
      endpoint.bodyForms.flatMap { sketches(of: $0, refusal) }
    }
  }

  /// Whether there is any case: the first that is found says so.
  func hasSketch(in scope: ContractScope) -> Bool {
    guard let refusal = scope.contract.body?.incomplete else { return false }
    return scope.endpoints.contains { endpoint in
      endpoint.bodyForms.contains { form in
        form.members.contains { $0.isRequired && !sketches(of: $0, form, refusal).isEmpty }
      }
    }
  }

  private func sketches(of form: BodyForm, _ refusal: Refusal) -> [CaseSketch] {
    form.members.filter(\.isRequired).flatMap { sketches(of: $0, form, refusal) }
  }

  private func sketches(
    of member: BodyMember,
    _ form: BodyForm,
    _ refusal: Refusal
  ) -> [CaseSketch] {
    guard let base = form.bases.first(with: member.pointer, orAbove: false) else { return [] }
    func sketch(_ kind: String, _ draft: RequestDraft, _ proof: String) -> CaseSketch {
      self.sketch(kind, member, form, draft, refusal, proof)
    }
    var list: [CaseSketch] = []
    if let draft = base.removing(member.pointer) {
      list.append(sketch("member-missing", draft, "has no \(member.pointer)"))
    }
    if !form.admits(.null, member), let draft = base.replacing(member.pointer, with: .null) {
      list.append(sketch("member-null", draft, "has null at \(member.pointer)"))
    }
    if let empty = member.emptyValue, !form.admits(empty, member),
      let draft = base.replacing(member.pointer, with: empty)
    {
      let proof = "has \(empty.shownText) at \(member.pointer), which may not be empty"
      list.append(sketch("member-empty", draft, proof))
    }
    return list.filter { form.isWrong($0.steps[0].draft) }
  }

  private func sketch(
    _ kind: String,
    _ member: BodyMember,
    _ form: BodyForm,
    _ draft: RequestDraft,
    _ refusal: Refusal,
    _ proof: String
  ) -> CaseSketch {
    let condition =
      switch kind {
      case "member-missing": "A body without \(member.pointer)"
      case "member-null": "A body with null at \(member.pointer)"
      default: "A body with an empty \(member.pointer)"
      }
    return CaseSketch(
      .omission,
      [kind, member.idPart] + form.idParts,
      condition + form.words,
      draft,
      refused: refusal,
      because: proof,
      clauses: [draft.endpoint.contract.body?.clause].compactMap(\.self)
    )
  }
}

extension BodyMember {
  /// The value that has the right type and nothing in it; objects are left to their own members.
  fileprivate var emptyValue: JSON? {
    let types = schema.content.types ?? []
    if types.contains(.string) || schema.content.enumeration?.first?.string != nil { return "" }
    return types.contains(.array) ? [] : nil
  }
}
