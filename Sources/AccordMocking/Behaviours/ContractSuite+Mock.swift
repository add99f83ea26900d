public import AccordModel

extension ContractSuite {
  /// The suite, served by mocks with this behaviour beside its contracts.
  ///
  /// It is the only thing that chooses how a mock serves the suite: neither its identifier nor its
  /// name does.
  public func mocked(by behaviour: some MockBehaviour) -> ContractSuite {
    var suite = self
    suite.mock = SuiteMock(behaviour)
    return suite
  }

  /// The behaviour that the suite names, or what its contracts alone say.
  var behaviour: any MockBehaviour {
    mock?.behaviour as? any MockBehaviour ?? ContractsAlone()
  }
}

/// The behaviour of a suite of which nothing is known but its contracts.
struct ContractsAlone: MockBehaviour {}
