import AccordModel
import HTTPTypes

/// An operation of a document with the contract that was made of it.
struct DescribedCall: Sendable {
  /// The path as it is written.
  let path: String
  /// The method.
  let method: String
  /// What the document calls it; `nil` where it has no name.
  let operationID: String?
  /// The contract.
  let contract: Contract.ID

  init(of operation: DescribedOperation, contract: Contract.ID) {
    path = operation.path
    method = operation.method.rawValue
    operationID = operation.node["operationId"]?.text
    self.contract = contract
  }
}
