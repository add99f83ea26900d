import AccordMocking
import AccordModel
import AccordSchema

/// Parameters that are ignored, read from the wrong place, or whose accepted values are narrowed.
struct ParameterFaults: OperatorFamily {
  let name = "parameters"
  let operators = [
    "parameter-ignored", "place-ignored", "weaker-place-wins", "listed-value-refused",
    "sent-member-ignored", "optional-parameter-demanded",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.parameters.flatMap { parameter in
      ignored(audited, parameter) + places(audited, parameter) + refused(audited, parameter)
    } + members(audited)
  }

  private func ignored(_ audited: AuditedContract, _ parameter: Parameter) -> [Mutant] {
    guard !parameter.isRequired else { return [] }
    let ignored = audited.scopes.map { scope in
      audited.mutant(
        self,
        "parameter-ignored",
        parameter.name,
        breaking: parameter.clause,
        in: scope,
        "\(audited.words) ignores \(parameter.name)",
        .request { request, occasion in
          // What a wrong value gets is another promise.
          guard let sent = request.argument(parameter.name, occasion),
            ParameterChecks.keyword(of: sent, parameter.schema, parameter.invalid) == nil
          else { return nil }
          return Self.without(parameter, parameter.places, request)
        }
      )
    }
    let demanded = audited.mutant(
      self,
      "optional-parameter-demanded",
      parameter.name,
      breaking: parameter.clause,
      "\(audited.words) refuses requests without \(parameter.name), which is optional",
      concerning: { request, view in
        view.isResponse && request.argument(parameter.name, view.occasion) == nil
      },
      .exchange { turn in
        let answer = await turn.main(turn.request)
        guard answer.isSuccess, turn.request.argument(parameter.name, turn.occasion) == nil else {
          return answer
        }
        return await Self.refusal(parameter.missing ?? parameter.invalid, turn)
      }
    )
    return ignored + [demanded]
  }

  private func places(_ audited: AuditedContract, _ parameter: Parameter) -> [Mutant] {
    guard parameter.places.count > 1 else { return [] }
    let clause = parameter.placesClause ?? parameter.clause
    var mutants = parameter.places.filter { $0 != .path }.flatMap { place -> [Mutant] in
      audited.scopes.map { scope in
        audited.mutant(
          self,
          "place-ignored",
          "\(parameter.name)/\(place.rawValue)",
          breaking: clause,
          in: scope,
          "\(audited.words) does not read \(parameter.name) from \(place.rawValue)",
          .request { request, occasion in
            // What a wrong value gets is another promise, and one in a place that another goes before may be
            // wrong where the one that counts is right.
            guard ParameterChecks.isRight(request, parameter, occasion),
              request.argument(parameter.name, in: place).map({ text in
                ParameterChecks.keyword(of: text, parameter.schema, parameter.invalid) == nil
              }) ?? true
            else { return nil }
            // What content means is said of some methods only.
            guard ![.form, .body].contains(place) || request.givesContentMeaning else { return nil }
            return Self.without(parameter, [place], request)
          }
        )
      }
    }
    let isOrdered = audited.contract.relations.first { relation in
      if case .strongerPlaceWins(let name, _) = relation.kind { return name == parameter.name }
      return false
    }
    if let isOrdered {
      for place in parameter.places.dropLast() where place != .path {
        mutants.append(
          audited.mutant(
            self,
            "weaker-place-wins",
            "\(parameter.name)/\(place.rawValue)",
            breaking: isOrdered.clause,
            "\(audited.words) prefers any other place of \(parameter.name) to \(place.rawValue)",
            .request { request, occasion in
              guard let changed = Self.without(parameter, [place], request),
                changed.argument(parameter.name, occasion) != nil
              else { return nil }
              return changed
            }
          )
        )
      }
    }
    return mutants
  }

  private func refused(_ audited: AuditedContract, _ parameter: Parameter) -> [Mutant] {
    let listed = parameter.schema.withAlternatives.flatMap { $0.content.enumeration ?? [] }
    guard listed.count > 1 else { return [] }
    return listed.prefix(20).map { value in
      let text = value.string ?? value.wireText
      return audited.mutant(
        self,
        "listed-value-refused",
        "\(parameter.name)/\(text)",
        breaking: parameter.clause,
        "\(audited.words) refuses \(parameter.name)=\(text), which it lists",
        concerning: { request, view in
          view.isResponse && request.argument(parameter.name, view.occasion) == text
        },
        .exchange { turn in
          let answer = await turn.main(turn.request)
          guard answer.isSuccess, turn.request.argument(parameter.name, turn.occasion) == text
          else { return answer }
          return await Self.refusal(parameter.invalid, turn)
        }
      )
    }
  }

  /// Optional members of the content that are not looked at.
  private func members(_ audited: AuditedContract) -> [Mutant] {
    guard let body = audited.contract.body else { return [] }
    let optional = body.schema.content.members.filter { !$0.isRequired }
    return optional.compactMap { member in
      guard let clause = Self.promise(ofSent: member.name, audited) else { return nil }
      return audited.mutant(
        self,
        "sent-member-ignored",
        member.name,
        breaking: clause,
        "\(audited.words) ignores /\(member.name) of its content",
        .request { request, _ in
          let pointer = JSONPointer(tokens: [member.name])
          guard let value = request.json, value[pointer] != nil,
            let changed = value.removing(at: pointer)
          else { return nil }
          var request = request
          request.setBody(changed.bytes())
          return request
        }
      )
    }
  }

  /// What the contract says becomes of a member that is sent; `nil` where it says nothing.
  private static func promise(ofSent name: String, _ audited: AuditedContract) -> Clause? {
    for tie in audited.contract.responses.flatMap(\.ties) {
      if case .body(_, let sent) = tie.kind, sent.tokens.isEmpty || sent.tokens.first == name {
        return tie.clause
      }
    }
    for relation in audited.contract.relations {
      if case .readsBack(_, let same) = relation.kind,
        same.isEmpty || same.contains(where: { $0.tokens.first == name })
      {
        return relation.clause
      }
    }
    return nil
  }

  /// A refusal as the contract has it, or a plain one.
  static func refusal(_ refusal: Refusal?, _ turn: Turn) async -> MockAnswer {
    guard let name = refusal?.names.first else {
      return .text(refusal?.statuses?.first ?? 400, "Refused.\n")
    }
    var request = turn.request
    request.setField(Mock.errorField, name)
    return await turn.other(request)
  }

  /// A request without a parameter in some places; `nil` where it has none there.
  static func without(
    _ parameter: Parameter,
    _ places: [Parameter.Place],
    _ request: MockRequest
  ) -> MockRequest? {
    var changed = request
    for place in places {
      switch place {
      case .path: break
      case .query:
        if !request.queryPairs(parameter.name).isEmpty { changed.removeQuery(parameter.name) }
      case .header: changed.removeField(parameter.name)
      case .cookie:
        let kept = request.cookies.filter { $0.name != parameter.name }
        guard kept.count < request.cookies.count else { continue }
        changed.removeField("Cookie")
        if !kept.isEmpty {
          let text = kept.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
          changed.fields.append(Field("Cookie", text))
        }
      case .form:
        guard request.isForm else { continue }
        let kept = String(decoding: request.body, as: UTF8.self).split(separator: "&").filter {
          PercentEncoding.decode(String($0.prefix { $0 != "=" })) != parameter.name
        }
        changed.setBody(Array(kept.joined(separator: "&").utf8))
      case .body:
        let pointer = JSONPointer(tokens: [parameter.name])
        guard let value = request.json, value[pointer] != nil,
          let without = value.removing(at: pointer)
        else { continue }
        changed.setBody(without.bytes())
      }
    }
    return changed == request ? nil : changed
  }
}
