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

  /// What takes all of them out of a text.
  var redactor: Redactor { Redactor(secrets: secrets.withLock { $0 }) }
}
