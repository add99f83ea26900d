import AccordMocking
import AccordModel
import AccordSchema

/// Versions that are mistaken for others, refused, or not checked.
struct VersionFaults: OperatorFamily {
  let name = "versions"
  let operators = [
    "version-as-another", "version-default-wrong", "version-unsupported-accepted",
    "version-missing-accepted", "version-not-a-number-accepted", "version-refused",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    audited.contract.routes.flatMap { route -> [Mutant] in
      guard let rule = route.version else { return [] }
      return confused(audited, route, rule) + unchecked(audited, route, rule)
    }
  }

  private func confused(
    _ audited: AuditedContract,
    _ route: Contract.Route,
    _ rule: VersionRule
  ) -> [Mutant] {
    var mutants: [Mutant] = []
    let all = distinct(audited.contract.routes.flatMap { $0.version?.served ?? [] })
    for version in rule.served {
      let scope = Scope(audited.contract.id, route: route.name, version: version)
      for other in rule.served where other != version {
        mutants.append(
          audited.mutant(
            self,
            "version-as-another",
            "\(other)",
            breaking: rule.clause,
            in: scope,
            "\(audited.words) answers as version \(other)",
            .request { request, occasion in
              guard occasion.sentVersion != nil else { return nil }
              return Self.asking(rule, String(other), request, occasion)
            }
          )
        )
      }
      if all.count > 1 || rule.unsupported != nil {
        mutants.append(
          audited.mutant(
            self,
            "version-refused",
            "\(version)",
            breaking: rule.clause,
            in: Scope(audited.contract.id, route: route.name, version: version),
            "\(audited.words) refuses version \(version)",
            concerning: { _, view in view.isResponse },
            .exchange { turn in
              let answer = await turn.main(turn.request)
              guard answer.isSuccess else { return answer }
              return await ParameterFaults.refusal(rule.unsupported, turn)
            }
          )
        )
      }
    }
    if let usual = rule.whenAbsent, let clause = rule.absentClause {
      for other in rule.served where other != usual {
        mutants.append(
          audited.mutant(
            self,
            "version-default-wrong",
            "\(other)",
            breaking: clause,
            in: Scope(audited.contract.id, route: route.name),
            "\(audited.words) takes a request without a version for version \(other)",
            .request { request, occasion in
              guard occasion.sentVersion == nil else { return nil }
              return Self.asking(rule, String(other), request, occasion)
            }
          )
        )
      }
    }
    return mutants
  }

  private func unchecked(
    _ audited: AuditedContract,
    _ route: Contract.Route,
    _ rule: VersionRule
  ) -> [Mutant] {
    guard let usual = rule.served.last else { return [] }
    let checks: [(String, Refusal?, String, @Sendable (String?) -> Bool)] = [
      (
        "version-unsupported-accepted", rule.unsupported, "in a version that there is not",
        { text in text.flatMap { Int($0) }.map { !rule.served.contains($0) } ?? false }
      ),
      (
        "version-missing-accepted", rule.whenAbsent == nil ? rule.missing : nil,
        "without a version", { ($0 ?? "").isEmpty }
      ),
      (
        "version-not-a-number-accepted", rule.notANumber ?? rule.unsupported,
        "whose version is no number",
        { text in text.map { !$0.isEmpty && Int($0) == nil } ?? false }
      ),
    ]
    return checks.flatMap { name, refusal, words, isWrong -> [Mutant] in
      guard let refusal else { return [] }
      let methods = distinct(audited.rights.map(\.occasion.method))
      let own = Scope(audited.contract.id, route: route.name)
      let narrow =
        methods.count > 1
        ? methods.map { Scope(audited.contract.id, route: route.name, method: $0) } : []
      return ([own] + narrow).map { scope in
        audited.mutant(
          self,
          name,
          breaking: refusal.refused,
          in: scope,
          "\(audited.words) answers requests \(words)",
          .request { request, occasion in
            guard isWrong(occasion.sentVersion) else { return nil }
            return Self.asking(rule, String(usual), request, occasion)
          }
        )
      }
    }
  }

  /// A request for another version.
  static func asking(
    _ rule: VersionRule,
    _ version: String,
    _ request: MockRequest,
    _ occasion: Occasion
  ) -> MockRequest? {
    var request = request
    switch rule.carrier {
    case .query(let name): request.setQuery(name, pairs: ["\(name)=\(version)"])
    case .path(let name): request.setVariable(name, version, occasion)
    case .header(let name): request.setField(name, version)
    case .body(let pointer):
      guard let value = request.json, let number = Int(version) else { return nil }
      let new = JSON.number(JSONNumber(number))
      if let changed = value.replacing(new, at: pointer), value[pointer] != nil {
        request.setBody(changed.bytes())
      } else if let parent = pointer.parent, let members = value[parent]?.members,
        let name = pointer.tokens.last,
        let changed = value.replacing(.object(members + [JSONMember(name, new)]), at: parent)
      {
        request.setBody(changed.bytes())
      } else {
        return nil
      }
    case .mediaTypeParameter: return nil
    }
    return request
  }
}
