/// Every format that is named is one of the suite's.
struct FormatsExist: LintCheck {
  let id = "formats"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    guard let negotiation = suite.negotiation else { return [] }
    let names = [negotiation.fallback] + negotiation.ways.flatMap(\.choices).map(\.format)
    return unknown(names, user: "The negotiation", in: suite, at: suite.source)
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings = unknown(contract.formats, user: "The contract", in: suite, at: contract.source)
    if let body = contract.body {
      findings += unknown(body.formats, user: "The body", in: suite, at: body.clause.source)
      if body.formats.isEmpty {
        findings.append(LintFinding(.missing(part: "format of the body"), at: body.clause.source))
      }
    }
    for (format, source) in contract.body?.unreadSchemas ?? [] {
      findings.append(
        LintFinding(.schemaOfUnreadFormat(format: format), at: source)
      )
    }
    for response in contract.answers {
      findings += unknown(
        response.formats,
        user: "The answer \(response.clause.id)",
        in: suite,
        at: response.clause.source
      )
    }
    for example in contract.examples {
      let user = "The example \"\(example.name)\""
      let names = [example.format].compactMap(\.self)
      findings += unknown(names, user: user, in: suite, at: example.clause.source)
      let used = contract.formats(in: suite).map(\.id) + (contract.body?.formats ?? [])
      for name in names where suite.format(name) != nil && !used.contains(name) {
        let evidence = LintEvidence.unusedFormat(format: name, example: example.name)
        findings.append(LintFinding(evidence, at: example.clause.source))
      }
    }
    return findings
  }

  private func unknown(
    _ names: [Format.ID],
    user: String,
    in suite: ContractSuite,
    at source: SourceLine
  ) -> [LintFinding] {
    names.filter { suite.format($0) == nil }.map { name in
      LintFinding(
        .unknown(noun: "format", name: name, user: user, known: suite.formats.map(\.id)),
        at: source
      )
    }
  }
}

extension Contract.RequestBody {
  /// The formats that have a schema of their own and in which the body is not read.
  fileprivate var unreadSchemas: [(format: Format.ID, source: SourceLine)] {
    schemas.map(\.format).filter { !formats.contains($0) }.map { ($0, clause.source) }
  }
}
