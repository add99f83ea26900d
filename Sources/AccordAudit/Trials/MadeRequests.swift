import AccordJudging
import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

/// Requests that no case sends, made from right ones: each promised route, method, version and format, and each
/// of these wrong in one way.
///
/// They tell a mutant that nobody could notice from one that the plan never gets to see.
enum MadeRequests {
  /// The most requests that are made of one contract.
  private static let limit = 1_000

  /// The requests by contract, with the answers of the unbroken server.
  static func all(
    of audited: [AuditedContract],
    _ index: SuiteIndex,
    seed: UInt64
  ) async -> [Contract.ID: [MadeRequest]] {
    let made = await Workers.map(audited, making: { MutantServer(nil, of: index, seed: seed) }) {
      contract,
      server in
      var requests: [MadeRequest] = []
      for list in lists(of: contract, audited, server.main).prefix(limit) {
        server.reset()
        var steps: [RecordedCase.Step] = []
        for request in list {
          let answer = await server.answer(request)
          let occasion = Occasion(request, of: server.main)
          steps.append(
            RecordedCase.Step(
              request: request,
              occasion: occasion,
              answer: answer,
              view: occasion.map { AnswerView(answer, to: request, $0, in: index) }
            )
          )
        }
        requests.append(MadeRequest(steps: steps))
      }
      return (contract.contract.id, requests)
    }
    return Dictionary(made) { first, _ in first }
  }

  private static func lists(
    of audited: AuditedContract,
    _ all: [AuditedContract],
    _ mock: Mock
  ) -> [[MockRequest]] {
    let rights = everywhere(audited, mock)
    var lists = rights.map { [$0] }
    for right in rights { lists += wrong(right, audited, mock).map { [$0] } }
    // Errors that are brought about by name; what no request brings about stays out.
    if let right = rights.first {
      for (_, entry) in ErrorFaults.provoked(audited) {
        var request = right
        request.setField(Mock.errorField, entry.name)
        lists.append([request])
      }
    }
    // A change, and what every view shows then.
    let views = all.flatMap { other in
      other.rights.filter { ["GET", "HEAD"].contains($0.occasion.method) }.prefix(2).map(\.request)
    }
    for right in audited.rights.prefix(4) {
      lists.append([right.request] + views)
      lists.append([right.request, right.request] + views)
      for other in all where other.contract.id != audited.contract.id {
        for change in other.rights.prefix(1)
        where !["GET", "HEAD"].contains(change.occasion.method) {
          lists.append([change.request, right.request])
        }
      }
    }
    var known: Set<[MockRequest]> = []
    return lists.filter { known.insert($0).inserted }
  }

  /// The right requests, in every method, version and format that the contract promises.
  private static func everywhere(_ audited: AuditedContract, _ mock: Mock) -> [MockRequest] {
    var requests = audited.rights.map(\.request)
    for right in audited.rights {
      for method in right.occasion.route.methods.probed.map(\.rawValue) {
        var request = right.request
        request.method = method
        requests.append(request)
      }
      if let rule = right.occasion.route.version {
        for version in rule.served {
          requests += [VersionFaults.asking(rule, "\(version)", right.request, right.occasion)]
            .compactMap(\.self)
        }
      }
      for format in audited.contract.formats(in: audited.suite) {
        var request = right.request
        request.setField("Accept", format.accept)
        requests.append(request)
      }
    }
    return distinct(requests)
  }

  /// A right request, made wrong in one way after the other.
  private static func wrong(
    _ right: MockRequest,
    _ audited: AuditedContract,
    _ mock: Mock
  ) -> [MockRequest] {
    var requests: [MockRequest] = []
    func add(_ change: (inout MockRequest) -> Void) {
      var request = right
      change(&request)
      if request != right { requests.append(request) }
    }
    for field in right.fields {
      add { $0.removeField(field.name) }
      add { $0.setField(field.name, "") }
      add { $0.setField(field.name, "wrong") }
    }
    for name in distinct(right.query.map(\.name)) { add { $0.removeQuery(name) } }
    let occasion = Occasion(right, of: mock)
    for parameter in audited.contract.parameters {
      let values =
        [""] + parameter.schema.wrongValues.prefix(6).map { $0.value.string ?? $0.value.wireText }
        + [parameter.unknown == nil ? nil : parameter.schema.sample(seed: 97)].compactMap {
          $0?.string ?? $0?.wireText
        }
        + (parameter.schema.content.enumeration ?? []).map { $0.string ?? $0.wireText }
      for value in values {
        if let occasion, occasion.variables.contains(where: { $0.name == parameter.name }) {
          if !value.isEmpty { add { $0.setVariable(parameter.name, value, occasion) } }
        } else {
          let name = PercentEncoding.encode(parameter.name)
          add { $0.setQuery(parameter.name, pairs: ["\(name)=\(PercentEncoding.encode(value))"]) }
        }
      }
    }
    for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"] { add { $0.method = method } }
    if let occasion, let rule = occasion.route.version {
      for version in ["0", "99", "x", ""] {
        requests += [VersionFaults.asking(rule, version, right, occasion)].compactMap(\.self)
      }
    }
    add { $0.setField("Accept", "application/x-none") }
    add { $0.setField("If-None-Match", "\"none\"") }
    add { $0.setField("If-Match", "\"none\"") }
    add { $0.setField("Range", "bytes=0-1") }
    guard let body = audited.contract.body, !right.body.isEmpty else { return requests }
    add { $0.setBody([]) }
    add { $0.setBody(Array("{".utf8)) }
    add { $0.setField("Content-Type", "application/x-none") }
    if let value = right.json {
      for example in body.schema.counterexamples(of: value).prefix(200) {
        if let changed = example.applied(to: value) { add { $0.setBody(changed.bytes()) } }
      }
      for member in body.schema.content.members {
        if let changed = value.removing(at: JSONPointer(tokens: [member.name])) {
          add { $0.setBody(changed.bytes()) }
        }
      }
    }
    return requests
  }
}
