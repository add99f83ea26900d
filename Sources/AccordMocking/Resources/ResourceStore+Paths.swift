import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization

extension ResourceStore {
  /// The reply to a call of what is at a path; `nil` where nothing is known to be there.
  ///
  /// What has a life cycle is changed and removed there too, so that its views show it.
  func reply(at path: String, to call: MockCall) throws(MockRefusal) -> MockReply? {
    let method = call.request.method
    let found = state.withLock { state -> Resource? in
      guard let number = state.byPath[path] else { return nil }
      let before = state.resources[number]
      switch method {
      case "DELETE" where before.state != .gone:
        state.lead(number, to: .gone)
        // A documented example finds again what another one removed.
        if call.isDocumented { state.byPath[path] = nil }
        return before
      case "PUT" where before.state == .gone:
        state.lead(number, to: begun(before))
        state.resources[number].written = .object([])
        state.resources[number].write(call)
      case "PUT", "PATCH", "POST":
        if before.state != .gone { state.resources[number].write(call) }
      default: break
      }
      return state.resources[number]
    }
    guard let found else { return nil }
    guard found.state != .gone else {
      let parameters = call.contract.parameters.filter { $0.place(onPathOf: call.route) }
      let unknown = parameters.lazy.reversed().compactMap(\.unknown).first
      throw MockRefusal(unknown ?? .status(.notFound), "Nothing is at \(path) any more.")
    }
    if method == "DELETE" || !values.isValue(MockReply(), of: call) { return MockReply() }
    let value = values.value(of: call, MockReply(), over: found.written)
    return MockReply(
      ["PUT", "PATCH", "POST"].contains(method) ? value : values.awaited(value, of: call)
    )
  }

  /// The state in which a resource begins.
  private func begun(_ resource: Resource) -> LifeCycle.State {
    resource.cycle.flatMap(suite.lifeCycle)?.initial ?? .present
  }
}

extension MockCall {
  /// Whether its path is that of the contract's own examples.
  fileprivate var isDocumented: Bool {
    let variables = route.path.variables
    return !variables.isEmpty
      && variables.allSatisfy { name in
        guard let value = value(of: name),
          case .literal(let example)? = contract.parameters.first(where: { $0.name == name })?
            .example
        else { return false }
        return example.wireText == value.wireText
      }
  }
}

extension Parameter {
  fileprivate func place(onPathOf route: Contract.Route) -> Bool {
    route.path.variables.contains(name)
  }
}
