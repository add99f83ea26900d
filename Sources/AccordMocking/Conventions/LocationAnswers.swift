import AccordModel
import AccordSchema

/// Where Location and Link lead, where a relation of a contract promises that they lead to another
/// contract.
struct LocationAnswers: Sendable {
  let suite: ContractSuite

  /// The values of live data, as they are now.
  let values: @Sendable (Given) -> [JSON]

  /// An answer with its Location and its links.
  func answer(_ answer: MockAnswer, of contract: Contract) -> MockAnswer {
    guard (200..<400).contains(answer.status) else { return answer }
    let body = (try? JSONDocument(parsing: answer.body))?.root.value
    var answer = answer
    for relation in contract.relations {
      switch relation.kind {
      case .locationLeads(let name, _):
        guard let path = path(of: name, body) else { continue }
        answer.setField("Location", path)
      case .readsBack(let name, _) where contract.leadsByLocation(to: name, in: suite):
        guard let path = path(of: name, body) else { continue }
        answer.setField("Location", path)
      case .linkLeads(let type, let name, _):
        guard let path = path(of: name, body) else { continue }
        let others = answer.fields.values(of: "Link")
        let link = "<\(path)>; rel=\"\(type)\""
        answer.setField("Link", (others + [link]).joined(separator: ", "))
      default: continue
      }
    }
    return answer
  }

  /// The path of a contract for what an answer is about.
  private func path(of name: Contract.ID, _ body: JSON?) -> String? {
    guard let target = suite.contract(name) else { return nil }
    return target.path { parameter in
      body?[parameter.name] ?? body?[target.place(of: parameter.name)] ?? value(of: parameter)
    }
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
  /// The path of its first route with the values of its variables; `nil` where one has none.
  func path(_ value: (Parameter) -> JSON?) -> String? {
    guard let route = routes.first else { return nil }
    var path = ""
    for segment in route.path.segments {
      path += "/"
      for piece in segment {
        switch piece {
        case .literal(let text): path += text
        case .variable(let variable), .segments(let variable):
          guard let parameter = parameters.first(where: { $0.name == variable }),
            let value = value(parameter)
          else { return nil }
          var serialization = parameter.serialization(in: .path)
          if case .segments = piece { serialization.allowsReserved = true }
          path += serialization.pathText(of: variable, value)
        }
      }
    }
    return path.isEmpty ? "/" : path
  }

  /// Whether what it keeps is read where its Location leads, because the read is told by more than the
  /// contract's own parameters.
  func leadsByLocation(to name: Contract.ID, in suite: ContractSuite) -> Bool {
    let known = parameters.map(\.name)
    return suite.contract(name)?.routes.first?.path.variables.contains { !known.contains($0) }
      ?? false
  }

  /// The place of an answer that is tied to a parameter, or one that no answer has.
  fileprivate func place(of parameter: String) -> JSONPointer {
    for case .parameter(let place, parameter) in responses.flatMap(\.ties).map(\.kind) {
      return place
    }
    return JSONPointer(tokens: [parameter])
  }
}
