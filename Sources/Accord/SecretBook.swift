import Synchronization

/// The secrets of a run, as they become known.
package final class SecretBook: Sendable {
  private struct Entries {
    var secrets: [Secret] = []
    var known: Set<Secret> = []
    var credentialFields: [String] = []
    /// Made when they are first wanted: their tables are large.
    var redactors: [(names: [String], redactor: Redactor)] = []
  }

  private let entries = Mutex(Entries())

  /// An empty book.
  package init() {}

  /// Adds a secret, and what a server may show of it alone: without white space around it, and
  /// without the scheme before it.
  package func add(_ secret: Secret) {
    entries.withLock { entries in
      for part in [secret] + secret.shownAlone where entries.known.insert(part).inserted {
        entries.secrets.append(part)
        entries.redactors = []
      }
    }
  }

  /// Adds what the environment holds for the callers of a suite, before any of it is used: a server
  /// may know a token from an earlier run and show it to a request that did not carry it.
  package func add(_ suite: ContractSuite, from environment: EnvironmentVariables) {
    for (_, credential) in suite.credentials { add(credential, from: environment) }
  }

  private func add(_ credential: Credential, from environment: EnvironmentVariables) {
    entries.withLock { entries in
      if let header = credential.header { entries.credentialFields.append(header) }
      entries.redactors = []
    }
    for variable in credential.secretVariables {
      guard let value = environment[variable] else { continue }
      add(Secret(value, placeholder: "$\(variable)"))
    }
    for pair in credential.basicPairs {
      guard let user = environment[pair.user], let password = environment[pair.password] else {
        continue
      }
      let token = Base64Text.encode(Array("\(user):\(password)".utf8))
      add(Secret(token, placeholder: "$\(pair.user):$\(pair.password)"))
    }
  }

  /// Adds the values of fields that carry credentials.
  package func add(_ fields: [Field]) {
    for field in fields where CredentialName.matches(field.name) {
      let parts = Secret.parts(
        of: field.value,
        in: field.name,
        placeholder: "[value of \(field.name)]"
      )
      for part in parts { add(part) }
    }
  }

  /// How many there are.
  package var count: Int { entries.withLock { $0.secrets.count } }

  /// What is to be said of those that are too short to be looked for.
  package var warnings: [String] {
    entries.withLock { entries in
      entries.secrets.compactMap(\.shortWarning).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
  }

  /// What takes all of them out of a text.
  ///
  /// Of secrets that are the same text, that of the suite is the one that is named: a command for one
  /// suite does not name the variable of another.
  package func redactor(of suite: ContractSuite) -> Redactor {
    let names = suite.credentials.flatMap(\.credential.secretVariables)
    return entries.withLock { entries in
      if let known = entries.redactors.first(where: { $0.names == names }) { return known.redactor }
      let placeholders = names.map { "$\($0)" }
      let own = entries.secrets.filter { placeholders.contains($0.placeholder) }
      let others = entries.secrets.filter { !placeholders.contains($0.placeholder) }
      let redactor = Redactor(secrets: own + others, credentialFields: entries.credentialFields)
      entries.redactors.append((names, redactor))
      return redactor
    }
  }
}
