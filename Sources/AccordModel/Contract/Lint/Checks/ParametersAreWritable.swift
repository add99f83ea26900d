import AccordSchema

/// Parameters can be written in the places and the styles that they are declared with.
struct ParametersAreWritable: LintCheck {
  let id = "parameters"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.parameters.flatMap { parameter in
      (faults(of: parameter) + names(of: parameter, in: contract)).map { fault in
        LintFinding(
          .parameter(parameter.name, fault),
          at: parameter.clause.source
        )
      }
    } + contract.routes.flatMap(findings)
  }

  private func findings(in route: Contract.Route) -> [LintFinding] {
    let template = route.path
    return template.segments.filter { $0.count > 1 }.joined().compactMap { piece in
      guard case .segments(let name) = piece else { return nil }
      let fault = ParameterFault.segment(template: template.description)
      return LintFinding(.parameter(name, fault), at: route.clause.source)
    }
  }

  private func faults(of parameter: Parameter) -> [ParameterFault] {
    var faults: [ParameterFault] = []
    let places = parameter.places.filter { $0 != .body }
    if let style = parameter.style {
      if !places.contains(where: { $0.styles.contains(style) }), let place = places.first {
        faults.append(.style(style, in: place))
      }
      switch style {
      case .spaceDelimited, .pipeDelimited:
        if !parameter.isStructured { faults.append(.scalar(style)) }
        if parameter.explode == true { faults.append(.explode(style)) }
      case .deepObject:
        if !parameter.isStructured {
          faults.append(.scalar(style))
        } else if parameter.declaredTypes.contains(.array) {
          faults.append(.list(style))
        }
      case .form, .label, .matrix, .simple: break
      }
    }
    if !places.isEmpty, parameter.isStructured, isNested(parameter) { faults.append(.nested) }
    return faults
  }

  private func isNested(_ parameter: Parameter) -> Bool {
    let content = parameter.schema.content
    let inner =
      content.prefixItems + [content.items].compactMap(\.self) + content.members.map(\.schema)
    return inner.contains { !($0.content.types ?? []).isDisjoint(with: [.array, .object]) }
  }

  /// The fields of a request that HTTP, the formats and the credential speak for.
  private static let fields = ["accept", "authorization", "content-type", "cookie", "host"]

  private func names(of parameter: Parameter, in contract: Contract) -> [ParameterFault] {
    guard parameter.places.contains(.header) || parameter.places.contains(.cookie) else {
      return []
    }
    guard Field.isName(parameter.name) else { return [.name] }
    guard parameter.places.contains(.header) else { return [] }
    let name = parameter.name.lowercased()
    if Self.fields.contains(name) { return [.field(parameter.name)] }
    return contract.headers.contains { $0.name.lowercased() == name } ? [.header] : []
  }
}
