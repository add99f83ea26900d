import AccordMocking
import AccordModel
import AccordSchema

/// ServiceStack's ways: binding from several places at once, validators, ResponseStatus.
///
/// A request is bound first, then authenticated, then validated: a malformed Guid without a token
/// gets 400, not 401.
struct ServiceStackConvention: MockConvention {
  /// What is as everywhere: responses, and suffixes of paths.
  let base: any MockConvention

  private let suite: ContractSuite
  private let accepts: @Sendable (String) -> Bool
  private let binder = ServiceStackBinder()
  private let negotiator: ServiceStackNegotiator

  init(_ setting: MockSetting, accepts: @escaping @Sendable (String) -> Bool) {
    suite = setting.suite
    base = HTTPConvention(setting, accepts: accepts)
    self.accepts = accepts
    negotiator = ServiceStackNegotiator(suite)
  }

  var ignoresPathCase: Bool { true }

  /// A header, a query parameter or a form field can replace the method.
  func method(of request: MockRequest, _ target: RequestTarget) -> String {
    let name = "X-Http-Method-Override"
    let replacement =
      request.value(of: name) ?? target.value(of: name, ignoringCase: true)
      ?? binder.form(of: request).first { $0.isNamed(name, ignoringCase: true) }?.value
    guard let replacement, !replacement.isEmpty else { return request.method }
    return replacement.uppercased()
  }

  func format(
    of request: MockRequest,
    _ target: RequestTarget,
    suffix: Format?,
    contract: Contract?
  ) -> Format {
    negotiator.format(of: request, target, suffix: suffix)
  }

  func call(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(MockRefusal) -> MockCall {
    let values = try binder.bind(request, target, match)
    try authenticate(request, match.contract)
    try validate(values, match.contract)
    return MockCall(match.contract, match.route, parameters: values, request: request)
  }

  func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
    decorated(try base.answer(call, reply, in: format), call.contract, format)
  }

  /// The error as a ResponseStatus: in the operation's own response, or in ErrorResponse when the
  /// request could not be bound.
  func answer(
    _ refusal: MockRefusal,
    to contract: Contract?,
    in format: Format
  ) throws -> MockAnswer {
    let name = refusal.name ?? "ArgumentException"
    let entry = suite.errors[name]
    let status = refusal.status ?? entry?.statuses.first ?? 400
    let responseStatus = ResponseStatus(
      code: entry?.name ?? name,
      message: refusal.detail.isEmpty ? (entry?.words() ?? name) : refusal.detail,
      fields: refusal.fields
    )
    .value
    var schema = suite.errors.schemas.first ?? .any
    var body: JSON = ["ResponseStatus": responseStatus]
    if refusal.stage == .service, let response = contract?.responses.first?.schema {
      schema = response
      body = .object(
        response.content.members.map { member in
          JSONMember(
            member.name,
            member.name == "ResponseStatus" ? responseStatus : member.schema.defaultValue
          )
        }
      )
    }
    let challenge = Field("WWW-Authenticate", "Bearer realm=\"\(suite.id)\"")
    let fields = status == 401 ? [challenge] : []
    let answer = try MockAnswer(status, body, as: schema, in: format, fields: fields)
    return decorated(answer, contract, format)
  }

  /// A method that no route answers is not matched at all.
  func answer(otherMethods allowed: [String]) -> MockAnswer { answerUnknown() }

  func answerUnknown() -> MockAnswer { .text(404, "404", fields: Self.globalFields) }
}

extension ServiceStackConvention {
  /// What every response carries.
  private static let globalFields = [
    Field("Vary", "Accept"), Field("X-Powered-By", "ServiceStack/8.0"),
  ]

  private func decorated(
    _ answer: MockAnswer,
    _ contract: Contract?,
    _ format: Format
  ) -> MockAnswer {
    var answer = answer
    answer.fields.removeAll { field in Self.globalFields.contains { $0.name == field.name } }
    answer.fields += Self.globalFields
    if format.syntax == .csv, let contract {
      answer.setField("Content-Disposition", "attachment;filename=\(contract.name).csv")
    }
    return answer
  }

  private func authenticate(_ request: MockRequest, _ contract: Contract) throws(MockRefusal) {
    for rule in contract.headers where rule.isCredential {
      if let value = request.value(of: rule.name), let token = suite.credential?.token(in: value),
        accepts(token)
      {
        continue
      }
      throw MockRefusal(named: "Unauthorized", status: 401, "Not Authenticated")
    }
  }

  /// A validator that demands what the page calls required; a Guid that was left out is the zero
  /// Guid, so that the zero Guid counts as left out.
  private func validate(_ values: [JSONMember], _ contract: Contract) throws(MockRefusal) {
    let empty = contract.parameters.filter { parameter in
      guard parameter.isRequired else { return false }
      let value = values.first { $0.key == parameter.name }?.value
      return value == nil || value == .string(GUID.zero) || value == .string("")
    }
    guard let first = empty.first else { return }
    let faults = empty.map { parameter in
      MockRefusal.FieldFault(
        name: parameter.name,
        code: "NotEmpty",
        message: "'\(parameter.name)' must not be empty."
      )
    }
    throw MockRefusal(
      named: first.missing?.names.first ?? "NotEmpty",
      status: 400,
      faults[0].message,
      fields: faults
    )
  }
}

/// ServiceStack's account of an error.
private struct ResponseStatus {
  let code: String
  let message: String
  let fields: [MockRefusal.FieldFault]

  var value: JSON {
    [
      "ErrorCode": .string(code),
      "Message": .string(message),
      "StackTrace": nil,
      "Errors": .array(
        fields.map { field in
          [
            "ErrorCode": .string(field.code),
            "FieldName": .string(field.name),
            "Message": .string(field.message),
            "Meta": nil,
          ]
        }
      ),
      "Meta": nil,
    ]
  }
}

extension Schema {
  /// What .NET writes for a member that was never set.
  fileprivate var defaultValue: JSON {
    if isNullable { return .null }
    let types = TextValue.types(of: self)
    if types.contains(.boolean) { return false }
    if !types.isDisjoint(with: [.integer, .number]) { return 0 }
    if types.contains(.array) { return [] }
    return content.format == "guid" ? .string(GUID.zero) : ""
  }
}
