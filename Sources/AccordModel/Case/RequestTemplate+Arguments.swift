package import AccordSchema

extension RequestTemplate {
  /// The values that stand in the path, the query, header fields, cookies and a form, by what each
  /// operand is.
  package func arguments<Failure: Error>(
    _ value: (Operand) throws(Failure) -> JSON
  ) throws(Failure) -> [Exchange.Request.Argument] {
    var arguments: [Exchange.Request.Argument] = []
    if target == nil {
      for case .value(let operand, let name?, _) in path {
        arguments.append(Exchange.Request.Argument(name, in: .path, try value(operand)))
      }
    }
    for argument in query.list {
      arguments.append(
        Exchange.Request.Argument(argument.name, in: .query, try value(argument.value))
      )
    }
    for (place, list) in [(Parameter.Place.header, headers), (.cookie, cookies)] {
      for argument in list.list {
        arguments.append(
          Exchange.Request.Argument(argument.name, in: place, try value(argument.value))
        )
      }
    }
    if case .form(let fields) = body {
      for field in fields.list {
        arguments.append(Exchange.Request.Argument(field.name, in: .form, try value(field.value)))
      }
    }
    return arguments
  }
}
