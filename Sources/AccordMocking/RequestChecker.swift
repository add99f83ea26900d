import AccordModel
import AccordSchema

/// Checks requests to one endpoint against its contract, in the mock's own way.
///
/// The first thing wrong decides, in this order: the credential; other header fields; the version,
/// where it travels in the path, the query or a header; the parameters in the order of the
/// contract; the body's syntax; the version in the body; its mandatory members; its values; values
/// that are well-formed and name nothing.
struct RequestChecker: Sendable {
  let suite: ContractSuite
  let contract: Contract

  /// Whether a token is accepted.
  let accepts: @Sendable (String) -> Bool

  let credentials: MockCredentials
  private let parameters: [SchemaValidator?]
  private let body: SchemaValidator?

  /// Compiles the schemas of a contract.
  init(
    _ contract: Contract,
    in suite: ContractSuite,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.suite = suite
    self.contract = contract
    self.accepts = accepts
    credentials = MockCredentials(suite: suite)
    parameters = contract.parameters.map { try? SchemaValidator($0.schema) }
    body = contract.body.flatMap { try? SchemaValidator($0.schema) }
  }

  /// The request as a call, or the contract's refusal for the first thing wrong with it.
  func check(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch
  ) throws(MockRefusal) -> MockCall {
    try checkCredential(request)
    let role = try checkCredentialRule(request)
    try checkHeaders(request)
    try checkAccept(request)
    let texts = RequestTexts(request, target, match, in: suite)
    var version = try textVersion(match.route, texts)
    var values = try checkParameters(texts)
    let body = try checkBody(request, match.route, &version)
    try checkUnknown(values)
    // A parameter may be a member of the body too.
    for parameter in contract.parameters
    where parameter.places.contains(.body) && !values.contains(where: { $0.key == parameter.name })
    {
      if let value = body?[parameter.name] { values.append(JSONMember(parameter.name, value)) }
    }
    return MockCall(
      contract,
      match.route,
      version: version,
      parameters: values,
      body: body,
      request: request,
      role: role
    )
  }
}

// MARK: - Header fields

extension RequestChecker {
  /// The token must be there, and one that is accepted.
  func checkCredential(_ request: MockRequest) throws(MockRefusal) {
    for rule in contract.headers where rule.isCredential {
      guard let value = request.value(of: rule.name), !value.isEmpty else {
        throw MockRefusal(rule.missing, "No \(rule.name) was sent.")
      }
      let token = suite.credential?.token(in: value)
      guard token.map(accepts) == true || isKnown(request) else {
        throw MockRefusal(rule.invalid ?? rule.missing, "The \(rule.name) is not accepted.")
      }
    }
  }

  private func isKnown(_ request: MockRequest) -> Bool {
    if case .caller = credentials.find(request) { return true }
    return false
  }

  /// The role of the caller, where the contract wants to know who calls.
  private func checkCredentialRule(_ request: MockRequest) throws(MockRefusal) -> String? {
    let found = credentials.find(request, accepting: accepts)
    if case .caller(let role) = found { return role }
    guard let rule = contract.credential else { return nil }
    guard case .unknown = found else {
      throw MockRefusal(rule.missing, "No credential was sent.")
    }
    throw MockRefusal(rule.invalid ?? rule.missing, "The credential is not accepted.")
  }

  private func checkHeaders(_ request: MockRequest) throws(MockRefusal) {
    for rule in contract.headers where !rule.isCredential { try check(rule, request) }
  }

  func check(_ rule: HeaderRule, _ request: MockRequest) throws(MockRefusal) {
    let value = request.value(of: rule.name)
    switch (rule.presence, value) {
    case (.required, nil): throw MockRefusal(rule.missing, "No \(rule.name) was sent.")
    case (.forbidden, .some): throw MockRefusal(rule.invalid, "\(rule.name) must not be sent.")
    case (_, let value?):
      let read = TextValue.read(value, as: rule.value)
      let isProbe = rule.invalid?.rejects(read) ?? false
      guard !isProbe, (try? SchemaValidator(rule.value))?.admits(read) ?? true else {
        throw MockRefusal(rule.invalid ?? rule.missing, "The value of \(rule.name) is wrong.")
      }
    case (.optional, nil), (.forbidden, nil): break
    }
  }
}

extension RequestChecker {
  /// Where the contract says what a request gets that accepts none of its formats, it must accept one.
  func checkAccept(_ request: MockRequest) throws(MockRefusal) {
    let lines = request.fields.values(of: "Accept")
    guard let refusal = contract.unacceptable, !lines.isEmpty else { return }
    guard AcceptField(lines).best(of: contract.formats(in: suite)) == nil else { return }
    throw MockRefusal(refusal, "None of the formats is acceptable.")
  }
}

// MARK: - Version

extension RequestChecker {
  /// The version that stands in the path, the query or a header.
  func textVersion(
    _ route: Contract.Route,
    _ texts: RequestTexts
  ) throws(MockRefusal) -> Int? {
    guard let rule = route.version else { return nil }
    switch rule.carrier {
    case .body: return nil
    case .query(let name):
      let value = texts.query(name).map(JSON.string)
      if let other = otherVersion(rule, value) { return other }
      return try version(rule, value)
    case .path(let name): return try version(rule, texts.path(name).map(JSON.string))
    case .header(let name): return try version(rule, texts.header(name).map(JSON.string))
    case .mediaTypeParameter(let name):
      return try version(rule, texts.mediaTypeParameter(name).map(JSON.string))
    }
  }

  /// A version that another route serves, where this one does not say what it gets: nothing is
  /// promised of it, so it is taken for what it says.
  private func otherVersion(_ rule: VersionRule, _ value: JSON?) -> Int? {
    guard rule.unsupported == nil, let number = value?.string.flatMap({ Int($0) }),
      !rule.served.contains(number)
    else { return nil }
    let isServed = contract.routes.contains { $0.version?.served.contains(number) ?? false }
    return isServed ? number : nil
  }

  /// The version that a value stands for.
  private func version(_ rule: VersionRule, _ value: JSON?) throws(MockRefusal) -> Int? {
    guard let value, value != .string("") else {
      guard rule.whenAbsent == nil else { return rule.whenAbsent }
      throw MockRefusal(rule.missing, "No version was sent.")
    }
    // In the body a version is a number; elsewhere there are only texts.
    var isBody = false
    if case .body = rule.carrier { isBody = true }
    let number = isBody ? value.number?.int : value.string.flatMap { Int($0) }
    guard let number else {
      throw MockRefusal(rule.notANumber ?? rule.unsupported, "The version is not a whole number.")
    }
    guard rule.served.contains(number) else {
      throw MockRefusal(rule.unsupported, "There is no version \(number).")
    }
    return number
  }
}

// MARK: - Parameters

extension RequestChecker {
  private func checkParameters(_ texts: RequestTexts) throws(MockRefusal) -> [JSONMember] {
    var values: [JSONMember] = []
    for index in contract.parameters.indices {
      guard let value = try value(ofParameter: index, texts) else { continue }
      values.append(JSONMember(contract.parameters[index].name, value))
    }
    return values
  }

  /// The value of the parameter of this number; `nil` where it may be left out and is.
  func value(ofParameter index: Int, _ texts: RequestTexts) throws(MockRefusal) -> JSON? {
    let parameter = contract.parameters[index]
    guard let sent = texts.value(of: parameter) else {
      // The body is read later; a member that is missing there is found there.
      guard !parameter.isRequired || parameter.places.contains(.body) else {
        throw MockRefusal(parameter.missing ?? parameter.invalid, "\(parameter.name) is missing.")
      }
      return nil
    }
    let value = TextValue.read(sent, as: parameter.schema)
    let isProbe = parameter.invalid?.rejects(value) ?? false
    guard !isProbe, parameters[index]?.admits(value) ?? true else {
      throw MockRefusal(parameter.invalid ?? parameter.unknown, "\(parameter.name) is wrong.")
    }
    return value
  }

  private func checkUnknown(_ values: [JSONMember]) throws(MockRefusal) {
    for parameter in contract.parameters { try checkUnknown(parameter, values) }
  }

  func checkUnknown(_ parameter: Parameter, _ values: [JSONMember]) throws(MockRefusal) {
    guard let refusal = parameter.unknown,
      let value = values.first(where: { $0.key == parameter.name })?.value,
      refusal.rejects(value)
    else { return }
    throw MockRefusal(refusal, "Nothing has this \(parameter.name).")
  }
}

// MARK: - Body

extension RequestChecker {
  func checkBody(
    _ request: MockRequest,
    _ route: Contract.Route,
    _ version: inout Int?
  ) throws(MockRefusal) -> JSON? {
    guard let rule = contract.body else { return nil }
    if let version, !rule.versions.isEmpty, !rule.versions.contains(version) { return nil }
    guard !request.body.isEmpty else {
      guard rule.isRequired else { return nil }
      throw MockRefusal(rule.malformed ?? rule.incomplete, "The request has no body.")
    }
    var value = try decode(request, rule)
    if let versionRule = route.version, case .body(let pointer) = versionRule.carrier {
      version = try self.version(versionRule, value[pointer])
    }
    for member in rule.memberVersions where rule.ignores(member.pointer, in: version) {
      value = value.removing(at: member.pointer) ?? value
    }
    try checkMembers(value, rule, rule.format(of: request, in: suite)?.id)
    return value
  }

  private func decode(
    _ request: MockRequest,
    _ rule: Contract.RequestBody
  ) throws(MockRefusal) -> JSON {
    let type = request.contentType
    let format = rule.format(of: request, in: suite)
    let read = format?.syntax ?? (type?.isForm == true ? .form : nil)
    if read == nil, let refusal = rule.unsupported {
      throw MockRefusal(refusal, "The Content-Type is not one that is read.")
    }
    guard let syntax = read else {
      throw MockRefusal(rule.malformed, "The Content-Type is not one that is read.")
    }
    do throws(BodyDecoder.Failure) {
      return try BodyDecoder(schema: rule.schema(in: format?.id))
        .value(of: request.body, in: syntax, type)
    } catch {
      throw MockRefusal(rule.malformed, "The body cannot be read: \(error.reason).")
    }
  }

  private func checkMembers(
    _ value: JSON,
    _ rule: Contract.RequestBody,
    _ format: Format.ID?
  ) throws(MockRefusal) {
    let schema = rule.schema(in: format)
    if let types = schema.content.types, !types.admits(value) {
      throw MockRefusal(rule.malformed ?? rule.invalid, "The body is of another type.")
    }
    let validator = schema == rule.schema ? body : try? SchemaValidator(schema)
    if let place = MandatoryMembers.firstMissing(in: value, of: schema) {
      let refusal = rule.members.first { $0.pointer == place }?.refusal
      throw MockRefusal(refusal ?? rule.incomplete ?? rule.invalid, "\(place) is mandatory.")
    }
    for member in rule.members {
      guard let found = value[member.pointer], member.refusal.rejects(found) else { continue }
      throw MockRefusal(member.refusal, "The value of \(member.pointer) is wrong.")
    }
    guard let violation = validator?.validate(value).first else { return }
    let refusal = rule.members.first { $0.pointer.description == violation.instanceLocation }
    throw MockRefusal(
      refusal?.refusal ?? rule.invalid ?? rule.incomplete ?? rule.malformed,
      "The value of \(violation.instanceLocation) is wrong."
    )
  }
}

extension Contract.RequestBody {
  /// The format in which a request says that its body is; the first where it does not say.
  fileprivate func format(of request: MockRequest, in suite: ContractSuite) -> Format? {
    let accepted = formats.compactMap { suite.format($0) }
    guard let type = request.contentType else {
      return request.value(of: "Content-Type") == nil ? accepted.first : nil
    }
    return accepted.first { $0.mediaType.lowercased() == type.essence }
  }
}

extension Refusal {
  /// Whether a value is one of the wrong values that the contract names.
  func rejects(_ value: JSON) -> Bool {
    probes.contains { $0.value == value }
  }
}

extension JSON {
  /// The text of a number, a truth value or a string as it stands in a path or a query.
  package var scalarText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
