import AccordSchema
import HTTPTypes

extension RequestTemplate {
  /// The request with each operand as a function of it.
  package func mapping(_ value: (Operand) -> Operand) -> RequestTemplate {
    func mapped(_ arguments: Arguments) -> Arguments {
      Arguments(
        arguments.list.map { argument in
          Arguments.Argument(argument.name, value(argument.value), as: argument.serialization)
        }
      )
    }
    var template = self
    template.path = path.map { piece in
      guard case .value(let operand, let name, let serialization) = piece else { return piece }
      return .value(value(operand), of: name, as: serialization)
    }
    template.query = mapped(query)
    template.headers = mapped(headers)
    template.cookies = mapped(cookies)
    template.target = target.map(value)
    template.fields = fields.map { field in
      guard case .value(let operand) = field.value else { return field }
      return Field(field.name, .value(value(operand)))
    }
    switch body {
    case .value(let json, let open, let syntax, let schema):
      let open = open.map { Example.BodyValue.at($0.pointer, value($0.value)) }
      template.body = .value(json, open, syntax, schema)
    case .form(let fields): template.body = .form(mapped(fields))
    case .bytes, .output, nil: break
    }
    return template
  }

  /// The method and the target with the names of what is not known yet, such as
  /// `DELETE /orders/{id of place}`.
  package var outline: String {
    func name(_ operand: Operand, _ variable: String?) -> String {
      switch operand {
      case .literal(let value): value.wireText
      case .given(let name, let field): "{\(field.map { "\(name).\($0)" } ?? name)}"
      case .unique(let prefix, let suffix): "\(prefix){unique}\(suffix)"
      case .output(let output): "{\(output.words)}"
      case .stepOutput(let name, let step): "{\(name) of \(step)}"
      }
    }
    let path = path.map { piece in
      switch piece {
      case .text(let text): text
      case .value(let operand, let variable, _): name(operand, variable)
      }
    }
    let query = query.list.map { "\($0.name)=\(name($0.value, $0.name))" }
    let place = target.map { name($0, nil) } ?? path.joined()
    return "\(method.rawValue) \(Self.target(place, withQuery: query))"
  }

  /// A target with pairs of a query behind those that it has itself.
  package static func target(_ target: String, withQuery pairs: [String]) -> String {
    guard !pairs.isEmpty else { return target }
    return target + (target.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
  }
}
