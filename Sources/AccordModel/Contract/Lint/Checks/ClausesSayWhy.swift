/// Promises, notes and meanings are written in words, and every assumption has its reason.
struct ClausesSayWhy: LintCheck {
  let id = "words"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    var evidence: [LintEvidence] = []
    if suite.name.isBlank { evidence.append(.noSentence(owner: "The suite's name")) }
    if suite.summary.isBlank { evidence.append(.noSentence(owner: "The suite")) }
    for given in suite.givens where given.meaning.isBlank {
      evidence.append(.noSentence(owner: "The given \"\(given.id)\""))
    }
    for (role, credential) in suite.credentials where credential.basis.lacksReason {
      evidence.append(.noReason(owner: "The credential" + (role.map { " of \($0)" } ?? "")))
    }
    for format in suite.formats where format.charsetBasis.lacksReason {
      evidence.append(.noReason(owner: "The charset of the format \"\(format.id)\""))
    }
    for entry in suite.errors.entries where entry.basis.lacksReason {
      evidence.append(.noReason(owner: "The entry \"\(entry.name)\" of the error catalogue"))
    }
    for entry in suite.errors.entries where entry.basis.lacksPage {
      evidence.append(.noPage(owner: "The entry \"\(entry.name)\" of the error catalogue"))
    }
    return evidence.map { LintFinding($0, at: suite.source) }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (owner, text) in [("The contract", contract.summary), ("The document", contract.document)]
    where text.isBlank {
      findings.append(LintFinding(.noSentence(owner: owner), at: contract.source))
    }
    for (index, note) in contract.notes.enumerated() where note.isBlank {
      findings.append(LintFinding(.noSentence(owner: "Note \(index + 1)"), at: contract.source))
    }
    let statuses = Set(
      contract.errors.compactMap { contract.statusClause(of: $0, in: suite)?.id }
    )
    for clause in contract.clauses(in: suite) {
      let owner = "The clause \(clause.id)"
      if clause.sentence.isBlank {
        findings.append(LintFinding(.noSentence(owner: owner), at: clause.source))
      }
      // What an entry of the catalogue lacks is said once, of the entry.
      if statuses.contains(clause.id) { continue }
      if clause.basis.lacksReason {
        findings.append(LintFinding(.noReason(owner: owner), at: clause.source))
      }
      if clause.basis.lacksPage {
        findings.append(LintFinding(.noPage(owner: owner), at: clause.source))
      }
    }
    for error in contract.errors {
      guard case .impossible(let reason) = error.provocation, reason.isBlank else { continue }
      let owner = "That \(error.name) is impossible to bring about"
      findings.append(LintFinding(.noReason(owner: owner), at: error.clause.source))
    }
    for refusal in contract.refusals {
      for probe in refusal.probes {
        let owner = "The probe \"\(probe.name)\""
        if probe.why.isBlank {
          findings.append(LintFinding(.noSentence(owner: owner), at: refusal.refused.source))
        }
        if let basis = probe.basis, basis.lacksReason {
          findings.append(LintFinding(.noReason(owner: owner), at: refusal.refused.source))
        }
      }
    }
    return findings
  }
}

extension Basis {
  /// Whether it is an assumption that does not say why.
  var lacksReason: Bool { reason?.isBlank ?? false }

  /// Whether it comes from a page that nobody could find.
  var lacksPage: Bool { page.map { $0.title.isBlank || $0.address.isBlank } ?? false }
}

extension String {
  /// Whether it holds nothing that can be read.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
