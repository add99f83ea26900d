import AccordModel
import AccordSchema

/// What the schemas say of a generated request.
struct RequestProof {
  private let request: GeneratedRequest
  private let base: ContractCalls.Base
  private let calls: ContractCalls

  /// What is wrong, in the order of the parameters and then of the body.
  private let faults: [GeneratedRequest.Fault]

  init(_ request: GeneratedRequest, _ base: ContractCalls.Base, _ calls: ContractCalls) {
    (self.request, self.base, self.calls) = (request, base, calls)
    var faults: [GeneratedRequest.Fault] = []
    for setting in request.settings {
      guard let parameter = calls.parameters.first(where: { $0.name == setting.parameter }) else {
        continue
      }
      faults += Self.faults(of: parameter, setting.value)
    }
    if let body = request.body { faults += Self.faults(of: body, base) }
    self.faults = faults
  }

  private static func faults(of parameter: Parameter, _ value: JSON?) -> [GeneratedRequest.Fault] {
    let place = GeneratedRequest.Fault.Place.parameter(parameter.name)
    guard let value else {
      return parameter.isRequired
        ? [GeneratedRequest.Fault(place: place, keyword: "required")] : []
    }
    return parameter.violations(of: value, in: parameter.usual).map { violation in
      GeneratedRequest.Fault(place: place, keyword: violation.keyword)
    }
  }

  /// What is wrong with content, where it can be said.
  private static func faults(of body: JSON, _ base: ContractCalls.Base) -> [GeneratedRequest.Fault]
  {
    guard let schema = base.body?.schema, let validator = try? SchemaValidator(schema) else {
      return [GeneratedRequest.Fault(place: .body(.root), keyword: "schema")]
    }
    return validator.validate(body).map { violation in
      GeneratedRequest.Fault(
        place: .body(violation.path.pointer ?? .root),
        keyword: violation.isUndecided ? "schema" : violation.keyword
      )
    }
  }

  /// Whether the schemas admit it.
  var isValid: Bool { faults.isEmpty }

  /// The one thing that is wrong; `nil` where nothing or more is.
  var onlyFault: GeneratedRequest.Fault? { faults.count == 1 ? faults.first : nil }

  /// What it gets for the fault that it is to have; `nil` where that is not its only one, or where the
  /// contract does not say.
  var refusal: Refusal? {
    guard let fault = onlyFault, fault == request.fault else { return nil }
    switch fault.place {
    case .parameter(let name):
      let parameter = calls.parameters.first { $0.name == name }
      return fault.keyword == "required" ? parameter?.missing : parameter?.invalid
    case .body(let pointer): return refusal(at: pointer, fault.keyword)
    }
  }

  private func refusal(at pointer: JSONPointer, _ keyword: String) -> Refusal? {
    guard let body = calls.contract.body, let value = request.body, let schema = base.body?.schema
    else { return nil }
    // A value that is known later would stand in the place of the wrong one.
    guard !(base.body?.open ?? []).contains(where: { pointer.contains($0) && value[$0] != nil }),
      !body.memberVersions.contains(where: {
        pointer.contains($0.pointer) || $0.pointer.contains(pointer)
      })
    else { return nil }
    if ["required", "dependentRequired"].contains(keyword) {
      return keyword == "required" ? body.incomplete : nil
    }
    if let own = body.members.first(where: { $0.pointer == pointer }) { return own.refusal }
    // What is no object at all may be malformed, or wrong: plans try it where the contract says which.
    guard !pointer.isRoot || value.kind == schema.plainKind else { return nil }
    let isEmpty = [.null, "", []].contains(value[pointer])
    if isEmpty, let incomplete = body.incomplete {
      let parent = pointer.parent ?? .root
      let declared = value[parent].flatMap { object in
        schema.schema(at: parent, in: value)?.speaking(of: object)
          .content.members.first { $0.name == pointer.tokens.last }
      }
      if declared?.isRequired ?? true { return incomplete }
    }
    return body.invalid
  }

  /// Whether it has a value that the schema leaves open and that the example does not have.
  var mayNameNothing: Bool {
    for setting in request.settings {
      guard let value = setting.value,
        let parameter = calls.parameters.first(where: { $0.name == setting.parameter })
      else { continue }
      if parameter.schema.leavesOpen(value) { return true }
    }
    guard let body = request.body, let known = base.body else { return false }
    return ValuePlaces(of: body, as: known.schema).all.contains { place in
      guard place.isThere, let value = body[place.pointer] else { return false }
      return known.value[place.pointer] != value && place.schema.leavesOpen(value)
    }
  }
}

extension Schema {
  /// Whether nothing but its type says which texts or whole numbers are right.
  func leavesOpen(_ value: JSON) -> Bool {
    let content = speaking(of: value).content
    guard content.constant == nil, content.enumeration == nil else { return false }
    switch value {
    case .string:
      return content.maxLength == nil && content.pattern == nil && content.format == nil
    case .number:
      let isBelow = content.maximum != nil || content.exclusiveMaximum != nil
      let isAbove = content.minimum != nil || content.exclusiveMinimum != nil
      return !(isBelow && isAbove)
    case .null, .boolean, .array, .object: return false
    }
  }

  /// The kind of its plainest value.
  fileprivate var plainKind: JSONKind? { PlainValue.of(self)?.kind }

  /// The schema that speaks of a place of a value.
  func schema(at pointer: JSONPointer, in value: JSON) -> Schema? {
    ValuePlaces(of: value, as: self).all.first { $0.pointer == pointer }?.schema
  }
}
