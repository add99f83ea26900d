extension ContractSuite {
  /// The suite with its token in another header: how a caller proves who it is may be a setting
  /// of the server, not a promise.
  public func placingCredential(in header: String, as template: String) -> ContractSuite {
    var suite = self
    suite.credential?.header = header
    suite.credential?.template = template
    for index in suite.contracts.indices {
      for rule in suite.contracts[index].headers.indices
      where suite.contracts[index].headers[rule].isCredential {
        suite.contracts[index].headers[rule].name = header
      }
    }
    return suite
  }
}
