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

  init(_ issuer: CredentialIssuer) { self.issuer = issuer }

  /// The credential.
  nonisolated var credential: Credential { issuer.credential }

  /// Whether the token is provided, and not brought by a call.
  nonisolated var isProvided: Bool { issuer.isProvided }

  /// The token that is valid now.
  ///
  /// Requests that wait for the same login share it.
  func token() async -> Token {
    if let current, current.renewAt.map({ ContinuousClock.now < $0 }) ?? true {
      return current.issued.token
    }
    let issuer = issuer
    let refresh = current?.issued.refresh
    let task = pending ?? Task { await issuer.issue(refreshing: refresh) }
    pending = task
    // Whoever waits is cancelled with the whole run, so the login ends with it.
    let issued = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    pending = nil
    current = (issued, issued.renewAt(from: .now))
    return issued.token
  }
}

extension CredentialIssuer.Issued {
  /// When it is renewed: while it is still valid, because a request takes time, and clocks differ.
  func renewAt(from now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    lifetime.map { seconds in now + .seconds(max(1, seconds - min(30, seconds / 4))) }
  }
}
