public import AccordSchema

extension Credential {
  /// How the proof is got.
  public enum Source: Sendable, Hashable {
    /// A token that this environment variable holds.
    case variable(String)
    /// The token that a call answers with, unless the variable holds one.
    case login(Login, orVariable: String? = nil)
    /// User and password of HTTP Basic (RFC 7617): the names of two environment variables.
    case basic(user: String, password: String)
    /// The token of the realm that a server's challenge names (RFC 6750 section 3).
    case challenge(user: String? = nil, password: String? = nil)
    /// A signature over the request.
    case signature(SigningSource)
    /// A way of a user's own.
    case own(OwnSource)
    /// The token that an OAuth 2 token endpoint issues (RFC 6749).
    case grant(Grant)
  }

  /// A place of an answer where a token, or its life in seconds, stands.
  public enum AnswerPlace: Sendable, Hashable {
    /// A header field.
    case header(String)
    /// A place of a body that is JSON.
    case body(JSONPointer)

    /// What it is called in sentences.
    package var noun: String {
      switch self {
      case .header(let name): "header \(name)"
      case .body(let pointer): "body member \(pointer)"
      }
    }
  }

  /// A call that answers with a token.
  public struct Login: Sendable, Hashable {
    /// The request; its operands may name the givens `user`, `email` and `password`, which come from
    /// the variables below: `user` and `email` are the same.
    public var request: RequestTemplate
    /// The environment variable with the user's name or e-mail address.
    public var userVariable: String
    /// The environment variable with the password.
    public var passwordVariable: String
    /// Where the token stands in the answer.
    public var token: AnswerPlace
    /// Where the token's life in seconds stands in the answer.
    public var expiry: AnswerPlace?
    /// What the call does to what the server keeps; `nil` where nothing says so, and then a read-only
    /// run does not log in.
    public var effect: Effect?

    /// Creates a login.
    ///
    /// ```swift
    /// Credential.Login(
    ///   request: RequestTemplate(
    ///     .post,
    ///     [.text("/sessions")],
    ///     body: .form(["name": .given("user"), "password": .given("password")])
    ///   ),
    ///   userVariable: "SHOP_USER",
    ///   passwordVariable: "SHOP_PASSWORD",
    ///   token: .body("/access_token"),
    ///   expiry: .body("/expires_in")
    /// )
    /// ```
    public init(
      request: RequestTemplate,
      userVariable: String,
      passwordVariable: String,
      token: AnswerPlace,
      expiry: AnswerPlace? = nil,
      effect: Effect? = nil
    ) {
      self.request = request
      self.userVariable = userVariable
      self.passwordVariable = passwordVariable
      self.token = token
      self.expiry = expiry
      self.effect = effect
    }
  }
}
