import AccordModel
import AccordSchema

extension CaseBuilder {
  /// Calls that are simpler than another in one way, those that leave out most first.
  func simpler(than call: GeneratedCall) -> [GeneratedCall] {
    let contract = calls(of: call.contract)
    let most = Simplicity(of: call, contract)
    let kinds: [GeneratedCall.Kind] =
      switch call.kind {
      case .sequence(let cycle, let calls):
        Self.shorter(calls).map { .sequence(of: cycle, calls: $0) }
      case .request(let request): simpler(than: request, call.contract).map { .request($0) }
      }
    var known: Set<GeneratedCall.Kind> = [call.kind]
    return kinds.filter { known.insert($0).inserted }
      .map { GeneratedCall(suite: call.suite, contract: call.contract, kind: $0) }
      .filter { Simplicity(of: $0, contract) < most }
  }

  private static func shorter(_ calls: [Workflow.Step.ID]) -> [[Workflow.Step.ID]] {
    var lists: [[Workflow.Step.ID]] = []
    for length in stride(from: calls.count - 1, through: 1, by: -1) {
      for start in 0...(calls.count - length) {
        var rest = calls
        rest.removeSubrange(start..<start + length)
        if !rest.isEmpty { lists.append(rest) }
      }
    }
    return lists
  }

  private func simpler(
    than request: GeneratedRequest,
    _ contract: Contract.ID
  ) -> [GeneratedRequest] {
    guard let calls = calls(of: contract), let base = calls.base(of: request) else { return [] }
    var requests: [GeneratedRequest] = []
    func add(_ change: (inout GeneratedRequest) -> Void) {
      var changed = request
      change(&changed)
      requests.append(changed)
    }
    if request.settings.count > 1 { add { $0.settings = [] } }
    if request.body != nil { add { $0.body = nil } }
    for place in request.settings.indices { add { $0.settings.remove(at: place) } }
    if let body = request.body, let schema = base.body?.schema {
      for simpler in SimplerValues.of(body, as: schema) { add { $0.body = simpler } }
      // What is wrong stands where the plainest value has no place for it.
      for simpler in around(request, schema) { add { $0.body = simpler } }
    }
    for place in request.settings.indices {
      let setting = request.settings[place]
      guard let value = setting.value,
        let schema = calls.parameters.first(where: { $0.name == setting.parameter })?.schema
      else { continue }
      for simpler in SimplerValues.of(value, as: schema) {
        add { $0.settings[place].value = simpler }
      }
    }
    return requests.compactMap { request in
      // What is wrong may have moved, as to another place in a list.
      var request = request
      let only = RequestProof(request, base, calls).onlyFault
      if let fault = request.fault {
        guard let only, only.keyword == fault.keyword else { return nil }
        request.fault = only
      }
      return request
    }
  }

  /// The plainest content with the wrong value in it.
  private func around(_ request: GeneratedRequest, _ schema: Schema) -> [JSON] {
    guard case .body(let pointer)? = request.fault?.place, let wrong = request.body?[pointer],
      let plain = PlainValue.of(schema), !pointer.isRoot
    else { return [] }
    return [plain.setting(wrong, at: pointer)].compactMap(\.self)
  }
}
