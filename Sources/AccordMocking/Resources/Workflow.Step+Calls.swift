import AccordModel
import AccordSchema
import HTTPTypes

extension Workflow.Step {
  /// Whether a call is one that the step makes: of its contract, with the values that it writes down.
  func isRepeated(by call: MockCall) -> Bool {
    guard call.contract.id == contract, route.map({ $0 == call.route.name }) ?? true
    else { return false }
    return arguments.list.allSatisfy { argument in
      guard case .literal(let value) = argument.value else { return true }
      return call.value(of: argument.name)?.wireText == value.wireText
    }
  }

  /// Whether content has the members that the step writes down.
  func writes(_ content: JSON?) -> Bool {
    guard let body else { return true }
    let open = Set(bodyValues.map(\.pointer))
    return (body.members ?? []).allSatisfy { member in
      let pointer = JSONPointer.root.appending(member.key)
      guard !open.contains(where: { pointer.contains($0) }) else { return true }
      return content?[pointer]?.isEquivalent(to: member.value) ?? false
    }
  }

  /// Whether a call that the step makes names a resource.
  func isAbout(_ resource: LivingResources.Resource, in call: MockCall) -> Bool {
    func isSame(_ value: JSON?, _ operand: Operand) -> Bool? {
      guard case .stepOutput(let name, LifeCycle.maker) = operand else { return nil }
      let known = resource.identity.first { $0.key == name }?.value
      return known.map { $0.wireText == value?.wireText } ?? false
    }
    let values = arguments.list.compactMap { isSame(call.value(of: $0.name), $0.value) }
    let members = bodyValues.compactMap { isSame(call.body?[$0.pointer], $0.value) }
    let place = target.flatMap {
      isSame(.string(RequestTarget(call.request.target).path), $0)
    }
    let all = values + members + [place].compactMap(\.self)
    return !all.isEmpty && all.allSatisfy(\.self)
  }
}

extension Workflow.Step.Expectation {
  /// What is answered where it is no refusal.
  var reply: MockReply {
    if case .response(let name) = self { MockReply(as: name) } else { MockReply() }
  }

  /// Refuses a call where it is a refusal.
  func refuse(_ contract: Contract) throws(MockRefusal) {
    switch self {
    case .refused(let name):
      let refusal = contract.refusals.first { $0.refused.id == "\(name)/refused" }
      throw MockRefusal(refusal ?? .status(.conflict), "")
    case .refusal(let refusal, _): throw MockRefusal(refusal, "")
    case .statuses(let statuses) where statuses.first >= 400:
      throw MockRefusal(.statuses(statuses), "")
    case .asDocumented, .response, .statuses: return
    }
  }
}
