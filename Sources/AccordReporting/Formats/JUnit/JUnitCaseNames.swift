import AccordModel

/// The class and case names of one contract's cases, each pair unique.
///
/// The identifier of a case is parted where the contract ends: CI systems show the class as a folder.
struct JUnitCaseNames {
  private let prefix: String
  private let className: String
  private var counts: [String: Int] = [:]

  /// The names of a contract's cases.
  init(suite: ContractSuite.ID, contract: Contract.ID) {
    prefix = CaseID([suite, contract]).description + "/"
    className = "\(suite).\(contract)"
  }

  /// The names of a case; one whose identifier was there before is numbered.
  mutating func name(of id: CaseID) -> (class: String, case: String) {
    let text = id.description
    let name = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    let count = (counts[name] ?? 0) + 1
    counts[name] = count
    return (className, count == 1 ? name : "\(name) (\(count))")
  }
}
