extension Credential {
  /// The token that a server's challenge says where to get (RFC 6750 section 3), as registries of
  /// container images do: `WWW-Authenticate: Bearer realm="…",service="…",scope="…"`.
  ///
  /// A request that needs the credential and is answered with 401 and such a challenge is sent again
  /// with the token of its realm, once; tokens are kept by their scope. Requests that are to be refused
  /// for lack of a credential are never sent again. The realm is asked as the account of the two
  /// variables by HTTP Basic; without them as anybody.
  ///
  /// A realm that is not encrypted gets the account only from a server that is not either.
  public static func bearerChallenge(
    user: String? = nil,
    password: String? = nil,
    basis: Basis = .stated
  ) -> Credential {
    Credential(from: .challenge(user: user, password: password), basis: basis)
  }
}
