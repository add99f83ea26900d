import AccordModel
import AccordSchema
import HTTPTypes

extension RequestDraft {
  /// The request as the runner sends it.
  var template: RequestTemplate {
    var template = RequestTemplate(
      method,
      path,
      query: target == nil
        ? query : Arguments(query.list.filter { besideTarget.contains($0.name) }),
      fields: allFields,
      headers: Arguments(arguments(in: .header)),
      cookies: Arguments(arguments(in: .cookie)),
      credential: credential,
      body: body
    )
    template.target = target
    template.sought = sought
    return template
  }

  /// What the request is made from.
  var call: Case.Call {
    Case.Call(route: endpoint.route.name, version: endpoint.version, format: askedFormat?.id)
  }

  private var rule: VersionRule? { endpoint.route.version }

  /// The version as a value; `nil` when it is absent.
  private var versionValue: JSON? {
    switch version {
    case .served(let number): .number(JSONNumber(number))
    case .wrong(let value): value
    case .absent, nil: nil
    }
  }

  private var path: [RequestTemplate.PathPiece] {
    var pieces: [RequestTemplate.PathPiece] = []
    func append(_ text: String) {
      if case .text(let before) = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(.text(text))
      }
    }
    let template = endpoint.route.path
    for segment in template.segments {
      append("/")
      for piece in segment {
        switch piece {
        case .literal(let text): append(text)
        case .variable(let name), .segments(let name):
          var serialization = serialization(of: name, in: .path)
          if case .segments = piece { serialization.allowsReserved = true }
          pathValue(name).map { pieces.append(.value($0, of: name, as: serialization)) }
        }
      }
    }
    if template.segments.isEmpty || template.description.hasSuffix("/") { append("/") }
    for selection in selections where selection.rule.way == .suffix {
      append(".\(selection.format.suffix)")
    }
    return pieces
  }

  private func pathValue(_ name: String) -> Operand? {
    if case .path(name) = rule?.carrier { return versionValue.map { .literal($0) } }
    return arguments.first { $0.name == name && $0.place == .path }?.value
  }

  private func arguments(in place: Parameter.Place) -> [Arguments.Argument] {
    arguments.filter { $0.place == place }.map { argument in
      Arguments.Argument(
        argument.name,
        argument.value,
        as: serialization(of: argument.name, in: place)
      )
    }
  }

  private func serialization(
    of name: String,
    in place: Parameter.Place
  ) -> Parameter.Serialization {
    endpoint.contract.parameters.first { $0.name == name }?.serialization(in: place)
      ?? Parameter.Serialization(place.usualStyle)
  }

  private var query: Arguments {
    var list = arguments(in: .query)
    if case .query(let name) = rule?.carrier, let versionValue {
      list.append(Arguments.Argument(name, .literal(versionValue)))
    }
    for selection in selections {
      guard case .query(let name) = selection.rule.way else { continue }
      list.append(Arguments.Argument(name, .literal(.string(selection.format.queryValue))))
    }
    return Arguments(list)
  }

  private var allFields: [RequestTemplate.Field] {
    var list = fields
    if case .header(let name) = rule?.carrier, let versionValue {
      list.append(RequestTemplate.Field(name, .value(.literal(versionValue))))
    }
    if let accept {
      list.append(RequestTemplate.Field("Accept", .value(.literal(.string(accept)))))
    }
    if let contentType {
      list.append(RequestTemplate.Field("Content-Type", .value(.literal(.string(contentType)))))
    }
    return list.filter { field in
      !omittedFields.contains { $0.lowercased() == field.name.lowercased() }
    }
  }

  /// The value of Accept; `nil` when the request leaves the format to the server.
  private var accept: String? {
    guard !fields.contains(where: { $0.name.lowercased() == "accept" }) else { return nil }
    guard var accept = acceptedMediaType else { return nil }
    if case .mediaTypeParameter(let name) = rule?.carrier, let versionValue {
      accept += "; \(name)=\(versionValue.shownText)"
    }
    return accept
  }

  private var acceptedMediaType: String? {
    let formats = endpoint.scope.formats
    guard endpoint.scope.negotiates else {
      // Where no answer has content that is promised, a format would be one of requests.
      guard endpoint.promisesFormats else { return formats.isEmpty ? nil : "*/*" }
      guard let answerFormat else { return formats.isEmpty ? nil : "*/*" }
      return ([answerFormat] + otherAnswerFormats).map(\.accept).joined(separator: ", ")
    }
    guard !selections.isEmpty else { return nil }
    // `*/*` lets the way under test alone choose (RFC 9110 section 12.5.1).
    return selections.first { $0.rule.way == .accept }?.format.accept ?? "*/*"
  }

  private var contentType: String? {
    guard !fields.contains(where: { $0.name.lowercased() == "content-type" }) else { return nil }
    switch body {
    case .value, .bytes, .output: return contentFormat?.requestContentType
    case .form: return MediaType.form
    case nil: return nil
    }
  }

  private var body: RequestTemplate.Body? {
    if case .bytes(let bytes) = content { return .bytes(bytes) }
    let form = arguments(in: .form)
    guard form.isEmpty else { return .form(Arguments(form)) }
    guard var (json, open) = value, let contentFormat else { return nil }
    if case .body(let pointer) = rule?.carrier {
      open.removeAll { $0.pointer == pointer }
      json = json.carrying(versionValue, at: pointer)
    }
    return .value(json, open, contentFormat.syntax, endpoint.bodySchema(in: contentFormat))
  }

  /// The value that is sent as content, with the parameters that travel in it.
  private var value: (JSON, [Example.BodyValue])? {
    let members = arguments(in: .body)
    var value: (json: JSON, open: [Example.BodyValue])
    switch content {
    case .value(let json, let open): value = (json, open)
    case .bytes: return nil
    case nil:
      guard !members.isEmpty || carriesVersionInBody else { return nil }
      value = (.object([]), [])
    }
    for member in members {
      let pointer = JSONPointer.root.appending(member.name)
      value.open.removeAll { $0.pointer == pointer }
      if case .literal(let literal) = member.value {
        value.json = value.json.replacing(literal, at: pointer) ?? value.json
      } else {
        value.json = value.json.replacing(.null, at: pointer) ?? value.json
        value.open.append(.at(pointer, member.value))
      }
    }
    return value
  }

  private var carriesVersionInBody: Bool {
    guard case .body = rule?.carrier else { return false }
    return version != nil
  }
}

extension JSON {
  /// The value with a version at its place, as a string where a string stood; without one if
  /// there is none.
  fileprivate func carrying(_ version: JSON?, at pointer: JSONPointer) -> JSON {
    guard let version else { return removing(at: pointer) ?? self }
    if case .number(let number) = version, case .string = self[pointer] {
      return replacing(.string(number.text), at: pointer) ?? self
    }
    return replacing(version, at: pointer) ?? self
  }
}

extension Format {
  /// The Content-Type of a request's content.
  fileprivate var requestContentType: String {
    switch syntax {
    case .multipart, .parts: "\(mediaType); boundary=\(MultipartWriter.boundary)"
    case .text: "\(mediaType); charset=utf-8"
    case .json, .jsonLines, .xml, .csv, .jsv, .form, .bytes, .own: mediaType
    }
  }
}

extension Endpoint {
  /// What the content is in a format: the schema of the body, or the parameters that travel in it.
  func bodySchema(in format: Format?) -> Schema {
    if let body = contract.body { return body.schema(in: format?.id) }
    return .object(
      contract.parameters.filter { $0.places.contains(.body) }
        .map { .optional($0.name, $0.schema) }
    )
  }
}
