package import AccordModel

/// The operations of a document by what people call them: their `operationId`, their method and path, and the
/// identifiers of their contracts.
package struct OperationIndex: Sendable {
  /// The operations in the order of the document, each as people would name it.
  package let names: [String]

  private let calls: [DescribedCall]
  private var contracts: [String: [Contract.ID]] = [:]

  init(_ calls: [DescribedCall]) {
    self.calls = calls
    names = calls.map { $0.operationID ?? $0.words }
    // Of an operation that has a name and of one whose contract has it, the first is meant.
    for call in calls { add(call.operationID, call) }
    for call in calls { add(call.words, call) }
    for call in calls { add(call.contract, call) }
  }

  private mutating func add(_ name: String?, _ call: DescribedCall) {
    guard let name, contracts[name]?.contains(call.contract) != true else { return }
    contracts[name, default: []].append(call.contract)
  }

  /// The contract of the operation of a name.
  package subscript(name: String) -> Contract.ID? { contracts[name]?.first }

  /// The contracts of the operations whose names fit a pattern, in which `*` stands for any text.
  func contracts(fitting text: String) -> Set<Contract.ID> {
    guard text.contains("*") else { return Set(contracts[text] ?? []) }
    let pattern = NamePattern(text)
    let fitting = calls.filter { call in
      call.operationID.map(pattern.fits) == true || pattern.fits(call.words)
        || pattern.fits(call.contract)
    }
    return Set(fitting.map(\.contract))
  }
}
