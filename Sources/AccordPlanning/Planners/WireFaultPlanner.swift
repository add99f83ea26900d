import AccordModel
import AccordSchema

/// Sends what is wrong in how it is written: a required value that is empty or blank, a wrong one twice,
/// numbers beyond 32 and 64 bits, an empty credential.
///
/// What is empty may be taken for absent or for wrong; it is tried where both are refused.
struct WireFaultPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard scope.options.depth != .quick else { return [] }
    return scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return credential(base) + scope.contract.headers.flatMap { header($0, base) }
        + scope.contract.parameters.filter { !scope.carriesVersion($0) && !$0.isStructured }
        .flatMap { parameter($0, base) }
    }
  }

  // MARK: Credentials and header fields

  private func credential(_ base: RequestDraft) -> [CaseSketch] {
    guard let rule = base.endpoint.contract.credential, let missing = rule.missing,
      let refusal = rule.invalid.flatMap(missing.or),
      let credential = base.endpoint.suite.credential(as: base.role)
    else { return [] }
    switch credential.source {
    case .variable, .login, .grant: break
    // Of what is made anew for each request nothing is empty.
    case .basic, .signature, .challenge, .own: return []
    }
    // Beside words such as a scheme an empty token is a malformed field, not an empty credential.
    if case .header(_, let template) = credential.place, template != "{token}" { return [] }
    var draft = base
    draft.credential = .wrong("", as: base.role)
    return [
      CaseSketch(
        .omission,
        ["credential-empty"],
        "A request with an empty credential",
        draft,
        refused: refusal,
        because: "has a credential without a token",
        clauses: [rule.clause]
      )
    ]
  }

  private func header(_ rule: HeaderRule, _ base: RequestDraft) -> [CaseSketch] {
    guard rule.presence == .required, let missing = rule.missing,
      let refusal = rule.invalid.flatMap(missing.or),
      rule.isCredential || !WrongValues(schema: rule.value).admits(text: "", in: .header)
    else { return [] }
    return [
      CaseSketch(
        .omission,
        ["header-empty", rule.name],
        "A request whose header \(rule.name) is empty",
        base.sending("", in: rule.name),
        refused: refusal,
        because: "has the header \(rule.name) without a value",
        clauses: [rule.clause]
      )
    ]
  }

  // MARK: Parameters

  private func parameter(_ parameter: Parameter, _ base: RequestDraft) -> [CaseSketch] {
    guard let place = parameter.place(on: base.endpoint.route), let form = place.lexicalForm,
      [.query, .form].contains(place)
    else { return [] }
    let wrong = WrongValues(schema: parameter.schema)
    return empty(parameter, place, wrong, form, base) + large(parameter, place, wrong, form, base)
      + repeated(parameter, place, wrong, form, base)
  }

  private func empty(
    _ parameter: Parameter,
    _ place: Parameter.Place,
    _ wrong: WrongValues,
    _ form: LexicalForm,
    _ base: RequestDraft
  ) -> [CaseSketch] {
    guard parameter.isRequired, let missing = parameter.missing,
      let refusal = parameter.invalid.flatMap(missing.or),
      let either = parameter.unknown.map({ refusal.or($0) }) ?? refusal
    else { return [] }
    return [("empty", ""), ("blank", " ")].compactMap { name, text -> CaseSketch? in
      guard !wrong.admits(text: text, in: form), !wrong.admits(text: "", in: form),
        let draft = base.moving(parameter, to: place, value: .literal(.string(text)))
      else { return nil }
      return CaseSketch(
        .omission,
        ["parameter-\(name)", parameter.name],
        "A request whose parameter \(parameter.name) is \(name)",
        draft,
        refused: either,
        because: "has \(parameter.name) in \(place.words) without a value",
        clauses: [parameter.clause]
      )
    }
  }

  /// Numbers beyond what the schema says that they are, such as those of the format `int32`.
  private func large(
    _ parameter: Parameter,
    _ place: Parameter.Place,
    _ wrong: WrongValues,
    _ form: LexicalForm,
    _ base: RequestDraft
  ) -> [CaseSketch] {
    guard let refusal = parameter.invalid,
      refusal.places.isEmpty || refusal.places.contains(place),
      parameter.schema.content.types?.contains(.integer) == true
    else { return [] }
    let numbers = [("32", "2147483648"), ("64", "9223372036854775808")]
    return numbers.compactMap { bits, text -> CaseSketch? in
      guard !wrong.admits(text: text, in: form),
        let draft = base.moving(parameter, to: place, value: .literal(.string(text)))
      else { return nil }
      return CaseSketch(
        .wrongValue,
        ["parameter-invalid", parameter.name, "beyond-\(bits)-bits"],
        "A wrong value of \(parameter.name) in \(place.words) (beyond \(bits) bits)",
        draft,
        refused: refusal,
        because:
          "has for \(parameter.name) in \(place.words) \(text), which needs more than \(bits) bits",
        clauses: [parameter.clause]
      )
    }
  }

  /// The same wrong value twice: whether a server reads the first, the last or both, it is wrong.
  private func repeated(
    _ parameter: Parameter,
    _ place: Parameter.Place,
    _ wrong: WrongValues,
    _ form: LexicalForm,
    _ base: RequestDraft
  ) -> [CaseSketch] {
    guard let refusal = parameter.invalid,
      refusal.places.isEmpty || refusal.places.contains(place)
    else { return [] }
    let probes = refusal.probes.isEmpty ? wrong.asText(in: form) : refusal.probes
    let proven = probes.first { probe in
      let text = probe.value.wireText
      return !text.isEmpty && !wrong.admits(text: text, in: form)
        && !wrong.admits(text: "\(text),\(text)", in: form)
    }
    guard let proven,
      var draft = base.moving(
        parameter,
        to: place,
        value: .literal(.string(proven.value.wireText))
      ),
      let sent = draft.arguments.first(where: { $0.name == parameter.name && $0.place == place })
    else { return [] }
    draft.arguments.append(sent)
    return [
      CaseSketch(
        .wrongValue,
        ["parameter-repeated", parameter.name, proven.name],
        "A wrong value of \(parameter.name) twice in \(place.words) (\(proven.name))",
        draft,
        refused: refusal.trying(proven),
        because: "has for \(parameter.name) in \(place.words) twice \(proven.shown)",
        clauses: [parameter.clause]
      )
    ]
  }
}
