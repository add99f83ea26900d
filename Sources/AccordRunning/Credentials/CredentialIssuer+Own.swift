import AccordModel

extension CredentialIssuer {
  /// The values of all variables of the credential, or what is said of those that are not set.
  private var values: Result<CredentialValues, Unanswered> {
    let names = credential.variables
    let missing = names.filter { environment[$0] == nil }
    guard missing.isEmpty else {
      let reason = "\(noCredential): set \(missing.joined(separator: ", "))."
      return .failure(Unanswered(reason: reason))
    }
    let pairs = names.map { ($0, environment[$0] ?? "") }
    return .success(CredentialValues(Dictionary(pairs) { first, _ in first }))
  }

  private func noteSecrets() {
    for name in credential.secretVariables {
      environment[name].map { onSecret(Secret($0, placeholder: "$\(name)")) }
    }
  }

  /// What a signature is made with.
  func signature(_ signature: any RequestSignature) -> Issued {
    switch values {
    case .failure(let failure): return .missing(failure.reason)
    case .success(let values):
      noteSecrets()
      return Issued(.proof(Proof(signing: credential, values, clock)))
    }
  }

  /// The token of a credential of a user's own.
  func token(of own: any CallerCredential, after last: IssuedToken?) async -> Issued {
    let values: CredentialValues
    switch self.values {
    case .failure(let failure): return .missing(failure.reason)
    case .success(let found): values = found
    }
    noteSecrets()
    let setting = CredentialSetting(values, address: "\(builder.address)") { request in
      switch await answer(to: request, of: "A call for \(own.name)") {
      case .failure(let failure): throw CredentialFailure(failure.reason)
      case .success(let response):
        IssuedSecrets.secrets(in: response).forEach(onSecret)
        return response
      }
    }
    do {
      let token =
        if let last { try await own.renew(last, setting) } else { try await own.issue(setting) }
      return issued(token)
    } catch let failure as CredentialFailure {
      return .failed(failure.reason)
    } catch {
      return .failed("\(own.name) cannot be had: \(error)")
    }
  }

  private func issued(_ token: IssuedToken) -> Issued {
    let secret = Secret(token.text, placeholder: placeholder)
    onSecret(secret)
    token.renewal.map { onSecret(Secret($0, placeholder: "[renewal]")) }
    guard !token.text.isEmpty, credential.place.canCarry(token.text) else {
      return .failed(
        "The token that was issued is empty, or holds what a \(credential.place.noun) cannot carry."
      )
    }
    var issued = issued(secret, lifetime: token.lifetime.map(Int64.init))
    issued.own = token
    return issued
  }
}
