import AccordModel

/// What a living document says of how callers prove who they are.
struct CredentialText {
  let credential: Credential
  let wording: Wording

  /// The part as Markdown.
  var markdown: String {
    var text = sentence + ".\(wording.mark(credential.basis))"
    if let reason = credential.basis.reason {
      text += "\n\nAssumed, because: \(MarkdownText.inline(reason))"
    }
    return text + source + "\nFor `accord verify` \(variables).\n"
  }

  private var sentence: String {
    guard case .signature(let source) = credential.source else {
      return "A caller sends \(MarkdownText.code(credential.place.text))"
    }
    return "A caller signs every request by \(MarkdownText.inline(source.signature.name))"
  }

  private var source: String {
    switch credential.source {
    case .signature: "\n"
    case .challenge:
      """


      A request without a token is answered with 401 and a challenge, which names the realm that \
      issues tokens and what the token has to be for (RFC 6750 section 3); then it is sent again.

      """
    case .own(let source):
      "\n\nIt is \(MarkdownText.inline(source.credential.name)).\n"
    case .variable: "\n"
    case .login(let login, _): self.login(login)
    case .basic:
      """
       The token is the user's name and password with a colon between them, in Base64 (RFC 7617).

      """
    case .grant(let grant): self.grant(grant)
    }
  }

  private func login(_ login: Credential.Login) -> String {
    let request = RequestText(login.request, credential: credential)
    var text = "\n\nA token is obtained by this request, and comes in \(words(login.token))"
    if let expiry = login.expiry {
      text += ", with its life in seconds in \(shortWords(expiry, beside: login.token))"
    }
    text += ":\n\n" + MarkdownText.block(request.text, language: "http")
    text += "\nThe order of the requests:\n\n"
    return text
      + MarkdownText.block(
        MermaidDiagram.login(login, request: request.line, place: credential.place),
        language: "mermaid"
      )
  }

  private func grant(_ grant: Credential.Grant) -> String {
    let endpoint = MarkdownText.code(grant.endpoint)
    var text = "\n\nA token is obtained from the token endpoint \(endpoint) by "
    switch grant.kind {
    case .clientCredentials: text += "the client's own credentials (RFC 6749 section 4.4)"
    case .password: text += "the name and password of a user (RFC 6749 section 4.3)"
    }
    if let scope = grant.scope { text += ", for the scope \(MarkdownText.code(scope))" }
    switch grant.authentication {
    case .basic: text += ". The client says who it is by HTTP Basic"
    case .body: text += ". The client says who it is by `client_id` and `client_secret` in the body"
    case .none: text += ". The client is public and does not prove who it is"
    }
    return text + ".\n"
  }

  private func words(_ place: Credential.AnswerPlace) -> String {
    switch place {
    case .header(let name): "the response header \(MarkdownText.code(name))"
    case .body(let pointer): "the member \(MarkdownText.code("\(pointer)")) of the answer"
    }
  }

  private func shortWords(
    _ place: Credential.AnswerPlace,
    beside other: Credential.AnswerPlace
  ) -> String {
    switch (place, other) {
    case (.header(let name), .header): MarkdownText.code(name)
    case (.body(let pointer), .body): MarkdownText.code("\(pointer)")
    default: words(place)
    }
  }

  private var variables: String {
    func code(_ names: [String]) -> String {
      names.map(MarkdownText.code).joined(separator: " and ")
    }
    switch credential.source {
    case .variable(let name): return "the token is in the environment variable \(code([name]))"
    case .login(let login, let variable):
      let account = code([login.userVariable, login.passwordVariable])
      guard let variable else { return "it is obtained with \(account)" }
      return "the token is in the environment variable \(code([variable])), or is obtained with "
        + account
    case .basic(let user, let password):
      return "they are in the environment variables \(code([user, password]))"
    case .grant(let grant): return "it is obtained with \(code(grant.variables))"
    case .challenge:
      let names = credential.variables
      return names.isEmpty
        ? "nothing has to be set" : "the account is in the environment variables \(code(names))"
    case .signature: return "the keys are in \(code(credential.variables))"
    case .own:
      let names = credential.variables
      return names.isEmpty ? "nothing has to be set" : "it is obtained with \(code(names))"
    }
  }
}
