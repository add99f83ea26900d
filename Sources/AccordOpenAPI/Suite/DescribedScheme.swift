import AccordModel

/// A security scheme of a document that can be carried.
struct DescribedScheme: Sendable {
  /// The name in the document.
  let name: String
  /// The credential whose variables are named after the scheme.
  let credential: Credential
  /// What the names of its variables begin with.
  let variable: String

  /// The credential of a caller of his own by this scheme, whose variables are named after the caller.
  func credential(named caller: String) -> Credential {
    func renamed(_ name: String) -> String {
      name.hasPrefix(variable) ? caller + name.dropFirst(variable.count) : name
    }
    var credential = credential
    switch credential.source {
    case .variable(let name): credential.source = .variable(renamed(name))
    case .basic(let user, let password):
      credential.source = .basic(user: renamed(user), password: renamed(password))
    case .grant(var grant):
      grant.id = grant.id.map(renamed)
      grant.secret = grant.secret.map(renamed)
      if case .password(let user, let password) = grant.kind {
        grant.kind = .password(user: renamed(user), password: renamed(password))
      }
      credential.source = .grant(grant)
    // No scheme of a document is one of these.
    case .login, .challenge, .signature, .own: break
    }
    return credential
  }
}
