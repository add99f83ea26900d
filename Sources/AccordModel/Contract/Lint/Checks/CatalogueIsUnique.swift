/// A name and a code stand for one error each, and the catalogue says where errors show them.
struct CatalogueIsUnique: LintCheck {
  let id = "error-catalogue"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    let catalogue = suite.errors
    var evidence: [LintEvidence] = []
    var names: Set<String> = []
    var codes: [(code: Int, names: [String])] = []
    for entry in catalogue.entries {
      for name in [entry.name] + entry.aliases where !names.insert(name).inserted {
        evidence.append(.repeatedName(name))
      }
      guard let code = entry.code else { continue }
      if let index = codes.firstIndex(where: { $0.code == code }) {
        codes[index].names.append(entry.name)
      } else {
        codes.append((code, [entry.name]))
      }
    }
    evidence += codes.filter { $0.names.count > 1 }
      .map { .repeatedCode($0.code, names: $0.names) }
    for case .code(_, let success) in catalogue.places {
      if let entry = catalogue.entry(code: success) {
        evidence.append(.successCode(success, name: entry.name))
      }
    }
    if !catalogue.entries.isEmpty, catalogue.places.isEmpty { evidence.append(.noPlaces) }
    return evidence.map { LintFinding($0, at: suite.source) }
  }
}
