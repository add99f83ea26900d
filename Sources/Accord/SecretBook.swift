import Synchronization

/// The secrets of a run, as they become known.
final class SecretBook: Sendable {
  private let secrets = Mutex<[Secret]>([])

  /// Adds a secret.
  func add(_ secret: Secret) {
    secrets.withLock { secrets in
      if !secrets.contains(secret) { secrets.append(secret) }
    }
  }

  /// Adds what the environment holds for a credential, before any of it is used: a server may know
  /// a token from an earlier run and show it to a request that did not carry it.
  func add(_ credential: Credential?, from environment: Environment) {
    guard let credential else { return }
    for variable in [credential.variable, credential.login?.passwordVariable] {
      guard let variable, let value = environment[variable] else { continue }
      add(Secret(value, placeholder: "$\(variable)"))
    }
  }

  /// How many there are.
  var count: Int { secrets.withLock { $0.count } }

  /// What takes all of them out of a text.
  var redactor: Redactor { Redactor(secrets: secrets.withLock { $0 }) }
}
