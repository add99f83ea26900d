import AccordModel

/// The texts of a request by the place in which they stand.
struct RequestTexts: Sendable {
  private let request: MockRequest
  private let target: RequestTarget
  private let match: RouteMatch
  private let form: [NamedText]

  init(_ request: MockRequest, _ target: RequestTarget, _ match: RouteMatch) {
    self.request = request
    self.target = target
    self.match = match
    form = request.form
  }

  /// The text of a parameter in the first of its places that has one.
  func text(of parameter: Parameter) -> String? {
    for place in parameter.places {
      let text =
        switch place {
        case .path: path(parameter.name)
        case .query: query(parameter.name)
        case .form: form.first { $0.name == parameter.name }?.value
        case .body: nil as String?
        }
      if let text { return text }
    }
    return nil
  }

  func path(_ name: String) -> String? { match.value(of: name) }

  func query(_ name: String) -> String? { target.value(of: name) }

  func header(_ name: String) -> String? { request.value(of: name) }

  /// A parameter of the media type in Accept.
  func mediaTypeParameter(_ name: String) -> String? {
    for part in (request.value(of: "Accept") ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      if pair.count == 2, pair[0].lowercased() == name.lowercased() { return pair[1] }
    }
    return nil
  }
}
