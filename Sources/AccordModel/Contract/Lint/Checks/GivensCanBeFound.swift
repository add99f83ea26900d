import AccordSchema

/// Live data have fields, and what finds them on a server can be called without them.
struct GivensCanBeFound: LintCheck {
  let id = "givens"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    suite.givens.flatMap { given in
      evidence(of: given, in: suite).map { LintFinding($0, at: suite.source) }
    }
  }

  private func evidence(of given: Given, in suite: ContractSuite) -> [LintEvidence] {
    guard !given.fields.isEmpty else { return [.missing(part: "field of the given \(given.id)")] }
    var evidence = guessEvidence(of: given)
    guard let discovery = given.discovery else { return evidence }
    if discovery.members.count != given.fields.count {
      evidence.append(
        .discoveredFields(
          given: given.id,
          fields: given.fields.count,
          members: discovery.members.count
        )
      )
    }
    for name in discovery.request.givens {
      if name == given.id {
        evidence.append(.circularDiscovery(given: name))
      } else if suite.given(name) == nil {
        evidence.append(
          .unknown(
            noun: "given",
            name: name,
            user: "The discovery of \"\(given.id)\"",
            known: suite.givens.map(\.id)
          )
        )
      }
    }
    return evidence
  }

  /// A guess is one value of each field.
  private func guessEvidence(of given: Given) -> [LintEvidence] {
    guard let guess = given.guess else { return [] }
    return given.fields.flatMap { field -> [LintEvidence] in
      let value = given.fields.count == 1 && guess.members == nil ? guess : guess[field.name]
      guard let value else { return [.missing(part: "\(field.name) in the guess of \(given.id)")] }
      guard let validator = try? SchemaValidator(field.schema) else { return [] }
      return validator.validate(value).prefix(1).map {
        .value(owner: "the guess of the given \(given.id)", why: $0.message)
      }
    }
  }
}
