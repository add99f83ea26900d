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

  /// How many parameters of the query a call has as the step's example has them; less than none where it
  /// has one otherwise.
  func agreement(with call: MockCall) -> Int {
    let own = arguments.list.map(\.name)
    let usual = call.contract.examples.first { $0.name == example }
    var count = 0
    for argument in usual?.query.list ?? [] where !own.contains(argument.name) {
      guard case .literal(let value) = argument.value else { continue }
      guard call.value(of: argument.name)?.wireText == value.wireText else { return -1 }
      count += 1
    }
    return count
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
  func isAbout(_ resource: ResourceStore.Resource, in call: MockCall) -> Bool {
    let parts = identity(in: call)
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let known = resource.identity.first { $0.key == part.name }?.value
        return known.map { $0.wireText == part.value?.wireText } ?? false
      }
  }

  /// The parts of an identity that a call names when it is the step, in the order of the request.
  func identity(in call: MockCall) -> [(name: String, value: JSON?)] {
    let path = JSON.string(RequestTarget(call.request.target).path)
    let operands =
      arguments.list.map { ($0.value, call.value(of: $0.name)) }
      + bodyValues.map { ($0.value, call.body?[$0.pointer]) }
      + [target].compactMap(\.self).map { ($0, path) }
    return operands.compactMap { operand, value in
      guard case .stepOutput(let name, LifeCycle.maker) = operand else { return nil }
      return (name, value)
    }
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
