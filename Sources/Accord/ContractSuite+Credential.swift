extension ContractSuite {
  /// The suite with its token in another header: how a caller proves who it is may be a setting
  /// of the server, not a promise.
  public func placingCredential(in header: String, as template: String) -> ContractSuite {
    var suite = self
    suite.credential?.place = .header(header, template)
    for index in suite.contracts.indices {
      suite.contracts[index].placeCredential(in: header)
    }
    for index in suite.neighbours.indices {
      suite.neighbours[index].contract.placeCredential(in: header)
    }
    for index in suite.givens.indices {
      // What looks live data up proves itself in the same way.
      suite.givens[index].discovery?.request.carryCredential(in: header)
      suite.givens[index].creation?.request.carryCredential(in: header)
    }
    return suite
  }
}

extension Contract {
  /// Names the header of the credential otherwise.
  fileprivate mutating func placeCredential(in header: String) {
    for rule in headers.indices where headers[rule].isCredential { headers[rule].name = header }
  }
}

extension RequestTemplate {
  /// Puts the suite's credential into another field.
  fileprivate mutating func carryCredential(in header: String) {
    for index in fields.indices where fields[index].value == .credential {
      fields[index].name = header
    }
  }
}
