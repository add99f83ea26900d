/// A token that a server issued.
public struct IssuedToken: Sendable, Hashable {
  /// The token.
  public var text: String

  /// How long it is valid, in seconds; `nil` where nothing says so.
  public var lifetime: Int?

  /// What the next one is got by, where there is such a thing.
  public var renewal: String?

  /// Creates a token.
  public init(_ text: String, lifetime: Int? = nil, renewal: String? = nil) {
    self.text = text
    self.lifetime = lifetime
    self.renewal = renewal
  }
}

/// Why no token is to be had, as a sentence that reports show.
public struct CredentialFailure: Error, Sendable, Hashable {
  /// The sentence.
  public var reason: String

  /// Creates a failure.
  public init(_ reason: String) { self.reason = reason }
}
