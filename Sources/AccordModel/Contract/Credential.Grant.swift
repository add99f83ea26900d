extension Credential {
  /// How a token is got from the token endpoint of OAuth 2 (RFC 6749).
  public struct Grant: Sendable, Hashable {
    /// What entitles the client to a token.
    public enum Kind: Sendable, Hashable {
      /// Its own credentials (section 4.4).
      case clientCredentials
      /// The name and password of a resource owner, in two environment variables (section 4.3).
      case password(user: String, password: String)
    }

    /// How a client says who it is (section 2.3.1).
    public enum ClientAuthentication: Sendable, Hashable {
      /// By HTTP Basic.
      case basic
      /// By `client_id` and `client_secret` in the body.
      case body
      /// Not at all: it is a public client (section 2.1).
      case none
    }

    /// What entitles the client to a token.
    public var kind: Kind
    /// The token endpoint: a path below the server's address, or a whole address.
    public var endpoint: String
    /// The environment variable with the client's identifier; `nil` of a public client that sends none.
    public var id: String?
    /// The environment variable with the client's secret; `nil` of a public client.
    public var secret: String?
    /// What the token is asked to be for, names with blanks between them (section 3.3).
    public var scope: String?
    /// How the client says who it is.
    public var authentication: ClientAuthentication

    /// Creates a grant.
    public init(
      _ kind: Kind,
      token endpoint: String,
      id: String?,
      secret: String?,
      scope: String? = nil,
      authentication: ClientAuthentication = .basic
    ) {
      self.kind = kind
      self.endpoint = endpoint
      self.id = id
      self.secret = secret
      self.scope = scope
      self.authentication = authentication
    }

    /// The environment variables that it needs.
    package var variables: [String] {
      let own = [id, secret].compactMap(\.self)
      guard case .password(let user, let password) = kind else { return own }
      return own + [user, password]
    }

    /// Whose token it is, in words.
    package var owner: String {
      guard case .password(let user, _) = kind else { return "the client" }
      return "the account of \(user)"
    }

    /// Those of them whose values are written nowhere.
    package var secretVariables: [String] {
      let own = [secret].compactMap(\.self)
      guard case .password(_, let password) = kind else { return own }
      return own + [password]
    }
  }

  /// The token that a client gets for its own credentials (RFC 6749 section 4.4).
  ///
  /// It is got again before its `expires_in` is over; with a `refresh_token`, by that (section 6).
  /// `endpoint` is a path below the server's address, such as `/oauth/token`, or a whole address.
  public static func clientCredentials(
    token endpoint: String,
    id: String,
    secret: String,
    scope: String? = nil,
    authentication: Grant.ClientAuthentication = .basic,
    in place: Place = .bearer,
    basis: Basis = .stated
  ) -> Credential {
    let grant = Grant(
      .clientCredentials,
      token: endpoint,
      id: id,
      secret: secret,
      scope: scope,
      authentication: authentication
    )
    return Credential(in: place, from: .grant(grant), basis: basis)
  }

  /// The token that a client gets for the name and password of a resource owner (RFC 6749 section
  /// 4.3), as ``clientCredentials(token:id:secret:scope:authentication:in:basis:)`` does for its own.
  public static func password(
    token endpoint: String,
    user: String,
    password: String,
    id: String,
    secret: String,
    scope: String? = nil,
    authentication: Grant.ClientAuthentication = .basic,
    in place: Place = .bearer,
    basis: Basis = .stated
  ) -> Credential {
    let grant = Grant(
      .password(user: user, password: password),
      token: endpoint,
      id: id,
      secret: secret,
      scope: scope,
      authentication: authentication
    )
    return Credential(in: place, from: .grant(grant), basis: basis)
  }

  /// The token that a public client gets for the name and password of a resource owner: one that does not
  /// prove who it is itself (RFC 6749 sections 2.1 and 4.3).
  public static func password(
    token endpoint: String,
    user: String,
    password: String,
    scope: String? = nil,
    in place: Place = .bearer,
    basis: Basis = .stated
  ) -> Credential {
    let grant = Grant(
      .password(user: user, password: password),
      token: endpoint,
      id: nil,
      secret: nil,
      scope: scope,
      authentication: .none
    )
    return Credential(in: place, from: .grant(grant), basis: basis)
  }
}
