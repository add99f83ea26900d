/// What a credential of a user's own has to get its token.
public struct CredentialSetting: Sendable {
  /// The values of its variables.
  public let values: CredentialValues

  /// The address of the server under test, such as `https://shop.example`, with its path.
  public let address: String

  private let exchange: @Sendable (Exchange.Request) async throws -> Exchange.Response

  /// Creates a setting, as a test of a credential does.
  public init(
    _ values: CredentialValues,
    address: String,
    exchange: @escaping @Sendable (Exchange.Request) async throws -> Exchange.Response
  ) {
    self.values = values
    self.address = address
    self.exchange = exchange
  }

  /// The value of a variable.
  public subscript(variable: String) -> String { values[variable] }

  /// A request to the server under test; `path` stands below its address, or is a whole address.
  public func request(
    _ method: String,
    _ path: String,
    fields: [Field] = [],
    body: String = ""
  ) -> Exchange.Request {
    let whole = path.contains("://") ? path : address + path
    let rest = whole.firstRange(of: "://").map { whole[$0.upperBound...] } ?? whole[...]
    let authority = rest.prefix { $0 != "/" }
    let target = rest.dropFirst(authority.count)
    var fields = [Field("Host", String(authority))] + fields
    if !body.isEmpty || method == "POST" {
      fields.append(Field("Content-Length", String(body.utf8.count)))
    }
    return Exchange.Request(
      origin: String(whole.dropLast(target.count)),
      method: method,
      target: target.isEmpty ? "/" : String(target),
      fields: fields,
      body: Array(body.utf8)
    )
  }

  /// Sends a request and waits for its answer; throws ``CredentialFailure`` where none comes.
  public func send(_ request: Exchange.Request) async throws -> Exchange.Response {
    try await exchange(request)
  }
}
