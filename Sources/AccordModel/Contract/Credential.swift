/// How a caller of an API proves who it is.
public struct Credential: Sendable, Hashable {
  /// The header that carries the token.
  public var header: String

  /// The value of the header, with `{token}` for the token.
  public var template: String

  /// The environment variable that holds the token.
  public var variable: String

  /// How a token is obtained when the variable is not set.
  public var login: Login?

  /// That callers prove themselves so.
  public var basis: Basis

  /// A call that answers with a token.
  public struct Login: Sendable, Hashable {
    /// The request; its operands may name `given` values `email` and `password`, which come from
    /// the variables below.
    public var request: RequestTemplate
    /// The environment variable with the e-mail address.
    public var emailVariable: String
    /// The environment variable with the password.
    public var passwordVariable: String
    /// The response header with the token.
    public var tokenHeader: String
    /// The response header with the token's life in seconds.
    public var expiryHeader: String?
    /// What the call does to what the server keeps; `nil` where nothing says so, and then a read-only
    /// run does not log in.
    public var effect: Effect?

    /// Creates a login.
    public init(
      request: RequestTemplate,
      emailVariable: String,
      passwordVariable: String,
      tokenHeader: String,
      expiryHeader: String? = nil,
      effect: Effect? = nil
    ) {
      self.request = request
      self.emailVariable = emailVariable
      self.passwordVariable = passwordVariable
      self.tokenHeader = tokenHeader
      self.expiryHeader = expiryHeader
      self.effect = effect
    }
  }

  /// Creates a credential.
  public init(
    header: String,
    template: String = "{token}",
    variable: String,
    login: Login? = nil,
    basis: Basis = .stated
  ) {
    self.header = header
    self.template = template
    self.variable = variable
    self.login = login
    self.basis = basis
  }
}
