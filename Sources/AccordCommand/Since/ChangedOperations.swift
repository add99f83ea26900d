import AccordComparing
import AccordModel
import AccordOpenAPI

/// Which contracts of a document are touched by what is another now in it.
struct ChangedOperations {
  /// The operations that changed, such as `GET /pets`; `nil` means all.
  private let operations: Set<String>?

  /// All that a document has now.
  static let all = ChangedOperations(operations: nil)

  private init(operations: Set<String>?) { self.operations = operations }

  /// What differs between two states of a document.
  init(from old: Description, to new: Description) {
    let changes = ContractComparison(from: old, to: new).changes
    let isWhole = changes.contains { change in
      change.operation.isEmpty || change.otherOperationCount > change.otherOperations.count
    }
    operations = isWhole ? nil : Set(changes.flatMap { [$0.operation] + $0.otherOperations })
  }

  /// The identifiers of the contracts that are touched, in the order of the suite.
  func touched(in imported: ImportedSuite) -> [Contract.ID] {
    guard let operations else { return imported.suite.contracts.map(\.id) }
    let changed = imported.contractsByOperation.filter { operations.contains($0.words) }
    let touched = Set(changed.map(\.contract))
    return imported.suite.contracts.map(\.id).filter(touched.contains)
  }
}
