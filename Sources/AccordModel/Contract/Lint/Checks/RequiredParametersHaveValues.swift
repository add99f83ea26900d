import AccordSchema

/// Every example has a value for each required parameter: its own, or the parameter's.
struct RequiredParametersHaveValues: LintCheck {
  let id = "required-values"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.examples.flatMap { example in
      contract.parameters.compactMap { parameter in
        guard parameter.isRequired, parameter.example == nil, !example.bears(parameter) else {
          return nil
        }
        return LintFinding(
          .noValue(parameter: parameter.name, example: example.name),
          at: example.clause.source
        )
      }
    }
  }
}

extension Example {
  /// Whether it has a value for a parameter, wherever that travels.
  func bears(_ parameter: Parameter) -> Bool {
    if value(of: parameter) != nil { return true }
    guard parameter.places.contains(.body) else { return false }
    let pointer = JSONPointer.root.appending(parameter.name)
    return body?[pointer] != nil || bodyValues.contains { $0.pointer == pointer }
  }
}
