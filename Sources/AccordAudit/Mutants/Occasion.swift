package import AccordMocking
package import AccordModel
import AccordSchema

/// Where a request leads, told from the request alone.
package struct Occasion: Sendable {
  /// The contract.
  package var contract: Contract
  /// The route.
  package var route: Contract.Route
  /// The method that counts.
  package var method: String
  /// Whether the route answers this method.
  package var isServed: Bool
  /// The variables of the path, decoded.
  package var variables: [NamedText]
  /// The version that is asked for; `nil` where there is none, or none that is a number.
  package var version: Int?
  /// The version as it was sent; `nil` where none was.
  package var sentVersion: String?
  /// The format in which it is answered.
  package var format: Format

  /// Where a mock sends a request; `nil` where no contract has its path.
  init?(_ request: MockRequest, of mock: Mock) {
    guard let found = mock.destination(of: request) else { return nil }
    contract = found.contract
    route = found.route
    method = found.method
    isServed = found.isServed
    variables = found.variables
    format = found.format
    guard let rule = route.version else { return }
    sentVersion = Self.sent(rule.carrier, request, found.variables)
    version = sentVersion.map { Int($0) } ?? rule.whenAbsent
  }

  private static func sent(
    _ carrier: VersionRule.Carrier,
    _ request: MockRequest,
    _ variables: [NamedText]
  ) -> String? {
    switch carrier {
    case .query(let name): request.query.first { $0.name == name }?.value
    case .path(let name): variables.first { $0.name == name }?.value
    case .header(let name): request.value(of: name)
    case .body(let pointer):
      (try? JSONDocument(parsing: request.body))?.root.value[pointer].map {
        $0.number?.text ?? $0.string ?? ""
      }
    case .mediaTypeParameter(let name):
      request.value(of: "Accept").flatMap { MediaType(parsing: $0) }?[name]
        ?? request.contentType?[name]
    }
  }
}
