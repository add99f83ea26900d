import AccordModel
import AccordSchema

extension CredentialIssuer {
  /// Gets a token from the token endpoint of OAuth 2 (RFC 6749), by a refresh token where there is
  /// one that the endpoint still takes.
  func token(by grant: Credential.Grant, refreshing refresh: Secret?) async -> Issued {
    let missing = grant.variables.filter { environment[$0] == nil }
    guard missing.isEmpty else {
      return .missing("\(noCredential): set \(missing.joined(separator: ", ")).")
    }
    guard let address = CallAddress(grant.endpoint, below: builder.address) else {
      return .failed(
        "The token endpoint \(JSON.string(grant.endpoint).text()) is neither a path nor an address; "
          + "correct it in the contract."
      )
    }
    for name in grant.secretVariables {
      environment[name].map { onSecret(Secret($0, placeholder: "$\(name)")) }
    }
    let client = Client(
      grant: grant,
      id: grant.id.flatMap { environment[$0] } ?? "",
      secret: grant.secret.flatMap { environment[$0] } ?? "",
      address: address
    )
    if let refresh,
      let issued = await issue(
        client,
        [("grant_type", "refresh_token"), ("refresh_token", refresh.value)],
        keeping: refresh
      ), case .proof = issued.token
    {
      return issued
    }
    var fields = [("grant_type", "client_credentials")]
    if case .password(let user, let password) = grant.kind {
      fields = [
        ("grant_type", "password"), ("username", environment[user] ?? ""),
        ("password", environment[password] ?? ""),
      ]
    }
    if let scope = grant.scope { fields.append(("scope", scope)) }
    return await issue(client, fields, keeping: nil) ?? .failed("The token endpoint said nothing.")
  }

  private struct Client {
    let grant: Credential.Grant
    let id: String
    let secret: String
    let address: CallAddress

    /// Identifier and secret are encoded before they are joined (RFC 6749 section 2.3.1).
    var basic: String {
      let pair = "\(PercentEncoding.encode(id)):\(PercentEncoding.encode(secret))"
      return Base64Text.encode(Array(pair.utf8))
    }
  }

  private func issue(
    _ client: Client,
    _ fields: [(String, String)],
    keeping refresh: Secret?
  ) async -> Issued? {
    var fields = fields
    var headers = [
      Field("Accept", "application/json"),
      Field("Content-Type", "application/x-www-form-urlencoded"),
    ]
    switch client.grant.authentication {
    case .basic:
      let pair = Secret(
        client.basic,
        placeholder: "$\(client.grant.id ?? ""):$\(client.grant.secret ?? "")"
      )
      onSecret(pair)
      headers.append(Field("Authorization", "Basic \(pair.value)"))
    case .body: fields += [("client_id", client.id), ("client_secret", client.secret)]
    case .none: if !client.id.isEmpty { fields.append(("client_id", client.id)) }
    }
    let body = fields.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    let request = client.address.request("POST", headers, Array(body.utf8))
    switch await answer(to: request, of: "The call of the token endpoint") {
    case .failure(let failure): return .failed(failure.reason)
    case .success(let response): return read(response, of: client.grant, keeping: refresh)
    }
  }

  /// What the endpoint answered (RFC 6749 sections 5.1 and 5.2).
  private func read(
    _ response: Exchange.Response,
    of grant: Credential.Grant,
    keeping refresh: Secret?
  ) -> Issued {
    let token = Credential.AnswerPlace.body("/access_token").text(in: response)
    IssuedSecrets.secrets(in: response, token: token, placeholder).forEach(onSecret)
    let variables = grant.variables.joined(separator: ", ")
    guard (200...299).contains(response.status) else {
      return .failed(
        "The token endpoint answered \(response.status)\(Self.error(in: response)); check \(variables)."
      )
    }
    guard let token, !token.isEmpty, credential.place.canCarry(token) else {
      return .failed(
        "The token endpoint answered \(response.status) without an access_token; check that "
          + "\(JSON.string(grant.endpoint).text()) is one."
      )
    }
    let secret = Secret(token, placeholder: placeholder)
    onSecret(secret)
    let next = Credential.AnswerPlace.body("/refresh_token").text(in: response)
      .map { Secret($0, placeholder: "[refresh_token]") }
    next.map(onSecret)
    return issued(
      secret,
      lifetime: Credential.AnswerPlace.body("/expires_in").text(in: response).flatMap { Int64($0) },
      refresh: next ?? refresh
    )
  }

  /// The code of an error, which is all that is repeated of it.
  private static func error(in response: Exchange.Response) -> String {
    guard let code = Credential.AnswerPlace.body("/error").text(in: response),
      (1...60).contains(code.utf8.count),
      code.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    else { return "" }
    return " (\(code))"
  }
}
