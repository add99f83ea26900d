import AccordSchema

/// Probes of wrong values are wrong on the wire, and probes of unknown values are well-formed.
struct ProbesAreWrong: LintCheck {
  let id = "probes"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.parameters.flatMap { parameter -> [LintFinding] in
      guard (try? SchemaValidator(parameter.schema)) != nil else { return [] }
      let violations = { (probe: Probe) in
        parameter.violations(of: probe.value, in: parameter.textPlace)
      }
      var findings: [LintFinding] = []
      for probe in parameter.invalid?.probes ?? [] where violations(probe).isEmpty {
        findings.append(
          LintFinding(
            .rightProbe(probe.name, parameter: parameter.name),
            at: parameter.clause.source
          )
        )
      }
      for probe in parameter.unknown?.probes ?? [] {
        guard let violation = violations(probe).first else { continue }
        findings.append(
          LintFinding(
            .malformedProbe(probe.name, parameter: parameter.name, why: violation.message),
            at: parameter.clause.source
          )
        )
      }
      return findings
    }
  }
}
