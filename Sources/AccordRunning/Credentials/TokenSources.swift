import AccordModel

/// The proofs of all callers of a suite, by their roles.
struct TokenSources: Sendable {
  private let list: [(role: String?, source: TokenSource)]

  init(_ suite: ContractSuite, _ issuer: (String?, Credential) -> CredentialIssuer) {
    list = suite.credentials.map { ($0.role, TokenSource(issuer($0.role, $0.credential))) }
  }

  /// The proof of a role; without a name the usual caller's.
  subscript(role: String?) -> TokenSource? {
    guard let role else { return list.first?.source }
    return list.first { $0.role == role }?.source
  }

  /// The proof that a request needs.
  func source(for template: RequestTemplate) -> TokenSource? { self[template.role] }
}
