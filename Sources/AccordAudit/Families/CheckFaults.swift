import AccordMocking
import AccordModel
import AccordSchema

/// Checks of credentials, header fields and parameters that are left out: a wrong request is taken for a right
/// one.
struct CheckFaults: OperatorFamily {
  let name = "checks"
  let operators = [
    "credential-missing-accepted", "credential-wrong-accepted", "header-missing-accepted",
    "header-wrong-accepted", "parameter-missing-accepted", "parameter-type-unchecked",
    "parameter-range-unchecked", "parameter-values-unchecked",
    "parameter-text-unchecked", "unknown-accepted", "accept-unchecked",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    credentials(audited) + headers(audited) + parameters(audited) + accept(audited)
  }

  // MARK: Credentials

  private func credentials(_ audited: AuditedContract) -> [Mutant] {
    let contract = audited.contract
    let rule = contract.headers.first(where: \.isCredential)
    let missing = contract.credential?.missing ?? rule?.missing
    let invalid = contract.credential?.invalid ?? rule?.invalid
    let places = audited.suite.credentials.map { $0.1.place.resolved }
    let open = audited.suite { contract in
      contract.credential = nil
      contract.headers.removeAll(where: \.isCredential)
    }
    func mutants(_ name: String, _ refusal: Refusal?, _ isShown: Bool, _ words: String) -> [Mutant]
    {
      guard let refusal else { return [] }
      return audited.scopes.map { scope in
        audited.mutant(
          self,
          name,
          breaking: refusal.refused,
          in: scope,
          "\(audited.words) answers requests \(words)",
          other: open,
          concerning: { request, view in
            !view.isResponse && Self.shows(request, places, rule?.name) == isShown
          },
          .exchange { turn in
            let answer = await turn.main(turn.request)
            guard !answer.isSuccess, Self.shows(turn.request, places, rule?.name) == isShown else {
              return answer
            }
            let other = await turn.other(turn.request)
            return other.isSuccess ? other : answer
          }
        )
      }
    }
    return mutants("credential-missing-accepted", missing, false, "without a credential")
      + mutants("credential-wrong-accepted", invalid, true, "with a wrong credential")
  }

  /// Whether a request shows any credential.
  private static func shows(
    _ request: MockRequest,
    _ places: [Credential.Place],
    _ header: String?
  ) -> Bool {
    let named = places + [header.map { .header($0) }].compactMap(\.self)
    return named.contains { place in
      switch place {
      case .header(let name, _): !(request.value(of: name) ?? "").isEmpty
      case .query(let name): !request.queryPairs(name).isEmpty
      case .cookie(let name): request.cookies.contains { $0.name == name }
      }
    }
  }

  // MARK: Header fields

  private func headers(_ audited: AuditedContract) -> [Mutant] {
    audited.contract.headers.filter { !$0.isCredential }.flatMap { rule -> [Mutant] in
      let validator = try? SchemaValidator(rule.value)
      let usual =
        audited.rights.lazy.compactMap { $0.request.value(of: rule.name) }.first
        ?? rule.value.sample().map { $0.string ?? $0.wireText } ?? "x"
      var mutants: [Mutant] = []
      if rule.presence == .required, let refusal = rule.missing {
        mutants += repairs(
          audited,
          "header-missing-accepted",
          rule.name.lowercased(),
          refusal,
          "answers requests without \(rule.name)"
        ) { request, _ in
          guard request.value(of: rule.name) == nil else { return nil }
          var request = request
          request.setField(rule.name, usual)
          return request
        }
      }
      if let refusal = rule.invalid ?? rule.missing {
        mutants += repairs(
          audited,
          "header-wrong-accepted",
          rule.name.lowercased(),
          refusal,
          "answers requests with a wrong \(rule.name)"
        ) { request, _ in
          guard let sent = request.value(of: rule.name) else { return nil }
          let value = TextValue.read(sent, as: rule.value)
          let isWrong =
            validator?.admits(value) == false
            || (rule.invalid?.probes.contains { $0.value == value } ?? false)
          guard isWrong else { return nil }
          var request = request
          request.setField(rule.name, usual)
          return request
        }
      }
      return mutants
    }
  }

  // MARK: Parameters

  private func parameters(_ audited: AuditedContract) -> [Mutant] {
    audited.contract.parameters.flatMap { parameter -> [Mutant] in
      var mutants: [Mutant] = []
      if parameter.isRequired, let refusal = parameter.missing {
        mutants += repairs(
          audited,
          "parameter-missing-accepted",
          parameter.name,
          refusal,
          "answers requests without \(parameter.name)"
        ) { request, occasion in
          guard request.argument(parameter.name, occasion) == nil else { return nil }
          return parameter.put(into: request, occasion, likeIn: audited)
        }
      }
      if let refusal = parameter.invalid {
        for (name, keywords, words) in ParameterChecks.all
        where ParameterChecks.speaks(parameter.schema, keywords) {
          mutants += repairs(
            audited,
            name,
            parameter.name,
            refusal,
            "answers requests with a \(parameter.name) that is \(words)"
          ) { request, occasion in
            guard let sent = request.argument(parameter.name, occasion),
              ParameterChecks.keyword(of: sent, parameter.schema, refusal)
                .map(keywords.contains) == true
            else { return nil }
            return parameter.put(into: request, occasion, likeIn: audited)
          }
        }
      }
      mutants += unknown(audited, parameter)
      return mutants
    }
  }

  /// What is refused because it names nothing is taken for what a right request names.
  private func unknown(_ audited: AuditedContract, _ parameter: Parameter) -> [Mutant] {
    guard let refusal = parameter.unknown else { return [] }
    return audited.scopes.map { scope in
      audited.mutant(
        self,
        "unknown-accepted",
        parameter.name,
        breaking: refusal.refused,
        in: scope,
        "\(audited.words) answers requests whose \(parameter.name) names nothing",
        concerning: { request, view in
          !view.isResponse && ParameterChecks.isRight(request, parameter, view.occasion)
        },
        .exchange { turn in
          let answer = await turn.main(turn.request)
          guard !answer.isSuccess,
            ParameterChecks.isRight(turn.request, parameter, turn.occasion),
            let repaired = parameter.put(into: turn.request, turn.occasion, likeIn: audited)
          else { return answer }
          return await turn.main(repaired)
        }
      )
    }
  }

  /// A check that is left out, in each scope.
  private func repairs(
    _ audited: AuditedContract,
    _ name: String,
    _ place: String,
    _ refusal: Refusal,
    _ sentence: String,
    _ repair: @escaping @Sendable (MockRequest, Occasion) -> MockRequest?
  ) -> [Mutant] {
    audited.scopes.map { scope in
      audited.mutant(
        self,
        name,
        place,
        breaking: refusal.refused,
        in: scope,
        "\(audited.words) \(sentence)",
        .request(repair)
      )
    }
  }

  private func accept(_ audited: AuditedContract) -> [Mutant] {
    guard let refusal = audited.contract.unacceptable else { return [] }
    return repairs(
      audited,
      "accept-unchecked",
      "",
      refusal,
      "answers requests that accept none of its formats"
    ) { request, _ in
      let lines = request.fields.values(of: "Accept")
      let formats = audited.contract.formats(in: audited.suite)
      guard !lines.isEmpty, AcceptField(lines).best(of: formats) == nil else { return nil }
      var request = request
      request.removeField("Accept")
      return request
    }
  }
}

/// Which check a value of a parameter fails.
enum ParameterChecks {
  /// The checks: the operator, the keywords, and the words for a value that fails them.
  static let all: [(name: String, keywords: Set<String>, words: String)] = [
    ("parameter-type-unchecked", ["type"], "of another type"),
    (
      "parameter-range-unchecked",
      ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"], "out of range"
    ),
    ("parameter-values-unchecked", ["enum", "const"], "not listed"),
    (
      "parameter-text-unchecked", ["minLength", "maxLength", "pattern", "format"],
      "of another form"
    ),
  ]

  /// Whether a schema has anything that such a check is about.
  static func speaks(_ schema: Schema, _ keywords: Set<String>) -> Bool {
    schema.wrongValues.contains { wrong in
      keyword(of: wrong.value.string ?? wrong.value.wireText, schema, nil)
        .map(keywords.contains) ?? false
    }
  }

  /// Whether a request has a value of a parameter that its schema allows.
  static func isRight(
    _ request: MockRequest,
    _ parameter: Parameter,
    _ occasion: Occasion
  ) -> Bool {
    request.argument(parameter.name, occasion)
      .map { keyword(of: $0, parameter.schema, nil) == nil } ?? false
  }

  /// The first keyword that a text breaks; `nil` where it is right.
  static func keyword(of text: String, _ schema: Schema, _ refusal: Refusal?) -> String? {
    let value = TextValue.read(text, as: schema)
    guard let violation = (try? SchemaValidator(schema))?.validate(value).first else {
      let isProbe = refusal?.probes.contains { $0.value == value || $0.value == .string(text) }
      return isProbe == true ? "format" : nil
    }
    return violation.keyword
  }
}

extension Parameter {
  /// The request with the value of a right one.
  func put(
    into request: MockRequest,
    _ occasion: Occasion,
    likeIn audited: AuditedContract
  ) -> MockRequest? {
    guard let right = audited.right(like: occasion) else { return nil }
    let usual =
      audited.rights.lazy.compactMap { $0.request.argument(name, $0.occasion) }.first
      ?? schema.sample().map { $0.string ?? $0.wireText }
    guard let value = right.request.argument(name, right.occasion) ?? usual else { return nil }
    var request = request
    if occasion.variables.contains(where: { $0.name == name }) {
      request.setVariable(name, value, occasion)
      return request
    }
    switch usedPlace(in: request) {
    case .path, .query:
      let pairs = right.request.queryPairs(name)
      let made = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))"
      request.setQuery(name, pairs: pairs.isEmpty ? [made] : pairs)
    case .header: request.setField(name, value)
    case .cookie:
      let others = request.cookies.filter { $0.name != name }.map { "\($0.name)=\($0.value)" }
      request.setField("Cookie", (others + ["\(name)=\(value)"]).joined(separator: "; "))
    case .form, .body: request.takeBody(of: right.request)
    }
    return request
  }

  /// Where a request has it, or where it usually is.
  private func usedPlace(in request: MockRequest) -> Place {
    if !request.queryPairs(name).isEmpty { return .query }
    if request.form.contains(where: { $0.name == name }) { return .form }
    if request.value(of: name) != nil, places.contains(.header) { return .header }
    return usual
  }
}
