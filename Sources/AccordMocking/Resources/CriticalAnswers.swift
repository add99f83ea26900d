import AccordModel
import AccordSchema

/// What the steps of workflows say of answers beside what the contracts say: which answer it is, and the
/// success criteria.
struct CriticalAnswers: Sendable {
  private let values: ResourceValues
  private let steps: [Workflow.Step]

  init(_ suite: ContractSuite) {
    values = ResourceValues(suite: suite)
    steps = suite.workflows.flatMap(\.steps).filter { step in
      if case .response = step.expectation { return true }
      return !step.criteria.isEmpty
    }
  }

  /// A reply as the steps have it that make the call; where they do not agree, as the first of them.
  func reply(_ reply: ResourceStore.Reply, to call: MockCall) -> ResourceStore.Reply {
    let meant = steps.filter { $0.isRepeated(by: call) && $0.writes(call.body) }
    guard let first = meant.first else { return reply }
    var changed = reply
    if case .response(let name) = first.expectation, reply.reply.response == nil,
      name != "success", call.contract.response(named: name) != nil
    {
      changed.reply.response = name
    }
    let criteria = meant.flatMap(\.criteria)
    guard !criteria.isEmpty, values.isValue(changed.reply, of: call) else { return changed }
    let usual = MockReply(as: changed.reply.response)
    let value = changed.reply.value ?? values.value(of: call, usual, over: .object([]))
    changed.reply.value = keeping(criteria, in: value, of: call, as: usual)
    return changed
  }

  private func keeping(
    _ criteria: [Workflow.Criterion],
    in value: JSON,
    of call: MockCall,
    as reply: MockReply
  ) -> JSON {
    let schema = values.rule(reply, of: call)?.schema ?? .any
    guard let validator = try? SchemaValidator(schema) else { return value }
    var settled: [JSONPointer] = []
    return criteria.reduce(value) { value, criterion in
      guard let pointer = criterion.part.bodyPlace,
        !settled.contains(where: { $0.contains(pointer) || pointer.contains($0) })
      else { return value }
      settled.append(pointer)
      let fitting = criterion.candidates(besides: value[pointer], for: call)
        .map { value.setting($0, at: pointer) }
      return fitting.first { validator.admits($0) } ?? value
    }
  }
}

extension Output.Part {
  /// The place in the content of an answer.
  fileprivate var bodyPlace: JSONPointer? {
    switch self {
    case .body(let pointer), .value(let pointer): pointer
    default: nil
    }
  }
}

extension Workflow.Criterion {
  /// Values of which it holds; that which is there goes first where it does.
  fileprivate func candidates(besides found: JSON?, for call: MockCall) -> [JSON] {
    switch condition {
    case .follows(let schema):
      if (try? SchemaValidator(schema))?.admits(found ?? .null) ?? true { return [] }
      guard let sample = schema.sample() else { return [] }
      return [found?.merged(with: sample), sample].compactMap(\.self)
    case .matches(let pattern):
      let schema = Schema.string(pattern: pattern)
      if (try? SchemaValidator(schema))?.admits(.string(found?.wireText ?? "")) ?? true {
        return []
      }
      return [schema.sample()].compactMap(\.self)
    case .equals(.value(let value), _): return [value]
    case .equals(.part(.requestBody(let pointer)), _):
      return [call.body?[pointer]].compactMap(\.self)
    case .equals(.part(.requestParameter(let name)), _):
      return [call.value(of: name)].compactMap(\.self)
    // What an earlier answer has is what was made then.
    case .equals: return []
    }
  }
}

extension JSON {
  /// The value with the members and items of another over its own.
  fileprivate func merged(with other: JSON) -> JSON {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      var merged = members
      for member in others {
        if let index = merged.firstIndex(where: { $0.key == member.key }) {
          merged[index].value = merged[index].value.merged(with: member.value)
        } else {
          merged.append(member)
        }
      }
      return .object(merged)
    case (.array(let items), .array(let others)):
      let merged = others.enumerated().map { index, item in
        items.indices.contains(index) ? items[index].merged(with: item) : item
      }
      return .array(merged + items.dropFirst(others.count))
    default: return other
    }
  }
}
