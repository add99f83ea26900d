import AccordModel

/// Holds the answer to a request with the suite's credential beside those to the same request with a
/// token that nobody issued, and without one.
struct CredentialComparison: Sendable {
  let session: Session
  let reading: AnswerReading

  /// What the answers show.
  enum Finding: Sendable {
    /// The credential makes a difference, or the answer is one of the API's own.
    case tells
    /// It is answered as a made-up token is, and a request without one is not.
    case asMadeUp(without: Exchange.Response)
    /// Whatever the request carries, it is answered in the same way.
    case always
    /// The credential is known, and its answer is to turn away what another is refused for.
    case turnedAway(other: Exchange.Response)
  }

  /// What an answer that is no success shows of the credential; `template` says where it stands.
  func finding(of exchange: Exchange, _ template: RequestTemplate) async -> Finding {
    guard let response = exchange.response,
      case .proof(let proof)? = await session.tokens.source(for: template)?
        .token(for: exchange.request)
    else { return .tells }
    let other = proof.madeUp
    var likeness = AnswerLikeness(session.suite, reading)
    likeness.tokens = [proof.text, other.text]
    func request(with proof: Proof?, of credential: Credential) -> Exchange.Request {
      exchange.request.carrying(proof, of: credential, in: template.credentialFields)
    }
    guard let unknown = await answer(to: request(with: other, of: proof.credential)) else {
      return .tells
    }
    guard likeness.isLike(response, unknown) else {
      return turnsAway(response, unknown) ? .turnedAway(other: unknown) : .tells
    }
    guard let without = await answer(to: request(with: nil, of: proof.credential)) else {
      return .tells
    }
    if likeness.isLike(response, without) {
      return response.mayHideAPI || likeness.isPage(response) ? .always : .tells
    }
    return response.status < 500 ? .asMadeUp(without: without) : .tells
  }

  /// Whether the credential is one that the server knows and does not allow what a right request
  /// asks for; an error of the API's own may be about the request, such as a wrong live value.
  private func turnsAway(_ response: Exchange.Response, _ unknown: Exchange.Response) -> Bool {
    response.turnsAway && reading.shownError(response).isEmpty
      && reading.credentialRefusal(unknown) != nil
  }

  private func answer(to request: Exchange.Request) async -> Exchange.Response? {
    guard case .exchanged(let exchange) = await session.transport.send({ .request(request) })
    else { return nil }
    return exchange.response
  }

  /// A text that looks like a token and is none: letters, digits and signs where it has them.
  static func madeUp(like token: String) -> String {
    func mask(_ letter: Character, _ digit: Character) -> String {
      String(token.map { $0.isLetter ? letter : $0.isNumber ? digit : $0 })
    }
    let masked = mask("x", "0")
    guard masked == token else { return masked }
    let other = mask("y", "1")
    return other == token ? "\(token)x" : other
  }
}
