import AccordModel
import AccordSchema

/// Gets what proves who a caller is, from the environment or by calls.
struct CredentialIssuer: Sendable {
  let credential: Credential

  /// The role; `nil` is the suite's usual caller.
  let role: String?

  let environment: EnvironmentVariables
  let builder: RequestBuilder
  let transport: PacedTransport
  let isReadOnly: Bool
  /// Whether the server stands for all others: our own mock issues its tokens itself.
  let staysAtServer: Bool
  let clock: @Sendable () -> Moment?
  /// How tokens grow old.
  let now: @Sendable () -> ContinuousClock.Instant
  let onSecret: @Sendable (Secret) -> Void

  /// What came of it.
  struct Issued: Sendable {
    var token: TokenSource.Token
    /// How long it is valid, in seconds; `nil` where nothing says so.
    var lifetime: Int64?
    /// What the next one is got by (RFC 6749 section 6).
    var refresh: Secret?
    /// The token that a credential of a user's own issued.
    var own: IssuedToken?

    init(_ token: TokenSource.Token, lifetime: Int64? = nil, refresh: Secret? = nil) {
      self.token = token
      self.lifetime = lifetime
      self.refresh = refresh
    }

    static func missing(_ reason: String) -> Issued { Issued(.missing(reason: reason)) }
    static func failed(_ reason: String) -> Issued { Issued(.failed(reason: reason)) }
  }

  /// Gets a proof; by what belongs to the last one, where there is such a thing and the server takes
  /// it.
  func issue(after last: Issued?) async -> Issued {
    switch credential.source {
    case .variable(let name):
      return provided(by: name) ?? .missing("\(noCredential): set \(name).")
    case .basic(let user, let password): return basic(user, password)
    case .login(let login, let variable):
      if let variable, let issued = provided(by: variable) { return issued }
      return await logIn(login, orVariable: variable)
    case .grant(let grant): return await token(by: grant, refreshing: last?.refresh)
    // Each request is asked for its own.
    case .challenge:
      return missingAccount ?? .missing("\(noCredential): the server asked for none.")
    case .signature(let source): return signature(source.signature)
    case .own(let source): return await token(of: source.credential, after: last?.own)
    }
  }

  /// Whether the proof is in the environment, and not brought by a call.
  var isProvided: Bool {
    switch credential.source {
    case .variable(let name), .login(_, let name?): environment[name] != nil
    case .basic(let user, let password): environment[user] != nil && environment[password] != nil
    case .signature: credential.variables.allSatisfy { environment[$0] != nil }
    case .login(_, nil), .grant, .challenge, .own: false
    }
  }

  /// How a sentence begins that says what is not set.
  var noCredential: String { role.map { "No credential of the role \($0)" } ?? "No credential" }

  /// The token that a variable holds; `nil` where it is not set.
  func provided(by variable: String) -> Issued? {
    guard let value = environment[variable] else { return nil }
    guard credential.place.canCarry(value) else {
      return .failed(Self.unfit(variable, for: credential.place))
    }
    let secret = Secret(value, placeholder: "$\(variable)")
    onSecret(secret)
    return issued(secret)
  }

  /// A token that was issued, as a proof.
  func issued(_ token: Secret, lifetime: Int64? = nil, refresh: Secret? = nil) -> Issued {
    let proof = Proof(credential: credential, token: token)
    return Issued(.proof(proof), lifetime: lifetime, refresh: refresh)
  }

  /// What stands for a token that calls brought in everything that is written.
  var placeholder: String {
    if case .login(_, let variable?) = credential.source { return "$\(variable)" }
    return role.map { "[token of \($0)]" } ?? "[token]"
  }

  private func basic(_ user: String, _ password: String) -> Issued {
    guard let name = environment[user], let word = environment[password] else {
      return .missing("\(noCredential): set \(user) and \(password).")
    }
    guard !name.utf8.contains(UInt8(ascii: ":")) else {
      return .failed(
        "\(user) holds a colon, which no user's name of HTTP Basic can; everything behind the first "
          + "one would be read as the password."
      )
    }
    onSecret(Secret(word, placeholder: "$\(password)"))
    let secret = Secret(
      Base64Text.encode(Array("\(name):\(word)".utf8)),
      placeholder: "$\(user):$\(password)"
    )
    onSecret(secret)
    return issued(secret)
  }

  private static func unfit(_ variable: String, for place: Credential.Place) -> String {
    switch place {
    case .header, .query:
      """
      \(variable) holds a line break or another control character, which a header cannot carry; set \
      it to the token alone.
      """
    case .cookie:
      """
      \(variable) holds a blank, a quotation mark, a comma, a semicolon, a backslash or a control \
      character, which a cookie cannot carry; set it to the token alone.
      """
    }
  }
}
