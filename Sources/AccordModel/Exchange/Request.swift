/// A request as it was sent.
public struct Request: Sendable, Hashable {
  /// The address of the server, such as `https://api.example:8443`, without a path.
  public var origin: String

  /// The method, as it was sent.
  public var method: String

  /// The request target below the server's address, as it was sent: path and query.
  public var target: String

  /// The fields, as they were sent.
  public var fields: [Field]

  /// The content.
  public var body: [UInt8]

  /// Creates a request.
  public init(
    origin: String,
    method: String,
    target: String,
    fields: [Field],
    body: [UInt8] = []
  ) {
    self.origin = origin
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
  }
}
