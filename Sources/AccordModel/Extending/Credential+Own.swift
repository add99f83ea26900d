extension Credential {
  /// A token that nobody has issued, as planned cases send it.
  package static let unknownToken = "00000000-not-a-token-00000000"

  /// A way of a user's own by which callers prove who they are.
  public static func own(
    _ credential: some CallerCredential,
    in place: Place = .bearer,
    basis: Basis = .stated
  ) -> Credential {
    Credential(in: place, from: .own(OwnSource(credential)), basis: basis)
  }

  /// A credential of a user's own, as a value that can be compared.
  public struct OwnSource: Sendable, Hashable {
    /// The credential.
    public let credential: any CallerCredential

    /// Holds a credential.
    public init(_ credential: some CallerCredential) { self.credential = credential }

    /// Whether two credentials are the same.
    public static func == (left: OwnSource, right: OwnSource) -> Bool {
      AnyHashable(left.credential) == AnyHashable(right.credential)
    }

    /// Hashes the credential.
    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(credential)) }
  }
}
