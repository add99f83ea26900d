import AccordModel
import AccordSchema
import HTTPTypes

extension Observation {
  /// Finds the route that the request took.
  func findRoute() -> Route? {
    contract.routes.first { route in
      route.methods.probed.contains { $0.rawValue == request.method } && variables(of: route) != nil
    } ?? contract.routes.first { variables(of: $0) != nil }
  }

  /// The value with which the request named a parameter, decoded: in the path, the query, a form,
  /// or a member of a JSON body.
  package func sentValue(of parameter: String) -> String? {
    if let value = variables(of: route)?.first(where: { $0.name == parameter })?.value {
      return PercentCoding.decoded(value, plusIsSpace: false)
    }
    if let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first,
      let value = Self.field(parameter, in: query)
    {
      return value
    }
    return sentValueInBody(of: parameter)
  }

  private func sentValueInBody(of parameter: String) -> String? {
    let type = request.fields.values(of: "Content-Type").first.flatMap { MediaType(parsing: $0) }
    guard type?.essence != "application/x-www-form-urlencoded" else {
      return Self.field(parameter, in: Substring(decoding: request.body, as: UTF8.self))
    }
    if type?.essence.hasSuffix("xml") == true {
      let document = try? XMLDocument(parsing: request.body)
      return document?.root.childElements.first { $0.name.local == parameter }?.text
    }
    guard let document = try? JSONDocument(parsing: request.body) else { return nil }
    let value = document.root[parameter]
    return value?.string ?? value?.text
  }

  private func variables(of route: Route?) -> [(name: String, value: String)]? {
    guard let route else { return nil }
    let path = request.target.prefix { $0 != "?" }
    if let stripped = pathWithoutSuffix(path), let found = route.path.match(stripped) {
      return found
    }
    return route.path.match(path)
  }

  /// The path without a suffix that asks for a format.
  private func pathWithoutSuffix(_ path: Substring) -> Substring? {
    guard suite.negotiation?.ways.contains(where: { $0.way == .suffix }) == true else { return nil }
    for format in suite.formats where path.hasSuffix(".\(format.suffix)") {
      return path.dropLast(format.suffix.count + 1)
    }
    return nil
  }

  private static func field(_ name: String, in text: Substring) -> String? {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      if PercentCoding.decoded(parts[0], plusIsSpace: true) == name {
        return PercentCoding.decoded(parts[1], plusIsSpace: true)
      }
    }
    return nil
  }
}
