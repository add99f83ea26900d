import AccordModel

/// What proves who a caller is, as it is put on requests.
struct Proof: Sendable {
  /// The credential, which says where it goes.
  let credential: Credential

  /// The token; of a signature there is none.
  let token: Secret

  /// What a signature is made with.
  var values = CredentialValues([:])

  /// When it is made.
  var clock: @Sendable () -> Moment? = { nil }

  init(credential: Credential, token: Secret) {
    self.credential = credential
    self.token = token
  }

  /// A signature.
  init(
    signing credential: Credential,
    _ values: CredentialValues,
    _ clock: @escaping @Sendable () -> Moment?
  ) {
    self.init(credential: credential, token: Secret("", placeholder: ""))
    self.values = values
    self.clock = clock
  }

  /// A proof that nobody issued, to be held beside a right one.
  ///
  /// `text` is the token of a contract's probe.
  static func wrong(_ text: String?, for credential: Credential) -> Proof {
    let made =
      switch credential.source {
      case .basic: Base64Text.encode(Array("accord-nobody:00000000-not-a-password".utf8))
      case .variable, .login, .grant, .challenge, .signature, .own: Credential.unknownToken
      }
    let token = text ?? made
    return Proof(credential: credential, token: Secret(token, placeholder: token))
  }

  /// A proof that looks like this one and is none.
  var madeUp: Proof {
    switch credential.source {
    case .basic: return .wrong(nil, for: credential)
    case .variable, .login, .grant, .challenge, .own:
      let text = CredentialComparison.madeUp(like: token.value)
      return Proof(credential: credential, token: Secret(text, placeholder: text))
    case .signature(let source):
      let other = values.replacing(source.signature.keys, CredentialComparison.madeUp(like:))
      return Proof(signing: credential, other, clock)
    }
  }

  /// The text of the token.
  var text: String { token.value }

  /// Whether it is a token that goes into a place, so that a field can be given to it.
  var isToken: Bool {
    switch credential.source {
    case .variable, .login, .basic, .grant, .challenge: true
    case .signature, .own: false
    }
  }

  /// Puts it on a request that is otherwise ready.
  func put(on request: inout Exchange.Request) {
    switch credential.source {
    case .variable, .login, .basic, .grant, .challenge: request.put(text, at: credential.place)
    case .own(let source): source.credential.put(text, on: &request, at: credential.place)
    case .signature(let source):
      guard let moment = clock() else { return }
      let fields = source.signature.fields(for: request, with: values, at: moment)
      let names = fields.map { $0.name.lowercased() }
      request.fields.removeAll { names.contains($0.name.lowercased()) }
      request.fields += fields
    }
  }
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
    switch (credential.source, credential.place.resolved) {
    case (.variable, .header(let header, let template)),
      (.login, .header(let header, let template)), (.basic, .header(let header, let template)),
      (.grant, .header(let header, let template)),
      (.challenge, .header(let header, let template)):
      let names = (names.isEmpty ? [header] : names).map { $0.lowercased() }
      let value = proof.map { template.replacing("{token}", with: $0.text) }
      let isThere = fields.contains { names.contains($0.name.lowercased()) }
      request.fields = fields.compactMap { field in
        guard names.contains(field.name.lowercased()) else { return field }
        return value.map { Field(field.name, $0) }
      }
      if !isThere { proof?.put(on: &request) }
    case (_, let place):
      request.remove(at: place)
      proof?.put(on: &request)
    }
    return request
  }
}

extension RequestTemplate {
  /// The names of the fields that carry the suite's credential.
  var credentialFields: [String] { fields.filter { $0.value == .credential }.map(\.name) }
}
