import AccordMocking
import AccordModel

/// Formats that are asked for and not given.
struct NegotiationFaults: OperatorFamily {
  let name = "negotiation"
  let operators = [
    "way-ignored", "format-not-served", "fallback-wrong", "precedence-reversed", "accept-ignored",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    let formats = audited.contract.formats(in: audited.suite)
    guard formats.count > 1 else { return [] }
    guard let negotiation = audited.suite.negotiation,
      audited.contract.negotiates(in: audited.suite)
    else { return accept(audited, formats) }
    let ways = negotiation.ways.map(\.way)
    var mutants: [Mutant] = []
    for rule in negotiation.ways {
      let scopes =
        [Scope(audited.contract.id)] + formats.map { Scope(audited.contract.id, format: $0.id) }
      for scope in scopes {
        let clause = scope.format.map { rule.clause(for: $0) } ?? rule.clause
        mutants.append(
          audited.mutant(
            self,
            "way-ignored",
            rule.way.name,
            breaking: clause,
            in: scope,
            "\(audited.words) does not choose a format by \(rule.way.sentence)",
            .request { request, _ in Self.without(rule.way, request, audited.suite) }
          )
        )
      }
    }
    for format in formats where format.id != negotiation.fallback {
      mutants.append(
        audited.mutant(
          self,
          "format-not-served",
          format.id,
          breaking: negotiation.ways.first?.clause(for: format.id) ?? negotiation.fallbackClause,
          in: Scope(audited.contract.id, format: format.id),
          "\(audited.words) answers in \(negotiation.fallback) whoever asks for \(format.id)",
          .request { request, _ in
            ways.reduce(request) { Self.without($1, $0, audited.suite) ?? $0 }
          }
        )
      )
    }
    if let other = formats.first(where: { $0.id != negotiation.fallback }) {
      mutants.append(
        audited.mutant(
          self,
          "fallback-wrong",
          other.id,
          breaking: negotiation.fallbackClause,
          "\(audited.words) answers in \(other.id) whoever asks for no format",
          .request { request, _ in
            guard !ways.contains(where: { Self.without($0, request, audited.suite) != nil }),
              ways.contains(.accept)
            else { return nil }
            var request = request
            request.setField("Accept", other.accept)
            return request
          }
        )
      )
    }
    for (index, way) in ways.enumerated().dropLast() {
      mutants.append(
        audited.mutant(
          self,
          "precedence-reversed",
          way.name,
          breaking: negotiation.precedenceClause,
          "\(audited.words) lets \(ways[index + 1].sentence) go before \(way.sentence)",
          .request { request, _ in
            guard let changed = Self.without(way, request, audited.suite),
              ways[(index + 1)...].contains(where: {
                Self.without($0, request, audited.suite) != nil
              })
            else { return nil }
            return changed
          }
        )
      )
    }
    return mutants
  }

  /// Without a negotiation of the suite's own, Accept chooses.
  private func accept(_ audited: AuditedContract, _ formats: [Format]) -> [Mutant] {
    guard let rule = audited.rights.first?.rule else { return [] }
    return formats.dropFirst().map { format in
      audited.mutant(
        self,
        "accept-ignored",
        format.id,
        breaking: rule.contentClause,
        in: Scope(audited.contract.id, format: format.id),
        "\(audited.words) answers in \(formats[0].id) whoever accepts \(format.id)",
        .request { request, _ in
          guard request.value(of: "Accept") != nil else { return nil }
          var request = request
          request.removeField("Accept")
          return request
        }
      )
    }
  }

  /// A request that does not ask in a way; `nil` where it does not.
  static func without(
    _ way: Negotiation.Way,
    _ request: MockRequest,
    _ suite: ContractSuite
  ) -> MockRequest? {
    var changed = request
    switch way {
    case .accept: changed.removeField("Accept")
    case .query(let name):
      guard !request.queryPairs(name).isEmpty else { return nil }
      changed.removeQuery(name)
    case .suffix:
      let path = String(request.target.prefix { $0 != "?" })
      guard let suffix = suite.formats.map({ "." + $0.suffix }).first(where: path.hasSuffix) else {
        return nil
      }
      changed.target = String(path.dropLast(suffix.count) + request.target.dropFirst(path.count))
    }
    return changed == request ? nil : changed
  }
}
