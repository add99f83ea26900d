import AccordModel
import AccordSchema

/// Where Location leads, where a relation of a contract promises that it leads to another contract.
struct LocationAnswers: Sendable {
  let suite: ContractSuite

  /// The values of live data, as they are now.
  let values: @Sendable (Given) -> [JSON]

  /// An answer with its Location.
  func answer(_ answer: MockAnswer, of contract: Contract) -> MockAnswer {
    guard (200..<400).contains(answer.status), let name = contract.destination,
      let route = suite.contract(name)?.routes.first, let target = suite.contract(name)
    else { return answer }
    var answer = answer
    let body = (try? JSONDocument(parsing: answer.body))?.root.value
    var path = ""
    for segment in route.path.segments {
      path += "/"
      for piece in segment {
        switch piece {
        case .literal(let text): path += text
        case .variable(let variable), .segments(let variable):
          guard let parameter = target.parameters.first(where: { $0.name == variable }) else {
            return answer
          }
          var serialization = parameter.serialization(in: .path)
          if case .segments = piece { serialization.allowsReserved = true }
          let value = body?[variable] ?? body?[target.place(of: variable)] ?? value(of: parameter)
          path += serialization.pathText(of: variable, value)
        }
      }
    }
    answer.setField("Location", path.isEmpty ? "/" : path)
    return answer
  }

  private func value(of parameter: Parameter) -> JSON {
    switch parameter.example {
    case .literal(let value)?: return value
    case .given(let name, let field)?:
      guard let given = suite.given(name), let value = values(given).first else { break }
      return value.members == nil ? value : value[field ?? given.fields.first?.name ?? ""] ?? value
    default: break
    }
    return parameter.schema.sample() ?? "value"
  }
}

extension Contract {
  /// The place of an answer that is tied to a parameter, or one that no answer has.
  fileprivate func place(of parameter: String) -> JSONPointer {
    for case .parameter(let place, parameter) in responses.flatMap(\.ties).map(\.kind) {
      return place
    }
    return JSONPointer(tokens: [parameter])
  }

  /// The contract to which its Location leads, if it promises that.
  fileprivate var destination: Contract.ID? {
    for case .locationLeads(let contract, _) in relations.map(\.kind) { return contract }
    return nil
  }
}
