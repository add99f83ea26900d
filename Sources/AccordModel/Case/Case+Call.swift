extension Case {
  /// The call of a contract that a request is made from.
  ///
  /// With the arguments of the ``RequestTemplate`` it is all that a request says, so that no later
  /// stage looks for it in the target and the content.
  public struct Call: Sendable, Hashable {
    /// The name of the route that the request takes.
    public var route: String

    /// The version of the contract that the request is one of; `nil` where there are none.
    ///
    /// A request may leave it out, or ask for one that does not exist.
    public var version: Int?

    /// The format that the request asks for, the one that wins of several; `nil` where it asks for
    /// none.
    public var format: Format.ID?

    /// Creates a call.
    public init(route: String, version: Int? = nil, format: Format.ID? = nil) {
      self.route = route
      self.version = version
      self.format = format
    }
  }
}
