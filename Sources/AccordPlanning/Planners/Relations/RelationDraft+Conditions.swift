import AccordModel
import AccordSchema
import HTTPTypes

extension RelationDraft {
  /// A tag that no resource has.
  private static let otherTag = "\"accord-none-of-the-resource\""

  /// A read, the same with the validator that its answer has, and with another one.
  func notModified(_ validator: Relation.Validator) -> [CaseSketch] {
    guard let read = readBase else { return [] }
    let answers = StatusSet.anyOf([304, read.response?.statuses.first ?? 200])
    let steps: [CaseSketch.Step]
    switch validator {
    case .entityTag:
      let tag = Output(.entityTag, ofStep: 0)
      let other = Output(.entityTagOfOtherStrength, ofStep: 0)
      steps = [
        step("with its tag", read, "If-None-Match", .output(tag), answers),
        step("with its tag in the other strength", read, "If-None-Match", .output(other), answers),
        step("with another tag", read, "If-None-Match", .literal(.string(Self.otherTag)), answers),
      ]
    case .lastModified:
      let date = Output(.header("Last-Modified"), ofStep: 0)
      let epoch: Operand = "Thu, 01 Jan 1970 00:00:00 GMT"
      steps = [
        step("with its date", read, "If-Modified-Since", .output(date), answers),
        step("with an earlier date", read, "If-Modified-Since", epoch, answers),
      ]
    }
    return whole(read).map { [sketch(of: [$0] + steps, at: read.endpoint)] } ?? []
  }

  /// A change under the condition that the resource has a tag that it has not.
  func preconditionFailed() -> [CaseSketch] {
    guard let base, !base.method.isSafe else { return [] }
    var refusal = Refusal.status(.preconditionFailed, allowsEmptyBody: true)
    refusal.refused = relation.clause
    refusal.named = relation.clause
    let step = CaseSketch.Step(
      name: "with another tag",
      draft: base.sending(Self.otherTag, in: "If-Match"),
      outcome: .refusal(refusal, because: "has in If-Match a tag that the resource has not")
    )
    return [sketch(of: [step], at: base.endpoint)]
  }

  /// A read, its first byte, its last byte, and bytes beyond its end.
  func ranges() -> [CaseSketch] {
    guard let read = readBase, let whole = whole(read) else { return [] }
    let answers = StatusSet.anyOf([206, read.response?.statuses.first ?? 200])
    var refusal = Refusal.status(.rangeNotSatisfiable, allowsEmptyBody: true)
    refusal.refused = relation.clause
    refusal.named = relation.clause
    let beyond = CaseSketch.Step(
      name: "beyond the end",
      draft: read.sending("bytes=99999999999-", in: "Range"),
      outcome: .refusal(refusal, because: "asks in Range for bytes beyond the end")
    )
    let steps = [
      whole, step("first byte", read, "Range", "bytes=0-0", answers),
      step("last byte", read, "Range", "bytes=-1", answers), beyond,
    ]
    return [sketch(of: steps, at: read.endpoint)]
  }

  /// A right request that reads.
  private var readBase: RequestDraft? {
    scope.routes.lazy.compactMap(\.base).first { $0.method == .get }
  }

  private func whole(_ read: RequestDraft) -> CaseSketch.Step? {
    guard let response = read.response else { return nil }
    return CaseSketch.Step(
      name: "whole",
      draft: read,
      outcome: .success(response),
      versionClause: read.endpoint.route.version?.clause
    )
  }

  /// The read with a field, of which the relation alone says what it gets.
  private func step(
    _ name: String,
    _ read: RequestDraft,
    _ field: String,
    _ value: Operand,
    _ answers: StatusSet
  ) -> CaseSketch.Step {
    var draft = read
    draft.fields.removeAll { $0.name.lowercased() == field.lowercased() }
    draft.fields.append(RequestTemplate.Field(field, .value(value)))
    return CaseSketch.Step(name: name, draft: draft, outcome: .success(response(answers)))
  }

  private func response(_ statuses: StatusSet) -> ResponseRule {
    var response = ResponseRule.status(.ok, .unspecified)
    response.statuses = statuses
    response.clause = relation.clause
    response.contentClause = relation.clause
    return response
  }
}
