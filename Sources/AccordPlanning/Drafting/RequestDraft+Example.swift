import AccordModel
import AccordSchema
import HTTPTypes

extension RequestDraft {
  /// The request of an example; `nil` if a variable of the path has no value.
  init?(_ example: Example, at endpoint: Endpoint) {
    let contract = endpoint.contract
    self.endpoint = endpoint
    self.example = example
    version = endpoint.version.map { .served($0) }
    fields = Self.fields(of: contract, versionIn: endpoint.route.version?.carrier)
    let parameters = contract.parameters.filter { $0.places.contains(.header) }.map(\.name)
    for header in example.headers.list where !parameters.contains(header.name) {
      fields.removeAll { $0.name.lowercased() == header.name.lowercased() }
      fields.append(RequestTemplate.Field(header.name, .value(header.value)))
    }
    arguments = []
    selections = []
    if contract.credential != nil || example.role != nil {
      credential = .valid(as: example.role ?? contract.credential?.role)
    }
    if let body = example.body, Self.isRead(contract.body, in: endpoint.version) {
      content = .value(body, example.bodyValues)
    } else if !example.bodyValues.isEmpty, Self.isRead(contract.body, in: endpoint.version) {
      content = .value(.object([]), example.bodyValues)
    }
    let named = example.format.flatMap { endpoint.suite.format($0) }
    let readFormats = Self.contentFormats(of: endpoint)
    let answerFormats = endpoint.scope.formats
    // A format that is only read, or only written, is that of the content, or of the answer.
    let isRead = contract.body == nil || named.map(readFormats.contains) ?? false
    let isWritten = contract.body == nil || named.map(answerFormats.contains) ?? false
    contentFormat = isRead || !isWritten ? named ?? readFormats.first : readFormats.first
    let chosen = isWritten || !isRead ? named : nil
    namedFormat = chosen
    for parameter in contract.parameters where !endpoint.scope.carriesVersion(parameter) {
      guard let place = parameter.place(on: endpoint.route),
        let value = Self.value(of: parameter, in: example, at: place)
      else { continue }
      arguments.append(Placed(name: parameter.name, place: place, value: value))
    }
    let known = contract.parameters.map(\.name)
    for argument in example.path.list where !known.contains(argument.name) {
      arguments.append(Placed(name: argument.name, place: .path, value: argument.value))
    }
    for argument in example.query.list where !known.contains(argument.name) {
      arguments.append(Placed(name: argument.name, place: .query, value: argument.value))
    }
    guard hasPathValues else { return nil }
    let own = endpoint.response(of: example)?.formats.first.flatMap { endpoint.suite.format($0) }
    if let format = chosen ?? own ?? answerFormats.first { ask(for: format) }
  }

  /// The formats in which cases send content here, the usual first.
  static func contentFormats(of endpoint: Endpoint) -> [Format] {
    let ids = endpoint.contract.body?.formats ?? []
    let formats = ids.compactMap { endpoint.suite.format($0) }
      .filter(\.isChecked)
    guard formats.isEmpty else { return formats }
    return endpoint.suite.formats.filter { $0.syntax == .json }.prefix(1) + []
  }

  /// Asks for the answer's format in the usual way: by Accept where that is one of the ways.
  mutating func ask(for format: Format) {
    guard let ways = endpoint.suite.negotiation?.ways else { return }
    let rule = ways.first { $0.way == .accept } ?? ways.first
    selections = rule.map { [Selection(rule: $0, format: format)] } ?? []
  }

  /// The request with one parameter's value set at its usual place.
  mutating func set(_ name: String, _ value: Operand) {
    if let index = arguments.firstIndex(where: { $0.name == name }) {
      arguments[index].value = value
      return
    }
    let parameter = endpoint.contract.parameters.first { $0.name == name }
    let place = parameter?.place(on: endpoint.route) ?? .query
    arguments.append(Placed(name: name, place: place, value: value))
  }

  private static func isRead(_ body: Contract.RequestBody?, in version: Int?) -> Bool {
    guard let body, let version, !body.versions.isEmpty else { return true }
    return body.versions.contains(version)
  }

  private static func value(
    of parameter: Parameter,
    in example: Example,
    at place: Parameter.Place
  ) -> Operand? {
    if let value = example.value(of: parameter) { return value }
    guard parameter.isRequired else { return nil }
    if place != .path, parameter.places.contains(.body) {
      let pointer = JSONPointer.root.appending(parameter.name)
      let isOpen = example.bodyValues.contains { $0.pointer == pointer }
      guard !isOpen, example.body?[pointer] == nil else { return nil }
    }
    return parameter.usableExample
  }

  private var hasPathValues: Bool {
    endpoint.route.path.variables.allSatisfy { name in
      if case .path(name) = endpoint.route.version?.carrier { return true }
      return arguments.contains { $0.name == name && $0.place == .path }
    }
  }

  private static func fields(
    of contract: Contract,
    versionIn carrier: VersionRule.Carrier?
  ) -> [RequestTemplate.Field] {
    contract.headers.compactMap { rule in
      guard rule.presence == .required else { return nil }
      if case .header(let name) = carrier, name.lowercased() == rule.name.lowercased() {
        return nil
      }
      guard !["accept", "content-type"].contains(rule.name.lowercased()) else { return nil }
      guard !rule.isCredential else { return RequestTemplate.Field(rule.name, .credential) }
      return RequestTemplate.Field(rule.name, .value(.literal(rule.value.sample() ?? "value")))
    }
  }
}

extension Parameter {
  /// Where cases send it on a route: its usual place, but the path wherever the path names it.
  func place(on route: Contract.Route) -> Place? {
    let isVariable = route.path.variables.contains(name)
    if isVariable { return .path }
    guard usual == .path else { return usual }
    return places.first { $0 != .path }
  }

  /// The value that cases send where an example says nothing.
  var usableExample: Operand { example ?? .literal(schema.sample() ?? "value") }
}
