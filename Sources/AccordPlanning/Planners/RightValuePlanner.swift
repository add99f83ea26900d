import AccordModel
import AccordSchema

/// Sends right values that examples seldom show: those at the bounds of their schemas, each that is listed, and
/// content without its optional members.
///
/// That they are right is shown by the schema. A value is tried where the answer does not depend on it: what
/// names something may name nothing, and where there are several answers a value may choose among them.
struct RightValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    let depth = scope.options.depth
    guard depth != .quick, scope.hasOneAnswer else { return [] }
    return scope.routes.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return (isHarmless(base) ? parameters(base) : []) + content(endpoint)
    }
  }

  /// Whether a request leaves everything as it is, or the plan is thorough and nothing is used up.
  private func isHarmless(_ base: RequestDraft) -> Bool {
    let scope = base.endpoint.scope
    guard base.example.consumes.isEmpty else { return false }
    return scope.options.depth == .thorough || !scope.changesState
  }

  // MARK: Parameters

  private func parameters(_ base: RequestDraft) -> [CaseSketch] {
    let scope = base.endpoint.scope
    let pages = Set(scope.contract.relations.flatMap(\.pageParameters))
    return scope.contract.parameters.flatMap { parameter -> [CaseSketch] in
      guard !scope.carriesVersion(parameter), !parameter.isStructured, parameter.unknown == nil,
        parameter.place(on: base.endpoint.route) == .query, !pages.contains(parameter.name)
      else { return [] }
      let sent = base.arguments.first { $0.name == parameter.name }?.value
      return RightValues(schema: parameter.schema).values.compactMap { right in
        guard sent != .literal(right.value),
          // A text of which nobody knows one, such as a cursor, may name something.
          !right.isMadeUp || sent != nil || parameter.example != nil,
          WrongValues(schema: parameter.schema).admits(text: right.value.wireText, in: .query),
          let draft = base.moving(parameter, to: .query, value: .literal(right.value))
        else { return nil }
        return CaseSketch(
          .example,
          ["right-value", parameter.name, right.name],
          "\(parameter.name) may be \(right.words)",
          draft,
          clauses: [parameter.clause]
        )
      }
    }
  }

  // MARK: Content

  private func content(_ endpoint: Endpoint) -> [CaseSketch] {
    guard let body = endpoint.contract.body else { return [] }
    return endpoint.bodyForms.flatMap { form -> [CaseSketch] in
      let members = form.members.filter { member in
        !body.members.contains { $0.pointer == member.pointer }
      }
      return members.flatMap { member -> [CaseSketch] in
        guard let base = form.bases.first(with: member.pointer, orAbove: true), isHarmless(base)
        else { return [] }
        return variants(of: member, base).compactMap { variant in
          // The schema of the whole content says whether it is right.
          guard case .value(let json, let open) = variant.draft.content, open.isEmpty,
            WrongValues(schema: form.schema).admits(json)
          else { return nil }
          return CaseSketch(
            .example,
            ["right-value", member.idPart, variant.name] + form.idParts,
            "\(member.pointer) may be \(variant.words)\(form.words)",
            variant.draft,
            clauses: [body.clause]
          )
        }
      }
    }
  }

  private func variants(
    of member: BodyMember,
    _ base: RequestDraft
  ) -> [(name: String, words: String, draft: RequestDraft)] {
    var list: [(name: String, words: String, draft: RequestDraft)] = []
    if !member.isRequired, let draft = base.removing(member.pointer) {
      list.append(("absent", "left out", draft))
    }
    let content = member.schema.content
    if content.types?.contains(.null) == true || content.anyOf.contains(where: \.isNull),
      let draft = base.replacing(member.pointer, with: .null), draft.content != base.content
    {
      list.append(("null", "null", draft))
    }
    for right in RightValues(schema: member.schema).values {
      guard let draft = base.replacing(member.pointer, with: right.value),
        draft.content != base.content
      else { continue }
      list.append((right.name, right.words, draft))
    }
    return list
  }
}

extension Relation {
  /// The parameters that lead to a page: what they are is found in the page before.
  fileprivate var pageParameters: [String] {
    if case .pagesHoldAll(let pages) = kind { pages.next.parameters } else { [] }
  }
}

extension ContractScope {
  /// Whether right requests get one and the same answer, in whatever format.
  fileprivate var hasOneAnswer: Bool {
    guard let first = contract.responses.first else { return false }
    return contract.responses.allSatisfy { $0.isSibling(of: first) }
      && contract.responses.map(\.formats.isEmpty).filter(\.self).count <= 1
  }
}
