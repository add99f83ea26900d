public import AccordSchema

extension Exchange {
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

    /// The values that stand in the target, in header fields of parameters, in cookies and in a form,
    /// as they were before they were written, in this order.
    public var arguments: [Argument]

    /// The value that was written as the content; `nil` where there is none, or where the content is
    /// bytes from the beginning.
    public var payload: JSON?

    /// Live data that were not sent and are looked for in the answer, by their names.
    package var sought: [JSONMember] = []

    /// A value with the name and the place under which it was sent.
    public struct Argument: Sendable, Hashable {
      /// The name of the variable, the query parameter or the field.
      public var name: String
      /// The place.
      public var place: Parameter.Place
      /// The value.
      public var value: JSON

      /// Creates an argument.
      public init(_ name: String, in place: Parameter.Place, _ value: JSON) {
        self.name = name
        self.place = place
        self.value = value
      }
    }

    /// Creates a request.
    public init(
      origin: String,
      method: String,
      target: String,
      fields: [Field],
      body: [UInt8] = [],
      arguments: [Argument] = [],
      payload: JSON? = nil
    ) {
      self.origin = origin
      self.method = method
      self.target = target
      self.fields = fields
      self.body = body
      self.arguments = arguments
      self.payload = payload
    }
  }
}
