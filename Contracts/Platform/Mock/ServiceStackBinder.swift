import AccordMocking
import AccordModel
import AccordSchema

/// Binds a request to an operation's input as ServiceStack does.
///
/// The body is read first; path variables overwrite it, query parameters those, form fields the
/// query. Names are compared without regard to case, unknown names are ignored, and an empty value
/// overwrites nothing.
struct ServiceStackBinder: Sendable {
  /// The values of the parameters that were sent, in the order of the contract.
  func bind(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(MockRefusal) -> [JSONMember] {
    let contract = match.contract
    var values = try body(of: request, contract)
    var faults: [MockRefusal.FieldFault] = []
    for parameter in contract.parameters {
      let texts = (match.variables + target.query + form(of: request)).filter {
        $0.isNamed(parameter.name, ignoringCase: true) && !$0.value.isEmpty
      }
      guard let text = texts.last?.value else { continue }
      guard let value = NetValue.read(text, as: parameter.schema) else {
        faults.append(Self.fault(parameter.name, text))
        continue
      }
      values.removeAll { $0.key == parameter.name }
      values.append(JSONMember(parameter.name, value))
    }
    guard faults.isEmpty else {
      throw MockRefusal(
        named: "SerializationException",
        "Unable to bind to request '\(contract.name)'",
        fields: faults,
        stage: .binding
      )
    }
    return contract.parameters.compactMap { parameter in
      values.first { $0.key == parameter.name }
    }
  }

  /// The fields of a form; they are read only for methods that have a body.
  func form(of request: MockRequest) -> [NamedText] {
    guard !["GET", "HEAD", "DELETE", "OPTIONS"].contains(request.method),
      request.isForm
    else { return [] }
    return request.form
  }

  private static func fault(_ name: String, _ text: String) -> MockRefusal.FieldFault {
    MockRefusal.FieldFault(
      name: name,
      code: "SerializationException",
      message: "'\(text)' is an Invalid value for '\(name)'"
    )
  }
}

// MARK: - The body

extension ServiceStackBinder {
  /// The values in the body; a body of a type that nothing reads has none.
  private func body(
    of request: MockRequest,
    _ contract: Contract
  ) throws(MockRefusal) -> [JSONMember] {
    guard !request.body.isEmpty, let schema = contract.body?.schema,
      let type = request.contentType, let syntax = type.syntax, !syntax.isOfRequests
    else { return [] }
    let value: JSON
    do throws(BodyDecoder.Failure) {
      value = try BodyDecoder(schema: schema)
        .value(of: request.body, in: syntax, type)
    } catch {
      throw unreadable(type, contract, error.reason)
    }
    guard let members = value.members else {
      throw unreadable(type, contract, "Type definitions should start with a '{'.")
    }
    var values: [JSONMember] = []
    var faults: [MockRefusal.FieldFault] = []
    for parameter in contract.parameters {
      // XML names its members exactly; the reader has already left out all others.
      let member = members.last { $0.key.lowercased() == parameter.name.lowercased() }
      guard let member, member.value != .null, member.value != "" else { continue }
      let text = member.value.scalarText
      if let text, let value = NetValue.read(text, as: parameter.schema) {
        values.append(JSONMember(parameter.name, value))
      } else {
        faults.append(Self.fault(parameter.name, text ?? member.value.text()))
      }
    }
    guard let first = faults.first else { return values }
    throw unreadable(type, contract, first.message, faults)
  }

  private func unreadable(
    _ type: MediaType,
    _ contract: Contract,
    _ reason: String,
    _ faults: [MockRefusal.FieldFault] = []
  ) -> MockRefusal {
    MockRefusal(
      named: "SerializationException",
      "Could not deserialize '\(type.essence)' request using '\(contract.name)'. Error: \(reason)",
      fields: faults,
      stage: .binding
    )
  }
}
