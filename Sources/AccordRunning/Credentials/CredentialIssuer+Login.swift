import AccordModel
import AccordSchema

extension CredentialIssuer {
  /// Logs in, and takes the token out of the answer.
  func logIn(_ login: Credential.Login, orVariable variable: String?) async -> Issued {
    guard let user = environment[login.userVariable],
      let password = environment[login.passwordVariable]
    else {
      let other = variable.map { "\($0), or " } ?? ""
      return .missing(
        """
        \(noCredential): set \(other)\(login.userVariable) and \(login.passwordVariable) to log in.
        """
      )
    }
    guard !isReadOnly || login.effect == .readOnly else {
      let advice = variable.map { " set \($0)." } ?? ""
      return .missing(
        """
        \(noCredential):\(advice.isEmpty ? "" : advice) \(advice.isEmpty ? "a" : "A") read-only run \
        does not log in, because the suite does not declare that its login changes nothing.
        """
      )
    }
    onSecret(Secret(password, placeholder: "$\(login.passwordVariable)"))
    var values = OperandValues(token: "login")
    values.givens = [
      ("email", [("email", .string(user))]), ("user", [("user", .string(user))]),
      ("password", [("password", .string(password))]),
    ]
    guard let request = try? builder.request(login.request, values, proof: nil) else {
      return .failed("The login's request names a value that it does not have.")
    }
    switch await answer(to: request, of: "The login") {
    case .failure(let failure): return .failed(failure.reason)
    case .success(let response):
      // Also of a login that failed: whatever cookie or key it gave may come again.
      let token = login.token.text(in: response)
      let secrets = IssuedSecrets.secrets(in: response, token: token, placeholder)
      secrets.forEach(onSecret)
      return read(response, token, login)
    }
  }

  private func read(
    _ response: Exchange.Response,
    _ token: String?,
    _ login: Credential.Login
  ) -> Issued {
    let check = "check \(login.userVariable) and \(login.passwordVariable)"
    guard (200...299).contains(response.status) else {
      return .failed("The login was answered with \(response.status); \(check).")
    }
    guard let token, !token.isEmpty, credential.place.canCarry(token) else {
      return .failed(
        "The login was answered with \(response.status) without the \(login.token.noun); \(check)."
      )
    }
    let secret = Secret(token, placeholder: placeholder)
    onSecret(secret)
    return issued(secret, lifetime: login.expiry?.text(in: response).flatMap { Int64($0) })
  }

  /// Why a call that gets a token brought no answer.
  struct Unanswered: Error {
    var reason: String
  }

  /// The answer to a call that gets a token.
  func answer(
    to request: Exchange.Request,
    of call: String
  ) async -> Result<Exchange.Response, Unanswered> {
    var request = request
    if staysAtServer { request.origin = builder.address.origin }
    let prepared = request
    let exchange: Exchange
    switch await transport.send(changesState: true, { .request(prepared) }) {
    case .exchanged(let made): exchange = made
    case .skipped(let reason), .failed(let reason, _):
      return .failure(Unanswered(reason: "\(call) failed: \(reason)"))
    }
    guard let response = exchange.response else {
      if case .failed(let failure, _) = exchange.outcome {
        return .failure(Unanswered(reason: "\(call) failed: \(failure.message)"))
      }
      return .failure(Unanswered(reason: "\(call) failed."))
    }
    return .success(response)
  }
}

extension Credential.AnswerPlace {
  /// What stands there in an answer, as text.
  func text(in response: Exchange.Response) -> String? {
    switch self {
    case .header(let name): return response.fields.values(of: name).first
    case .body(let pointer):
      switch (try? JSONDocument(parsing: response.content))?.root.value[pointer] {
      case .string(let text)?: return text
      case .number(let number)?: return number.text
      default: return nil
      }
    }
  }
}
