import AccordModel

/// The proof of one caller: from the environment or by calls, renewed before it expires.
actor TokenSource {
  /// A proof, or why there is none.
  enum Token: Sendable {
    case proof(Proof)
    /// Nothing was provided: cases that need a token are skipped.
    case missing(reason: String)
    /// The login went wrong: cases that need a token fail.
    case failed(reason: String)
  }

  private typealias Kept = (issued: CredentialIssuer.Issued, renewAt: ContinuousClock.Instant?)

  nonisolated let issuer: CredentialIssuer
  private var current: Kept?
  private var pending: Task<CredentialIssuer.Issued, Never>?

  /// The tokens that challenges ask for.
  nonisolated let challenges: ChallengeTokens

  init(_ issuer: CredentialIssuer) {
    self.issuer = issuer
    challenges = ChallengeTokens(issuer)
  }

  /// Whether tokens are got when a server asks for one.
  nonisolated var answersChallenges: Bool {
    if case .challenge = credential.source { return true }
    return false
  }

  /// The token that a request which was sent bears.
  func token(for request: Exchange.Request) async -> Token {
    guard answersChallenges else { return await token() }
    guard let proof = await challenges.proof(for: request.call) else { return await token() }
    return .proof(proof)
  }

  /// The credential.
  nonisolated var credential: Credential { issuer.credential }

  /// Whether the token is provided, and not brought by a call.
  nonisolated var isProvided: Bool { issuer.isProvided }

  /// The token that is valid now.
  ///
  /// Requests that wait for the same login share it.
  func token() async -> Token {
    let issuer = issuer
    if let current, current.renewAt.map({ issuer.now() < $0 }) ?? true {
      return current.issued.token
    }
    let last = current?.issued
    let task = pending ?? Task { await issuer.issue(after: last) }
    pending = task
    // Whoever waits is cancelled with the whole run, so the login ends with it.
    let issued = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    pending = nil
    current = (issued, issued.renewAt(from: issuer.now()))
    return issued.token
  }
}

extension Exchange.Request {
  /// What tells which token it needs: method and path.
  var call: String { "\(method) \(target.prefix { $0 != "?" })" }
}

extension CredentialIssuer.Issued {
  /// When it is renewed: while it is still valid, because a request takes time, and clocks differ.
  func renewAt(from now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    lifetime.map { seconds in now + .seconds(max(1, seconds - min(30, seconds / 4))) }
  }
}
