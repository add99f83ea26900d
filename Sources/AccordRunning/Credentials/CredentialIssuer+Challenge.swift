import AccordModel
import AccordSchema

extension CredentialIssuer {
  /// The account by which a realm is asked; both are `nil` where anybody may ask.
  private var account: (user: String?, password: String?) {
    guard case .challenge(let user, let password) = credential.source else { return (nil, nil) }
    return (user, password)
  }

  /// What is missing to ask a realm; `nil` where nothing is.
  var missingAccount: Issued? {
    let missing = [account.user, account.password].compactMap(\.self)
      .filter { environment[$0] == nil }
    guard !missing.isEmpty else { return nil }
    return .missing("\(noCredential): set \(missing.joined(separator: " and ")).")
  }

  /// Gets the token that a challenge asks for from its realm (the token specification of the
  /// distribution project): a GET with the service and a `scope` for each of its words.
  func token(for challenge: BearerChallenge) async -> Issued {
    if let missingAccount { return missingAccount }
    let shown = JSON.string(String(challenge.realm.prefix(200))).text()
    guard let address = CallAddress(challenge.realm, below: builder.address) else {
      return .failed("The server's challenge names the realm \(shown), which is no address.")
    }
    var fields = [Field("Accept", "application/json")]
    if let user = account.user, let password = account.password,
      let name = environment[user], let word = environment[password]
    {
      guard address.isSecure || !builder.address.isSecure else {
        return .failed(
          "The server's challenge names the realm \(shown), to which the password would go "
            + "unencrypted; the server itself is reached by https."
        )
      }
      onSecret(Secret(word, placeholder: "$\(password)"))
      let pair = Secret(
        Base64Text.encode(Array("\(name):\(word)".utf8)),
        placeholder: "$\(user):$\(password)"
      )
      onSecret(pair)
      fields.append(Field("Authorization", "Basic \(pair.value)"))
    }
    var query = challenge.service.map { ["service=\(PercentEncoding.encode($0))"] } ?? []
    query += (challenge.scope ?? "").split(separator: " ").map {
      "scope=\(PercentEncoding.encode(String($0)))"
    }
    let request = address.request("GET", fields, adding: query.joined(separator: "&"))
    switch await answer(to: request, of: "The call of the challenge's realm") {
    case .failure(let failure): return .failed(failure.reason)
    case .success(let response): return read(response, from: shown)
    }
  }

  private func read(_ response: Exchange.Response, from realm: String) -> Issued {
    func text(_ pointer: JSONPointer) -> String? {
      Credential.AnswerPlace.body(pointer).text(in: response)
    }
    let token = text("/token") ?? text("/access_token")
    IssuedSecrets.secrets(in: response, token: token, placeholder).forEach(onSecret)
    guard (200...299).contains(response.status) else {
      let names = credential.variables.joined(separator: " and ")
      let advice = names.isEmpty ? "it wants to know who asks" : "check \(names)"
      return .failed(
        "The realm \(realm) of the server's challenge answered \(response.status); \(advice)."
      )
    }
    guard let token, !token.isEmpty, credential.place.canCarry(token) else {
      return .failed(
        "The realm \(realm) of the server's challenge answered \(response.status) without a token."
      )
    }
    let secret = Secret(token, placeholder: placeholder)
    onSecret(secret)
    // "If omitted, this defaults to 60 seconds."
    return issued(secret, lifetime: text("/expires_in").flatMap { Int64($0) } ?? 60)
  }
}
