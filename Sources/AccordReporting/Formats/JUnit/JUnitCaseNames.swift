import AccordModel

/// The class and case names of one contract's cases, each pair unique.
///
/// The identifier of a case is parted where the contract ends: CI systems show the class as a folder.
struct JUnitCaseNames {
  private let prefix: String
  private let className: String
  /// The hash values of names that may be there twice: to hold every name of a large plan takes much.
  private var doubtful: Set<Int> = []
  private var counts: [String: Int] = [:]

  /// The names of a contract's cases, of which these are all.
  init(suite: ContractSuite.ID, contract: Contract.ID, of ids: some Sequence<CaseID>) {
    prefix = CaseID([suite, contract]).description + "/"
    className = "\(suite).\(contract)"
    var seen: Set<Int> = []
    for id in ids {
      let value = plainName(of: id).hashValue
      if !seen.insert(value).inserted { doubtful.insert(value) }
    }
  }

  private func plainName(of id: CaseID) -> String {
    let text = id.description
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  /// The names of a case; one whose identifier was there before is numbered.
  mutating func name(of id: CaseID) -> (class: String, case: String) {
    let name = plainName(of: id)
    guard doubtful.contains(name.hashValue) else { return (className, name) }
    let count = (counts[name] ?? 0) + 1
    counts[name] = count
    return (className, count == 1 ? name : "\(name) (\(count))")
  }
}
