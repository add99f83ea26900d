import AccordModel
import AccordSchema
import HTTPTypes

/// Writes what a contract promises: a conforming answer to a right request, the catalogue's error
/// to a wrong one.
struct Responder: Sendable {
  let suite: ContractSuite

  /// The seed of samples.
  let seed: UInt64

  /// What the names of errors begin with that their words leave out.
  let namePrefix: String

  /// The status of a refusal for which neither the contract nor the catalogue has one.
  static let fallbackStatus = 400

  /// The values of header fields, each made once: a pattern is compiled and searched for it.
  private let fieldValues = FieldValues()

  /// Bodies that were written lately: long lists are asked for again and again.
  private let bodies = RecentValues<Body, [UInt8]> { $0 == $1 }

  /// What a body is written from.
  private struct Body: Equatable, Sendable {
    var value: JSON
    var schema: Schema.Identity
    var format: Format

    static func == (left: Self, right: Self) -> Bool {
      left.schema == right.schema && left.format == right.format
        && left.value.isIdentical(to: right.value)
    }
  }

  init(suite: ContractSuite, seed: UInt64, namePrefix: String = "") {
    self.suite = suite
    self.seed = seed
    self.namePrefix = namePrefix
  }

  /// The answer to a right request.
  func answer(_ call: MockCall, _ reply: MockReply, in format: Format) throws -> MockAnswer {
    guard let usual = try rule(for: call, reply) else { return MockAnswer(200) }
    let rule = call.contract.response(in: format.id, besides: usual)
    let format = rule.formats.contains(format.id) ? format : written(rule, format)
    var fields = fields(rule.headers)
    if let index = fields.firstIndex(where: { $0.name.lowercased() == "allow" }) {
      fields[index].value = suite.methods(of: call.route.path).map(\.rawValue).joined(
        separator: ", "
      )
    }
    let status = rule.statuses.first
    let body: [UInt8]
    switch rule.content {
    case .empty: return MockAnswer(status, fields: fields)
    case .unspecified where reply.value == nil && reply.bytes == nil:
      return MockAnswer(status, fields: fields)
    case .octets(let octets): body = try bytes(reply, octets, in: format)
    case .payload, .rows, .unspecified:
      let schema = rule.schema ?? .any
      let value = try reply.value ?? rule.tied(sample(rule), to: call)
      body = try reply.bytes ?? bytes(value, as: schema, in: format)
    }
    var answer = MockAnswer(
      status,
      fields: [BodyEncoder.contentType(format)] + fields,
      body: body
    )
    for digest in rule.digests { answer.setField(digest.name, digest.value(of: body)) }
    return answer
  }

  /// The format in which a response is written for a request that gets its answers in `format`; bytes
  /// without a format of their own are no more than that.
  private func written(_ rule: ResponseRule, _ format: Format) -> Format {
    if let own = rule.formats.lazy.compactMap({ suite.format($0) }).first { return own }
    if case .octets = rule.content { return .octetStream }
    return format
  }

  /// The bytes of a reply, or as many as are promised.
  private func bytes(
    _ reply: MockReply,
    _ octets: ResponseRule.Octets,
    in format: Format
  ) throws -> [UInt8] {
    if let bytes = reply.bytes { return bytes }
    if let value = reply.value { return try BodyEncoder.bytes(value, as: .any, in: format) }
    let text = Array("Accord \(seed). ".utf8)
    let count = min(max(octets.count.lowerBound, text.count), octets.count.upperBound)
    return (0..<count).map { text[$0 % text.count] }
  }

  private func bytes(_ value: JSON, as schema: Schema, in format: Format) throws -> [UInt8] {
    let body = Body(value: value, schema: schema.identity, format: format)
    return try bodies.value(for: body, weight: \.count) {
      try BodyEncoder.bytes(value, as: schema, in: format)
    }
  }

  /// The response that a reply names, or the usual one of the call's version.
  private func rule(
    for call: MockCall,
    _ reply: MockReply
  ) throws(UnknownResponse) -> ResponseRule? {
    if let name = reply.response {
      guard let rule = call.contract.response(named: name) else {
        throw UnknownResponse(contract: call.contract, name: name)
      }
      return rule
    }
    return call.contract.responses.first { rule in
      rule.versions.isEmpty || call.version.map(rule.versions.contains) ?? true
    }
  }

  /// A value that conforms to a response's schema and to its closer readings, and shows no error.
  private func sample(_ rule: ResponseRule) throws(NoValue) -> JSON {
    if let sample = rule.sample(seed: seed, showingNone: suite.errors) { return sample }
    // A schema that means nothing is told by whoever holds the answer to it.
    guard let schema = rule.schema, (try? SchemaValidator(schema)) != nil else {
      return .object([])
    }
    throw NoValue(promise: rule.clause.id)
  }

  /// The answer to a wrong request.
  func answer(
    _ refusal: MockRefusal,
    of contract: Contract?,
    in format: Format
  ) throws -> MockAnswer {
    let entry = refusal.name.flatMap { suite.errors[$0] }
    let answered = refusal.status ?? entry?.statuses.first ?? Self.fallbackStatus
    let rule = contract?.otherAnswer(of: answered, version: nil)
    if let rule, rule.promisesContent || rule.content == .empty {
      return try answer(refusal, entry, as: rule, answered, in: format)
    }
    let isDeclared = refusal.name == nil && refusal.status != nil && suite.errors.promisesBodies
    guard entry != nil || isDeclared else {
      return .text(
        refusal.status ?? Self.fallbackStatus,
        refusal.detail + "\n",
        fields: self.fields(refusal.headers) + self.fields(rule?.headers ?? [])
      )
    }
    let format = errorFormat(besides: format)
    let status = refusal.status ?? entry?.statuses.first ?? Self.fallbackStatus
    let schema = suite.errors.schemas.first ?? .any
    let body = suite.errors.schemas.isEmpty ? .object([]) : schema.sample() ?? .object([])
    let shown = show(refusal, entry, in: body)
    let answer = MockAnswer(
      status,
      fields: [BodyEncoder.contentType(format)] + shown.fields + self.fields(refusal.headers)
        + self.fields(rule?.headers ?? []),
      body: try BodyEncoder.bytes(shown.body, as: schema, in: format)
    )
    return entry.map { answer.showing($0.name, in: suite.errors.places) } ?? answer
  }

  /// A refusal as the contract says that answers of its status are.
  private func answer(
    _ refusal: MockRefusal,
    _ entry: ErrorCatalogue.Entry?,
    as rule: ResponseRule,
    _ status: Int,
    in format: Format
  ) throws -> MockAnswer {
    let fields = self.fields(refusal.headers) + self.fields(rule.headers)
    let named = rule.formats.lazy.compactMap { suite.format($0) }.first
    let answer: MockAnswer
    switch rule.content {
    case .empty, .unspecified: answer = MockAnswer(status, fields: fields)
    case .octets(let octets):
      let format = named ?? .octetStream
      answer = MockAnswer(
        status,
        fields: [BodyEncoder.contentType(format)] + fields,
        body: try bytes(MockReply(), octets, in: format)
      )
    case .payload(let schema), .rows(let schema, _):
      let format = named ?? errorFormat(besides: format)
      let sample = schema.sample(seed: seed) ?? .object([])
      let shown = show(refusal, entry, in: sample)
      // Where an error shows what it is may be no part of what the contract says of its own.
      let isRight = (try? SchemaValidator(schema))?.admits(shown.body) ?? true
      answer = MockAnswer(
        status,
        fields: [BodyEncoder.contentType(format)] + shown.fields + fields,
        body: try BodyEncoder.bytes(isRight ? shown.body : sample, as: schema, in: format)
      )
    }
    return entry.map { answer.showing($0.name, in: suite.errors.places) } ?? answer
  }

  /// The body of an error that shows which one it is, and the fields that do.
  private func show(
    _ refusal: MockRefusal,
    _ entry: ErrorCatalogue.Entry?,
    in body: JSON
  ) -> (body: JSON, fields: [Field]) {
    var body = body
    var fields: [Field] = []
    for place in suite.errors.places {
      guard let entry else { continue }
      switch place {
      case .name(let pointer): body = body.setting(.string(entry.name), at: pointer)
      case .listedName(let list, let member):
        var item = body[list]?.elements?.first ?? .object([])
        item = item.setting(.string(entry.name), at: JSONPointer(tokens: [member]))
        body = body.setting(.array([item]), at: list)
      case .code(let pointer, let success):
        let code = JSONNumber(code(of: entry, success: success))
        body = body.setting(.number(code), at: pointer)
      case .type(let pointer, let base):
        body = body.setting(.string(base + entry.name), at: pointer)
      case .ownPlace: break
      case .header(let header): fields.append(Field(header, entry.name))
      case .element(let path):
        body = body.setting(.string(entry.name), at: JSONPointer(tokens: path))
      }
    }
    if let pointer = suite.errors.message {
      let sentences = [entry?.words(without: namePrefix) ?? "", refusal.detail]
      let message = sentences.filter { !$0.isEmpty }.joined(separator: " ")
      body = body.setting(
        .string(message.isEmpty ? "The request is refused." : message),
        at: pointer
      )
    }
    if let place = suite.errors.fieldNames, !refusal.fields.isEmpty {
      let items = refusal.fields.map { field in
        JSON.object([JSONMember(place.member, .string(field.name))])
      }
      body = body.setting(.array(items), at: place.list)
    }
    return (body, fields)
  }

  /// The format of an error for a request that gets its answers in `format`; bytes hold no error.
  private func errorFormat(besides format: Format) -> Format {
    let own = suite.errors.format(besides: format) ?? format
    guard !own.syntax.writesValues else { return own }
    return suite.formats.first(where: \.syntax.writesValues) ?? own
  }

  /// The code of an error; one whose code nobody knows gets a number that no other error has.
  private func code(of entry: ErrorCatalogue.Entry, success: Int) -> Int {
    if let code = entry.code { return code }
    let index = suite.errors.entries.firstIndex { $0.name == entry.name } ?? 0
    var code = 9000 + index
    while code == success || suite.errors.entry(code: code) != nil {
      code += suite.errors.entries.count
    }
    return code
  }

  /// The fields that must be there, each with a conforming value.
  private func fields(_ rules: [HeaderRule]) -> [Field] {
    // How long the content is, nobody makes up.
    rules.filter { $0.presence == .required && $0.name.lowercased() != "content-length" }.map {
      rule in
      Field(rule.name, fieldValues.value(of: rule.value))
    }
  }
}

extension MockAnswer {
  /// The answer with an error's name at the places that only a function can write.
  fileprivate func showing(_ name: String, in places: [ErrorCatalogue.Place]) -> MockAnswer {
    var answer = self
    for case .ownPlace(let own) in places {
      var response = Exchange.Response(
        status: answer.status,
        reason: answer.reason,
        fields: answer.fields,
        body: answer.body
      )
      own.write(name, &response)
      answer.status = response.status
      answer.reason = response.reason
      answer.fields = response.fields
      guard answer.body != response.body else { continue }
      answer.body = response.body
      answer.setField("Content-Length", String(response.body.count))
    }
    return answer
  }
}

extension Contract {
  /// The response of this name.
  func response(named name: String) -> ResponseRule? {
    responses.first { $0.clause.id == "response/\(name)" }
  }

  /// Whether a response of this name is the first one, which is meant where none is named.
  func isUsual(_ name: String?) -> Bool {
    name.map { responses.first?.clause.id == "response/\($0)" } ?? true
  }
}

/// An answer of which no value is known.
private struct NoValue: Error, CustomStringConvertible {
  var promise: Clause.ID

  var description: String {
    "no value was found that the schema of \(promise) admits. Show one as its example."
  }
}

/// A behaviour replies with a response that its contract does not have.
private struct UnknownResponse: Error, CustomStringConvertible {
  let contract: Contract
  let name: String

  var description: String {
    let names = contract.responses.map { $0.clause.id.dropFirst("response/".count) }
    return """
      the mock behaviour replies with the response "\(name)"; \(contract.id) declares \
      \(names.isEmpty ? "none" : names.joined(separator: ", ")).
      """
  }
}

extension JSON {
  /// The value with another at a place whose parents are created where they are missing.
  func setting(_ value: JSON, at pointer: JSONPointer) -> JSON {
    if let result = replacing(value, at: pointer) { return result }
    guard let parent = pointer.parent, let last = pointer.tokens.last else { return value }
    return setting(.object([JSONMember(last, value)]), at: parent)
  }
}
