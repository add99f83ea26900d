extension Credential {
  /// A signature over every request that needs a credential.
  public static func signed(
    by signature: some RequestSignature,
    basis: Basis = .stated
  ) -> Credential {
    Credential(
      in: .header("Authorization"),
      from: .signature(SigningSource(signature)),
      basis: basis
    )
  }

  /// A signature, as a value that can be compared.
  public struct SigningSource: Sendable, Hashable {
    /// The signature.
    public let signature: any RequestSignature

    /// Holds a signature.
    public init(_ signature: some RequestSignature) { self.signature = signature }

    /// Whether two signatures are the same.
    public static func == (left: SigningSource, right: SigningSource) -> Bool {
      AnyHashable(left.signature) == AnyHashable(right.signature)
    }

    /// Hashes the signature.
    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(signature)) }
  }
}
