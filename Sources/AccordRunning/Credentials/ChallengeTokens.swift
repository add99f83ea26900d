import AccordModel

/// The tokens of one caller by what they are for, and which request needs which.
actor ChallengeTokens {
  private struct Kept {
    var issued: CredentialIssuer.Issued
    var renewAt: ContinuousClock.Instant?

    func isValid(at now: ContinuousClock.Instant) -> Bool { renewAt.map { now < $0 } ?? true }
  }

  private let issuer: CredentialIssuer
  private var tokens: [BearerChallenge: Kept] = [:]
  private var challenges: [String: BearerChallenge] = [:]
  private var pending: [BearerChallenge: Task<CredentialIssuer.Issued, Never>] = [:]

  init(_ issuer: CredentialIssuer) { self.issuer = issuer }

  /// The proof that a call like this one was asked for before; `nil` where none is known.
  func proof(for call: String) -> Proof? {
    guard let challenge = challenges[call], let kept = tokens[challenge],
      kept.isValid(at: issuer.now()),
      case .proof(let proof) = kept.issued.token
    else { return nil }
    return proof
  }

  /// The proof that a challenge asks for, which calls like this one bear from now on.
  ///
  /// `refused` is the token that the challenge was the answer to: it is not given again.
  func answer(
    _ challenge: BearerChallenge,
    to call: String,
    refusing refused: Proof?
  ) async -> TokenSource.Token {
    let issuer = issuer
    if let kept = tokens[challenge], kept.isValid(at: issuer.now()),
      case .proof(let proof) = kept.issued.token,
      proof.text != refused?.text
    {
      challenges[call] = challenge
      return kept.issued.token
    }
    let task = pending[challenge] ?? Task { await issuer.token(for: challenge) }
    pending[challenge] = task
    let issued = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    pending[challenge] = nil
    tokens[challenge] = Kept(issued: issued, renewAt: issued.renewAt(from: issuer.now()))
    challenges[call] = challenge
    return issued.token
  }
}
