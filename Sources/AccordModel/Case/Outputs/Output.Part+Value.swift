package import AccordSchema

extension Output.Part {
  /// What it is, in words.
  package var words: String {
    switch self {
    case .status: "the status"
    case .header(let name), .reference(let name): name
    case .entityTag: "ETag"
    case .entityTagOfOtherStrength: "ETag in its other strength"
    case .body(let pointer): "\(pointer)"
    case .value(let pointer): pointer.isRoot ? "the body" : "\(pointer)"
    case .content: "the content"
    case .location: "Location"
    case .link(let relation), .linkReference(let relation): "Link \(relation)"
    case .requestParameter(let name): "the parameter \(name)"
    case .requestBody(let pointer): "\(pointer) of the request"
    case .requestContent: "the content of the request"
    }
  }

  /// The value in an exchange; `nil` where it does not have it.
  package func value(in exchange: Exchange) -> JSON? {
    switch self {
    case .requestParameter(let name):
      return exchange.request.arguments.first { $0.name == name }?.value
        ?? exchange.request.sought.first { $0.key == name }?.value
    case .requestBody(let pointer):
      if let payload = exchange.request.payload { return payload[pointer]?.usable }
      let types = exchange.request.fields.values(of: "Content-Type")
      return Exchange.Response.value(
        at: pointer,
        in: exchange.request.body,
        of: types.first.flatMap { MediaType(parsing: $0) }
      )?.usable
    case .requestContent:
      return String(validating: exchange.request.body, as: UTF8.self).map(JSON.string)
    default: return exchange.response.flatMap { value(in: $0, to: exchange.request) }
    }
  }

  private func value(in response: Exchange.Response, to request: Exchange.Request) -> JSON? {
    let fields = response.fields
    switch self {
    case .status: return .number(JSONNumber(response.status))
    case .header(let name): return fields.only(name).map(JSON.string)
    case .entityTag: return EntityTag(of: fields).map { .string($0.text) }
    case .entityTagOfOtherStrength:
      guard var tag = EntityTag(of: fields) else { return nil }
      tag.isWeak.toggle()
      return .string(tag.text)
    case .body(let pointer): return response.value(at: pointer)?.usable
    case .value(let pointer): return response.value(at: pointer)
    case .content: return String(validating: response.content, as: UTF8.self).map(JSON.string)
    case .location:
      return fields.only("Location").flatMap { reference($0)?.target(from: request) }
        .map(JSON.string)
    case .link(let relation):
      return link(relation, in: fields)?.target(from: request).map(JSON.string)
    case .reference(let name):
      return fields.only(name).flatMap { reference($0)?.resolved(against: request) }
        .map(JSON.string)
    case .linkReference(let relation):
      return link(relation, in: fields)?.resolved(against: request).map(JSON.string)
    case .requestParameter, .requestBody, .requestContent: return nil
    }
  }

  private func reference(_ text: String) -> URIReference? {
    URIReference.isReference(text) ? URIReference(text) : nil
  }

  private func link(_ relation: String, in fields: [Field]) -> URIReference? {
    WebLink.links(in: fields).first { $0.has(relation) }.flatMap { reference($0.target) }
  }
}

extension JSON {
  /// The value, if a request can be made from it.
  fileprivate var usable: JSON? {
    switch self {
    case .null, .string(""), .array, .object: Optional.none
    case .boolean, .number, .string: self
    }
  }
}

extension [Field] {
  /// The value of a field that there is once.
  fileprivate func only(_ name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values[0] : nil
  }
}
