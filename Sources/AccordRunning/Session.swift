import AccordModel
import AccordSchema

/// Everything that is needed to send one suite's requests to one server.
struct Session: Sendable {
  let suite: ContractSuite
  let builder: RequestBuilder
  let tokens: TokenSources
  let transport: PacedTransport

  /// That the server is reached by a proxy, in a sentence, if it is.
  let proxy: String?

  /// Whether only calls are made that are declared to change nothing.
  let isReadOnly: Bool

  /// Hears of every secret that a server issues.
  let onSecret: @Sendable (Secret) -> Void

  /// A wrong proof of a role; that of a signature is one with another key, by somebody who is known.
  private func wrongProof(_ text: String?, as role: String?) async -> TokenSource.Token? {
    guard let source = tokens[role] else { return nil }
    guard case .signature = source.credential.source else {
      return .proof(.wrong(text, for: source.credential))
    }
    let token = await source.token()
    guard case .proof(let proof) = token else { return token }
    return .proof(proof.madeUp)
  }

  /// Sends a request when it is its turn; `awaitsLimit` says that 429 is what it is to get, and
  /// `awaitsRefusal` that 401 is.
  func send(
    _ template: RequestTemplate,
    _ values: OperandValues,
    awaitsLimit: Bool = false,
    awaitsRefusal: Bool = false,
    changesState: Bool = false
  ) async -> PacedTransport.Sent {
    let sent = await sendOnce(template, values, awaitsLimit, changesState)
    guard case .exchanged(let exchange) = sent, let response = exchange.response,
      response.status == 401, template.carriesCredential,
      let source = tokens.source(for: template), source.answersChallenges,
      let challenge = BearerChallenge(response)
    else { return sent }
    let call = exchange.request.call
    let last = await source.challenges.proof(for: call)
    switch await source.challenges.answer(challenge, to: call, refusing: last) {
    // Where the caller is to be refused, that its token is not issued is a refusal too.
    case .missing where awaitsRefusal, .failed where awaitsRefusal: return sent
    case .missing(let reason): return .skipped(reason: reason)
    case .failed(let reason): return .failed(reason: reason)
    case .proof: return await sendOnce(template, values, awaitsLimit, changesState)
    }
  }

  /// The proof that a request bears before the server has asked for one.
  private func known(
    _ source: TokenSource,
    for template: RequestTemplate,
    _ values: OperandValues
  ) async -> Proof? {
    guard let bare = try? builder.request(template, values, proof: nil) else { return nil }
    return await source.challenges.proof(for: bare.call)
  }

  private func sendOnce(
    _ template: RequestTemplate,
    _ values: OperandValues,
    _ awaitsLimit: Bool,
    _ changesState: Bool
  ) async -> PacedTransport.Sent {
    await transport.send(awaitsLimit: awaitsLimit, changesState: changesState) {
      var proof: Proof?
      if let source = tokens.source(for: template), source.answersChallenges,
        template.carriesCredential
      {
        if case .missing(let reason)? = source.issuer.missingAccount?.token {
          return .skipped(reason: reason)
        }
        proof = await known(source, for: template, values)
      } else if template.carriesCredential, let source = tokens.source(for: template) {
        switch await source.token() {
        case .proof(let found): proof = found
        case .missing(let reason): return .skipped(reason: reason)
        case .failed(let reason): return .failed(reason: reason)
        }
      } else if case .wrong(let text, let role) = template.credential {
        switch await wrongProof(text, as: role) {
        case .proof(let found): proof = found
        case .missing(let reason): return .skipped(reason: reason)
        case .failed(let reason): return .failed(reason: reason)
        case nil: break
        }
      }
      do throws(RequestBuilder.Missing) {
        return .request(try builder.request(template, values, proof: proof))
      } catch {
        return .failed(reason: error.message)
      }
    }
  }
}

extension RequestBuilder.Missing {
  var message: String {
    switch self {
    case .value(let operand): "The request needs a value that is not known: \(operand)."
    case .place(let pointer): "The request's body has no place \(pointer) to put a value in."
    case .fieldValue(let name):
      """
      The header \(name) cannot be sent as it is: its name is no token, or its value holds a line \
      break or another control character, or begins or ends with a blank.
      """
    case .target(let target):
      """
      The request target \(JSON.string(target).text()) holds a blank, a control character or a \
      character beyond ASCII; write it percent-encoded in the contract.
      """
    case .body(let reason): "The request's body cannot be written: \(reason)."
    }
  }
}
