/// How a caller of an API proves who it is: where the proof goes on a request, and how it is got.
///
/// ```swift
/// credential: .token("SHOP_KEY", in: .query("api_key"))
/// credential: .basic(user: "SHOP_USER", password: "SHOP_PASSWORD")
/// credential: .clientCredentials(token: "/oauth/token", id: "SHOP_ID", secret: "SHOP_SECRET")
/// ```
///
/// What is written in capitals is the name of an environment variable: secrets stand in no contract.
public struct Credential: Sendable, Hashable {
  /// Where the proof goes on a request; a signature says that itself.
  public var place: Place

  /// How the proof is got.
  public var source: Source

  /// That callers prove themselves so.
  public var basis: Basis

  /// Creates a credential: a token in its place, from wherever it comes.
  public init(in place: Place = .bearer, from source: Source, basis: Basis = .stated) {
    self.place = place
    self.source = source
    self.basis = basis
  }

  /// Creates a credential whose token goes into a header, and comes from an environment variable, or
  /// from a login where the variable is not set.
  public init(
    header: String,
    template: String = "{token}",
    variable: String,
    login: Login? = nil,
    basis: Basis = .stated
  ) {
    self.init(
      in: .header(header, template),
      from: login.map { .login($0, orVariable: variable) } ?? .variable(variable),
      basis: basis
    )
  }
}

extension Credential {
  /// A token that an environment variable holds.
  public static func token(
    _ variable: String,
    in place: Place = .bearer,
    basis: Basis = .stated
  ) -> Credential { Credential(in: place, from: .variable(variable), basis: basis) }

  /// The user's name and password of HTTP Basic (RFC 7617), from two environment variables.
  public static func basic(
    user: String,
    password: String,
    basis: Basis = .stated
  ) -> Credential {
    Credential(
      in: .header("Authorization", "Basic {token}"),
      from: .basic(user: user, password: password),
      basis: basis
    )
  }

  /// The token that a call answers with; where `orVariable` is set, it is that variable's.
  public static func login(
    _ login: Login,
    in place: Place = .bearer,
    orVariable variable: String? = nil,
    basis: Basis = .stated
  ) -> Credential {
    Credential(in: place, from: .login(login, orVariable: variable), basis: basis)
  }
}

extension Credential {
  /// The header that carries the proof, if one does.
  public var header: String? {
    if case .header(let name, _) = place { return name }
    return nil
  }

  /// The environment variables that it is made from, those first that alone are enough.
  public var variables: [String] {
    switch source {
    case .variable(let name): [name]
    case .login(let login, let variable):
      [variable, login.userVariable, login.passwordVariable].compactMap(\.self)
    case .basic(let user, let password): [user, password]
    case .grant(let grant): grant.variables
    case .challenge(let user, let password): [user, password].compactMap(\.self)
    case .signature(let source): source.signature.identities + source.signature.keys
    case .own(let source): source.credential.identities + source.credential.secrets
    }
  }

  /// Those of its variables whose values are written nowhere.
  package var secretVariables: [String] {
    switch source {
    case .variable(let name): [name]
    case .login(let login, let variable): [variable, login.passwordVariable].compactMap(\.self)
    case .basic(_, let password): [password]
    case .challenge(_, let password): [password].compactMap(\.self)
    case .grant(let grant): grant.secretVariables
    case .signature(let source): source.signature.identities + source.signature.keys
    case .own(let source): source.credential.secrets
    }
  }

  /// The variables whose values are sent together as a user's name and password (RFC 7617).
  package var basicPairs: [(user: String, password: String)] {
    switch source {
    case .variable, .login, .signature, .own: []
    case .basic(let user, let password), .challenge(let user?, let password?): [(user, password)]
    case .challenge: []
    case .grant(let grant):
      if let id = grant.id, let secret = grant.secret { [(id, secret)] } else { [] }
    }
  }
}
