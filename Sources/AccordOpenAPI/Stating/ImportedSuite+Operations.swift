public import AccordModel

extension ImportedSuite {
  /// The contract of an operation; `nil` where the document has none of this name.
  ///
  /// The name is its `operationId`, its method and path such as `GET /orders/{orderId}`, or the identifier of
  /// the contract.
  public func contract(ofOperation name: String) -> Contract.ID? { operations[name] }

  /// The operations by their names.
  package var operations: OperationIndex { OperationIndex(calls) }

  /// The names of the security schemes that can be carried.
  package var schemeNames: [String] { schemes.map(\.name) }
}

extension DescribedCall {
  /// The operation in words, such as `GET /pets`.
  var words: String { "\(method) \(path)" }
}
