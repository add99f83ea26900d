import AccordModel
import AccordSchema

/// Makes the request of an operation by which live data is found.
struct RequestImporter {
  let context: ImportContext
  let finder: IdentifierFinder
  let security: SecurityImporter

  /// The right request with what the operation needs; `nil` where something of it is not known.
  func request(of operation: DescribedOperation) -> RequestTemplate? {
    let refusal = Refusal.statuses(.clientError)
    let imported = ParameterImporter(
      context: context,
      operation: operation,
      refusal: refusal,
      unknown: nil
    ).parameters()
    let form = FormImporter(context: context, operation: operation, refusal: refusal)
      .fields(besides: imported.map(\.parameter.name))
    let parameters = (imported + (form ?? [])).map(\.parameter)
    guard let path = path(of: operation, imported) else { return nil }
    func arguments(_ place: Parameter.Place) -> Arguments {
      Arguments(
        parameters.filter { $0.usual == place && $0.isRequired }.compactMap { parameter in
          parameter.example.map {
            Arguments.Argument(parameter.name, $0, as: parameter.serialization(in: place))
          }
        }
      )
    }
    var fields = [RequestTemplate.Field("Accept", .value("application/json"))]
    var body: RequestTemplate.Body?
    if form != nil {
      body = .form(arguments(.form))
    } else if let read = BodyImporter(context: context, refusal: refusal).body(of: operation) {
      guard let value = read.values.first(where: { $0.format.syntax == .json }) ?? read.values.first
      else { return nil }
      let format = value.format
      let type =
        format.syntax == .multipart
        ? "\(format.mediaType); boundary=\(MultipartWriter.boundary)" : format.mediaType
      fields.append(RequestTemplate.Field("Content-Type", .value(.literal(.string(type)))))
      body = .value(value.json, [], format.syntax, read.body.schema(in: format.id))
    }
    var credential: RequestTemplate.CredentialUse?
    if case .scheme(let name) = security.need(of: operation) {
      credential = .valid(as: security.role(of: name))
    }
    return RequestTemplate(
      operation.method,
      path,
      query: arguments(.query),
      fields: fields,
      headers: arguments(.header),
      cookies: arguments(.cookie),
      credential: credential,
      body: body
    )
  }

  private func path(
    of operation: DescribedOperation,
    _ parameters: [ParameterImporter.Imported]
  ) -> [RequestTemplate.PathPiece]? {
    var pieces: [RequestTemplate.PathPiece] = []
    for segment in RouteTemplate(operation.route).segments {
      pieces.append(.text("/"))
      for piece in segment {
        switch piece {
        case .literal(let text): pieces.append(.text(text))
        case .variable(let name), .segments(let name):
          guard let imported = parameters.first(where: { $0.parameter.name == name }) else {
            return nil
          }
          let parameter = imported.parameter
          let given =
            finder.given(for: parameter, of: operation)
            ?? finder.untoldGiven(for: parameter, of: operation)
          // Below what may not be there nothing is found.
          guard given != nil || !imported.isMadeUp else { return nil }
          guard let value = given.map({ Operand.given($0.id) }) ?? parameter.example else {
            return nil
          }
          pieces.append(.value(value, of: name, as: parameter.serialization(in: .path)))
        }
      }
    }
    return pieces.isEmpty ? [.text("/")] : pieces
  }
}
