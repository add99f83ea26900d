import AccordModel

/// Whether a server takes the credential of a suite, as one right request with it shows.
///
/// Where it does not, everything is refused for that one reason: a request that has to be refused
/// would seem to conform, and a right one would seem to be answered wrongly.
struct CredentialCheck: Sendable {
  let session: Session
  let reading: AnswerReading

  /// What was seen.
  enum Look: Sendable, Hashable {
    /// No right request with the credential was answered.
    case none
    /// One was, and not with the refusal of the credential.
    case taken
    /// One got the answer of a missing credential: the reason why the suite ends.
    case refused(reason: String)
  }

  /// What the answer to a right request with the credential shows; `call` names the request.
  func look(at exchange: Exchange, of call: String) -> Look {
    guard let tokens = session.tokens, let response = exchange.response else { return .none }
    guard let words = reading.credentialRefusal(response) else { return .taken }
    let origin = tokens.origin
    return .refused(
      reason: """
        The server does not take the credential: \(call), a right request with \(origin.name), was \
        answered with \(words), which is what a request without a credential gets. Nothing of the \
        suite \(session.suite.id) is judged; \(origin.advice).
        """
    )
  }

  /// The place of the first case, in the order of running, whose first request is a right one with
  /// the credential; `canServe` says whether its live data are there.
  func witness(among cases: [Case], _ order: [Int], _ canServe: (Case) -> Bool) -> Int? {
    guard session.tokens != nil else { return nil }
    return order.first { index in
      guard let step = cases[index].steps.first, case .success = step.expectation.outcome else {
        return false
      }
      return step.request.carriesCredential && canServe(cases[index])
    }
  }
}

extension Case {
  /// Whether one of its requests carries the suite's credential.
  var carriesCredential: Bool { steps.contains { $0.request.carriesCredential } }
}
