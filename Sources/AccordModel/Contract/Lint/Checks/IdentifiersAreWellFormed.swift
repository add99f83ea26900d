/// Names that become parts of case identifiers or of the command line need no quoting there.
struct IdentifiersAreWellFormed: LintCheck {
  let id = "well-formed-names"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    var findings = Self.findings("suite", suite.id, .hyphenated, suite.source)
    for format in suite.formats {
      findings += Self.findings("format", format.id, .hyphenated, suite.source)
    }
    for given in suite.givens {
      findings += Self.findings("given", given.id, .word, suite.source)
    }
    for workflow in suite.workflows {
      findings += Self.findings("workflow", workflow.id, .hyphenated, workflow.clause.source)
    }
    for cycle in suite.lifeCycles {
      findings += Self.findings("life cycle", cycle.id, .hyphenated, cycle.clause.source)
    }
    return findings
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings = Self.findings("contract", contract.id, .dotted, contract.source)
    for route in contract.routes {
      findings += Self.findings("route", route.name, .dotted, route.clause.source)
    }
    for response in contract.answers {
      for reading in response.readings {
        findings += Self.findings("reading", reading.name, .dotted, reading.clause.source)
      }
    }
    for example in contract.examples {
      findings += Self.findings("example", example.name, .dotted, example.clause.source)
    }
    for relation in contract.relations {
      findings += Self.findings("relation", relation.name, .dotted, relation.clause.source)
    }
    for refusal in contract.refusals {
      for probe in refusal.probes {
        findings += Self.findings("probe", probe.name, .dotted, refusal.refused.source)
      }
    }
    return findings
  }

  /// The characters of a name.
  private enum Alphabet {
    case hyphenated
    case dotted
    case word

    var words: String {
      switch self {
      case .hyphenated: "lower-case letters, digits and hyphens"
      case .dotted: "lower-case letters, digits, dots and hyphens"
      case .word: "letters and digits"
      }
    }

    func allows(_ scalar: Unicode.Scalar) -> Bool {
      switch (self, scalar) {
      case (_, "a"..."z"), (_, "0"..."9"), (.word, "A"..."Z"), (.dotted, "."), (.dotted, "-"),
        (.hyphenated, "-"):
        true
      default: false
      }
    }
  }

  private static func findings(
    _ noun: String,
    _ name: String,
    _ alphabet: Alphabet,
    _ source: SourceLine
  ) -> [LintFinding] {
    guard name.isEmpty || !name.unicodeScalars.allSatisfy(alphabet.allows) else { return [] }
    let evidence = LintEvidence.malformed(noun: noun, name: name, allowed: alphabet.words)
    return [LintFinding(evidence, at: source)]
  }
}
