import Accord

/// A credential of the team's own: a card is issued for a secret, and shown on each request.
struct LibraryCard: CallerCredential {
  let name = "the library card"
  let secrets = ["CARD_SECRET"]

  func issue(_ setting: CredentialSetting) async throws -> IssuedToken {
    let request = setting.request("POST", "/cards", body: setting["CARD_SECRET"])
    let answer = try await setting.send(request)
    guard answer.status == 200 else { throw CredentialFailure("The library knows no such secret.") }
    return IssuedToken(String(decoding: answer.body, as: UTF8.self), lifetime: 300)
  }
}
