extension Credential {
  /// The credentials of a suite's roles by name, in the order written: `["admin": …, "reader": …]`.
  public struct Roles: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// A role and how it proves who it is.
    public struct Role: Sendable, Hashable {
      /// The name, by which contracts and examples call it.
      public var name: String
      /// The credential.
      public var credential: Credential

      /// Creates a role.
      public init(_ name: String, _ credential: Credential) {
        self.name = name
        self.credential = credential
      }
    }

    /// The roles in the order written.
    public var list: [Role]

    /// Creates roles.
    public init(_ list: [Role] = []) { self.list = list }

    /// Creates roles from a literal.
    public init(dictionaryLiteral elements: (String, Credential)...) {
      list = elements.map { Role($0.0, $0.1) }
    }

    /// The credential of a role.
    public subscript(name: String) -> Credential? { list.first { $0.name == name }?.credential }
  }
}

extension ContractSuite {
  /// The credential of a role; of the usual caller where none is named, who is the first role in a
  /// suite that has no other.
  public func credential(as role: String?) -> Credential? {
    guard let role else { return credential ?? roles.list.first?.credential }
    return roles[role]
  }

  /// All credentials, each with its role; that of the usual caller first.
  package var credentials: [(role: String?, credential: Credential)] {
    (credential.map { [(nil, $0)] } ?? []) + roles.list.map { ($0.name, $0.credential) }
  }
}
