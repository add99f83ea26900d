import AccordMocking
import AccordModel
import AccordSchema

/// Checks of the content of requests that are left out.
struct BodyCheckFaults: OperatorFamily {
  let name = "body-checks"
  let operators = [
    "body-missing-accepted", "body-malformed-accepted", "body-media-type-unchecked",
    "sent-member-missing-accepted", "sent-member-type-unchecked", "sent-member-range-unchecked",
    "sent-member-values-unchecked", "sent-member-text-unchecked", "sent-member-extra-accepted",
    "sent-list-unchecked",
  ]

  private static let checks: [(name: String, keywords: Set<String>, words: String)] = [
    (
      "sent-member-missing-accepted", ["required", "dependentRequired", "minProperties"],
      "is left out"
    ),
    ("sent-member-type-unchecked", ["type"], "is of another type"),
    (
      "sent-member-range-unchecked",
      ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
      "is out of range"
    ),
    ("sent-member-values-unchecked", ["enum", "const"], "is not listed"),
    (
      "sent-member-text-unchecked", ["minLength", "maxLength", "pattern", "format"],
      "is of another form"
    ),
    (
      "sent-member-extra-accepted",
      ["additionalProperties", "unevaluatedProperties", "maxProperties"], "is not declared"
    ),
    (
      "sent-list-unchecked", ["minItems", "maxItems", "uniqueItems", "contains"],
      "has too many or too few items"
    ),
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    guard let body = audited.contract.body else { return [] }
    let rights = audited.rights.filter { !$0.request.body.isEmpty }
    guard let usual = rights.first else { return [] }
    @Sendable func right(_ occasion: Occasion) -> MockRequest {
      let right = audited.right(like: occasion) ?? usual
      return right.request.body.isEmpty ? usual.request : right.request
    }
    var mutants: [Mutant] = []
    func add(
      _ name: String,
      _ place: String,
      _ refusal: Refusal?,
      _ sentence: String,
      _ repair: @escaping @Sendable (MockRequest, Occasion) -> MockRequest?
    ) {
      guard let refusal else { return }
      for scope in audited.scopes {
        mutants.append(
          audited.mutant(
            self,
            name,
            place,
            breaking: refusal.refused,
            in: scope,
            "\(audited.words) answers requests \(sentence)",
            .request { request, occasion in
              request.givesContentMeaning ? repair(request, occasion) : nil
            }
          )
        )
      }
    }
    if body.isRequired {
      add("body-missing-accepted", "", body.incomplete ?? body.malformed, "without content") {
        request,
        occasion in
        guard request.body.isEmpty else { return nil }
        var request = request
        request.takeBody(of: right(occasion))
        return request
      }
    }
    add("body-malformed-accepted", "", body.malformed, "whose content is not well-formed") {
      request,
      occasion in
      guard !request.body.isEmpty, Self.value(request, body, audited.suite) == nil else {
        return nil
      }
      var request = request
      request.takeBody(of: right(occasion))
      return request
    }
    let types = body.formats.compactMap { audited.suite.format($0)?.mediaType.lowercased() }
    add("body-media-type-unchecked", "", body.unsupported, "in a format that is not read") {
      request,
      occasion in
      guard let type = request.contentType?.essence, !types.contains(type) else { return nil }
      var request = request
      request.takeBody(of: right(occasion))
      return request
    }
    return mutants + members(audited, body, usual.request)
  }

  /// The value of a request's content.
  private static func value(
    _ request: MockRequest,
    _ body: Contract.RequestBody,
    _ suite: ContractSuite
  ) -> JSON? {
    let type = request.contentType?.essence
    let formats = body.formats.compactMap { suite.format($0) }
    let format = formats.first { $0.mediaType.lowercased() == type } ?? formats.first
    guard let format else { return nil }
    return try? BodyDecoder(schema: body.schema(in: format.id))
      .value(of: request.body, in: format.syntax, request.contentType)
  }

  private func members(
    _ audited: AuditedContract,
    _ body: Contract.RequestBody,
    _ usual: MockRequest
  ) -> [Mutant] {
    guard let value = Self.value(usual, body, audited.suite), usual.json != nil,
      let validator = try? SchemaValidator(body.schema)
    else { return [] }
    var mutants: [Mutant] = []
    var known: Set<String> = []
    for example in body.schema.counterexamples(of: value) {
      guard let check = Self.checks.first(where: { $0.keywords.contains(example.keyword) }),
        let refusal = Self.refusal(of: example, body)
      else { continue }
      let path = ValuePath(example.pointer, in: value)
      guard known.insert("\(check.name)\(path)").inserted else { continue }
      let place = path.tokens.isEmpty ? "the content" : "\(path)"
      for scope in audited.scopes {
        mutants.append(
          audited.mutant(
            self,
            check.name,
            "\(path)",
            breaking: refusal.refused,
            in: scope,
            "\(audited.words) answers requests in which \(place) \(check.words)",
            .request { request, _ in
              guard request.givesContentMeaning, let sent = request.json else { return nil }
              let own = validator.validate(sent).filter { check.keywords.contains($0.keyword) }
              guard !own.isEmpty, let changed = Self.repaired(sent, path, value),
                validator.validate(changed).filter({ check.keywords.contains($0.keyword) }).count
                  < own.count
              else { return nil }
              var request = request
              request.setBody(changed.bytes())
              return request
            }
          )
        )
      }
    }
    return mutants
  }

  /// The refusal of what a counterexample does, where the contract says one.
  private static func refusal(
    of example: Counterexample,
    _ body: Contract.RequestBody
  ) -> Refusal? {
    let own = body.members.first { $0.pointer == example.pointer }?.refusal
    switch example.change {
    case .removed: return body.incomplete ?? own
    case .replaced, .added: return own ?? body.invalid
    }
  }

  /// A value with what a right one has at a path; what a right one does not have is taken away.
  private static func repaired(_ sent: JSON, _ path: ValuePath, _ right: JSON) -> JSON? {
    guard let source = path.pointers(in: right).first else {
      return path.pointers(in: sent).reversed().reduce(sent) { $0.removing(at: $1) ?? $0 }
    }
    guard let value = right[source] else { return nil }
    if path.tokens.isEmpty { return value }
    let places = path.pointers(in: sent, adding: path.tokens.last != "*")
    return places.reduce(sent) { sent, pointer in
      if let changed = sent.replacing(value, at: pointer), sent[pointer] != nil { return changed }
      guard let parent = pointer.parent, let members = sent[parent]?.members,
        let name = pointer.tokens.last
      else { return sent }
      return sent.replacing(.object(members + [JSONMember(name, value)]), at: parent) ?? sent
    }
  }
}
