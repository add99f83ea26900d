import AccordModel

extension CredentialIssuer {
  /// Where the proof comes from, and what to do about it when a server does not take it, or no longer.
  var origin: (name: String, advice: String, lasting: String, allowance: String) {
    let place = "or say with --credential where the server reads it"
    let (user, password) = accounts
    switch credential.source {
    case .variable(let variable): return provided(variable, place)
    case .login(_, let variable?) where isProvided: return provided(variable, place)
    case .login(_, let variable?):
      return (
        "the token of the login with \(user) and \(password)",
        "check what this account may do, set \(variable) to another token, \(place)",
        "set \(variable) to a token that lasts longer than that of the login",
        "check what this account may do, or set \(variable) to another token"
      )
    case .login(_, nil):
      return (
        "the token of the login with \(user) and \(password)",
        "check what this account may do, \(place)",
        "see to it that the token of the login lasts for the whole run",
        "check what this account may do"
      )
    case .basic:
      return (
        "\(user) and \(password)", "set \(user) and \(password) to those of an account there",
        "see to it that the account stays valid for the whole run",
        "check what this account may do, or give another by \(user) and \(password)"
      )
    case .challenge:
      let names = credential.variables.joined(separator: " and ")
      return (
        "the token of the server's own challenge",
        names.isEmpty
          ? "name an account in the contract" : "check what the account of \(names) may do",
        "see to it that the tokens of the realm are taken as long as they are valid",
        names.isEmpty
          ? "name an account in the contract" : "check what the account of \(names) may do"
      )
    case .signature(let source):
      let names = credential.variables.joined(separator: " and ")
      return (
        "\(source.signature.name) with \(names)",
        "check \(names), and that the clock is right",
        "see to it that the keys stay valid for the whole run",
        "check what the owner of these keys may do"
      )
    case .own(let source):
      let names = credential.variables.joined(separator: ", ")
      return (
        source.credential.name,
        names.isEmpty ? "check that it is issued rightly" : "check \(names)",
        "see to it that it says its lifetime, so that it is renewed",
        "check what its owner may do"
      )
    case .grant(let grant):
      return (
        grant.id.map { "the token of the client \($0)" } ?? "the token of \(grant.owner)",
        "check \(grant.variables.joined(separator: ", ")) and what this client may do",
        "see to it that the client's token lasts as long as its expires_in says",
        grant.id.map { "check what the client of \($0) may do" }
          ?? "check what \(grant.owner) may do"
      )
    }
  }

  private func provided(
    _ variable: String,
    _ place: String
  ) -> (name: String, advice: String, lasting: String, allowance: String) {
    (
      "the token of \(variable)",
      "set \(variable) to a token that is valid there, \(place)",
      "set \(variable) to a token that stays valid for the whole run",
      "check what the token of \(variable) may do, or set it to another"
    )
  }

  /// The variables of the account that logs in.
  private var accounts: (user: String, password: String) {
    switch credential.source {
    case .login(let login, _): (login.userVariable, login.passwordVariable)
    case .basic(let user, let password): (user, password)
    case .variable, .grant, .challenge, .signature, .own: ("", "")
    }
  }
}
