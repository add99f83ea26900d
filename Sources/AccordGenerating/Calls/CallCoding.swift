import AccordModel
import AccordSchema

/// Calls as JSON, and back.
enum CallCoding {
  /// The version of the form.
  static let version = 1

  static func json(_ call: GeneratedCall) -> JSON {
    var members: [JSONMember] = [
      JSONMember("version", .number(JSONNumber(version))),
      JSONMember("suite", .string(call.suite)), JSONMember("contract", .string(call.contract)),
    ]
    switch call.kind {
    case .sequence(let cycle, let calls):
      members.append(JSONMember("lifeCycle", .string(cycle)))
      members.append(JSONMember("calls", .array(calls.map { .string($0) })))
    case .request(let request):
      members.append(JSONMember("example", .string(request.example)))
      members.append(JSONMember("route", .string(request.route)))
      if let version = request.version {
        members.append(JSONMember("of", .number(JSONNumber(version))))
      }
      if !request.settings.isEmpty {
        let settings = request.settings.map { setting in
          JSON.array([.string(setting.parameter)] + [setting.value].compactMap(\.self))
        }
        members.append(JSONMember("parameters", .array(settings)))
      }
      if let body = request.body { members.append(JSONMember("body", body)) }
      if let fault = request.fault { members.append(JSONMember("wrong", json(fault))) }
    }
    return .object(members)
  }

  private static func json(_ fault: GeneratedRequest.Fault) -> JSON {
    let place =
      switch fault.place {
      case .body(let pointer): JSONMember("at", .string(pointer.description))
      case .parameter(let name): JSONMember("parameter", .string(name))
      }
    return .object([place, JSONMember("keyword", .string(fault.keyword))])
  }

  /// The call that a value stands for; `nil` where it stands for none.
  static func call(_ json: JSON) -> GeneratedCall? {
    guard let suite = json["suite"]?.string, let contract = json["contract"]?.string else {
      return nil
    }
    if let cycle = json["lifeCycle"]?.string {
      guard let calls = json["calls"]?.elements else { return nil }
      let names = calls.compactMap(\.string)
      guard names.count == calls.count else { return nil }
      return GeneratedCall(
        suite: suite,
        contract: contract,
        kind: .sequence(of: cycle, calls: names)
      )
    }
    guard let example = json["example"]?.string, let route = json["route"]?.string else {
      return nil
    }
    var request = GeneratedRequest(example: example, route: route, version: json["of"]?.number?.int)
    for entry in json["parameters"]?.elements ?? [] {
      guard let parts = entry.elements, (1...2).contains(parts.count), let name = parts[0].string
      else { return nil }
      request.settings.append(
        GeneratedRequest.Setting(parameter: name, value: parts.dropFirst().first)
      )
    }
    request.body = json["body"]
    if let wrong = json["wrong"] {
      guard let fault = fault(wrong) else { return nil }
      request.fault = fault
    }
    return GeneratedCall(suite: suite, contract: contract, kind: .request(request))
  }

  private static func fault(_ json: JSON) -> GeneratedRequest.Fault? {
    guard let keyword = json["keyword"]?.string else { return nil }
    if let name = json["parameter"]?.string {
      return GeneratedRequest.Fault(place: .parameter(name), keyword: keyword)
    }
    guard let text = json["at"]?.string, let pointer = JSONPointer(parsing: text) else {
      return nil
    }
    return GeneratedRequest.Fault(place: .body(pointer), keyword: keyword)
  }
}
