extension Contract {
  /// The promises about errors, each listed one with its status and code, then those that hold for
  /// all of them.
  func errorClauses(in suite: ContractSuite) -> [Clause] {
    errors.flatMap { [$0.clause, statusClause(of: $0, in: suite)].compactMap(\.self) }
      + commonErrorClauses(in: suite)
  }

  /// The promises that every error of the endpoint is held to.
  package func commonErrorClauses(in suite: ContractSuite) -> [Clause] {
    [errorListClause].compactMap(\.self) + (refusals.isEmpty ? [] : suite.errors.bodyClauses)
  }

  /// That no error is answered which the catalogue has and the endpoint does not list; `nil` where
  /// it lists none.
  package var errorListClause: Clause? {
    guard !errors.isEmpty else { return nil }
    return Clause(
      "errors/listed",
      "No error of the catalogue is answered but those that the endpoint lists.",
      basis: errorListBasis,
      source: source
    )
  }

  /// That a listed error has the status and the code of the catalogue.
  package func statusClause(of error: ErrorClause, in suite: ContractSuite) -> Clause? {
    guard let entry = suite.errors[error.name] else { return nil }
    let code =
      switch (suite.errors.hasCodes, entry.code) {
      case (true, let code?): " and the code \(code)"
      case (true, nil): " and a code of no other error"
      case (false, _): ""
      }
    return Clause(
      "\(error.clause.id)/status",
      "\(error.name) has the status \(entry.statuses)\(code).",
      basis: entry.basis,
      source: error.clause.source
    )
  }

  /// The listed error that an entry of the catalogue is.
  package func listedError(_ entry: ErrorCatalogue.Entry) -> ErrorClause? {
    errors.first { entry.name == $0.name || entry.aliases.contains($0.name) }
  }
}

extension ErrorCatalogue {
  /// Whether errors show a code.
  fileprivate var hasCodes: Bool {
    places.contains { place in
      if case .code = place { true } else { false }
    }
  }
}
