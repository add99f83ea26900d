import AccordModel
import AccordSchema

/// The texts of a request by the place in which they stand.
struct RequestTexts: Sendable {
  private let request: MockRequest
  private let target: RequestTarget
  private let match: RouteMatch
  private let query: EncodedPairs
  private let form: EncodedPairs
  private let cookies: EncodedPairs

  /// The names of what is no parameter of the contract.
  private let others: [String]

  init(
    _ request: MockRequest,
    _ target: RequestTarget,
    _ match: RouteMatch,
    in suite: ContractSuite
  ) {
    others = suite.namesBesideParameters(of: match.route)
    self.request = request
    self.target = target
    self.match = match
    query = EncodedPairs(target.encodedQuery, separator: "&")
    let body = request.isForm ? String(decoding: request.body, as: UTF8.self) : ""
    form = EncodedPairs(body, separator: "&")
    let cookieFields = request.fields.values(of: "Cookie").joined(separator: ";")
    cookies = EncodedPairs(cookieFields, separator: ";", readsPlus: false)
  }

  /// The value of a parameter in the first of its places that has one: texts, or lists and objects of
  /// texts.
  func value(of parameter: Parameter) -> JSON? {
    for place in parameter.places {
      let names = match.contract.parameters.map(\.name).filter { $0 != parameter.name }
      let reader = ParameterReader(parameter, in: place, beside: names + others)
      let value: JSON? =
        switch place {
        case .path:
          match.encoded.first { $0.isNamed(parameter.name, ignoringCase: true) }
            .map { reader.value(inPath: $0.value) }
        case .query: reader.value(in: query)
        case .form: reader.value(in: form)
        case .cookie: reader.value(in: cookies)
        case .header: reader.value(inFields: request.fields.values(of: parameter.name))
        case .body: nil
        }
      if let value { return value }
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

extension ContractSuite {
  /// The names in a query or among cookies that credentials, the version and the choice of a format have.
  fileprivate func namesBesideParameters(of route: Contract.Route) -> [String] {
    var names = credentials.map(\.credential.place.resolved.name)
    if case .query(let name)? = route.version?.carrier { names.append(name) }
    for case .query(let name) in (negotiation?.ways ?? []).map(\.way) { names.append(name) }
    return names + [PagedAnswers.start]
  }
}
