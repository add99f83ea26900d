import AccordModel

/// What proves who a caller is, as it is put on requests.
struct Proof: Sendable {
  /// The credential, which says where it goes.
  let credential: Credential

  /// The token.
  let token: Secret

  /// A proof that nobody issued, to be held beside a right one.
  ///
  /// `text` is the token of a contract's probe.
  static func wrong(_ text: String?, for credential: Credential) -> Proof {
    let made =
      switch credential.source {
      case .basic: Base64Text.encode(Array("accord-nobody:00000000-not-a-password".utf8))
      case .variable, .login, .grant: "00000000-not-a-token-00000000"
      }
    let token = text ?? made
    return Proof(credential: credential, token: Secret(token, placeholder: token))
  }

  /// A proof that looks like this one and is none.
  var madeUp: Proof {
    let text =
      switch credential.source {
      case .basic: Self.wrong(nil, for: credential).token.value
      case .variable, .login, .grant: CredentialComparison.madeUp(like: token.value)
      }
    return Proof(credential: credential, token: Secret(text, placeholder: text))
  }

  /// The text of the token.
  var text: String { token.value }
}

extension Exchange.Request {
  /// The request with another proof in the place of its own, or without one.
  ///
  /// `names` are the fields that a template gives to the credential, where it does.
  func carrying(
    _ proof: Proof?,
    of credential: Credential,
    in names: [String] = []
  ) -> Exchange.Request {
    var request = self
    guard case .header(let header, let template) = credential.place else {
      request.remove(at: credential.place)
      if let proof { request.put(proof.text, at: credential.place) }
      return request
    }
    let names = (names.isEmpty ? [header] : names).map { $0.lowercased() }
    let value = proof.map { template.replacing("{token}", with: $0.text) }
    let isThere = fields.contains { names.contains($0.name.lowercased()) }
    request.fields = fields.compactMap { field in
      guard names.contains(field.name.lowercased()) else { return field }
      return value.map { Field(field.name, $0) }
    }
    if !isThere, let proof { request.put(proof.text, at: credential.place) }
    return request
  }
}

extension RequestTemplate {
  /// The names of the fields that carry the suite's credential.
  var credentialFields: [String] { fields.filter { $0.value == .credential }.map(\.name) }
}
