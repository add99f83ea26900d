import AccordModel
import AccordSchema

/// The token of a suite's credential: from the environment, or by logging in, renewed before it
/// expires.
actor TokenSource {
  /// A token, or why there is none.
  enum Token: Sendable {
    case secret(Secret)
    /// Nothing was provided: cases that need a token are skipped.
    case missing(reason: String)
    /// The login went wrong: cases that need a token fail.
    case failed(reason: String)
  }

  private let credential: Credential
  private let environment: EnvironmentVariables
  private let builder: RequestBuilder
  private let transport: PacedTransport
  private let isReadOnly: Bool
  private let onSecret: @Sendable (Secret) -> Void
  private var current: (token: Token, renewAt: ContinuousClock.Instant?)?
  private var pending: Task<(Token, ContinuousClock.Instant?), Never>?

  init(
    _ credential: Credential,
    environment: EnvironmentVariables,
    builder: RequestBuilder,
    transport: PacedTransport,
    isReadOnly: Bool,
    onSecret: @escaping @Sendable (Secret) -> Void
  ) {
    self.credential = credential
    self.environment = environment
    self.builder = builder
    self.transport = transport
    self.isReadOnly = isReadOnly
    self.onSecret = onSecret
  }

  /// The token that is valid now.
  ///
  /// Requests that wait for the same login share it.
  func token() async -> Token {
    if let current, current.renewAt.map({ ContinuousClock.now < $0 }) ?? true {
      return current.token
    }
    let task = pending ?? Task { await obtain() }
    pending = task
    // Whoever waits is cancelled with the whole run, so the login ends with it.
    let (token, renewAt) = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    pending = nil
    current = (token, renewAt)
    return token
  }

  /// Whether the token is provided, and not brought by a login.
  nonisolated var isProvided: Bool { environment[credential.variable] != nil }

  /// Where the token comes from, and what to do about it when a server does not take it, or no longer.
  nonisolated var origin: (name: String, advice: String, lasting: String, allowance: String) {
    let place = "or say with --credential where the server reads it"
    guard let login = credential.login, !isProvided else {
      return (
        "the token of \(credential.variable)",
        "set \(credential.variable) to a token that is valid there, \(place)",
        "set \(credential.variable) to a token that stays valid for the whole run",
        "check what the token of \(credential.variable) may do, or set it to another"
      )
    }
    return (
      "the token of the login with \(login.emailVariable) and \(login.passwordVariable)",
      "check what this account may do, set \(credential.variable) to another token, \(place)",
      "set \(credential.variable) to a token that lasts longer than that of the login",
      "check what this account may do, or set \(credential.variable) to another token"
    )
  }

  private func obtain() async -> (Token, ContinuousClock.Instant?) {
    if let value = environment[credential.variable] {
      guard value.isFieldValue else {
        return (
          .failed(
            reason: """
              \(credential.variable) holds a line break or another control character, which a \
              header cannot carry; set it to the token alone.
              """
          ), nil
        )
      }
      let secret = Secret(value, placeholder: "$\(credential.variable)")
      onSecret(secret)
      return (.secret(secret), nil)
    }
    guard let login = credential.login else {
      return (.missing(reason: "No credential: set \(credential.variable)."), nil)
    }
    guard let email = environment[login.emailVariable],
      let password = environment[login.passwordVariable]
    else {
      return (
        .missing(
          reason: """
            No credential: set \(credential.variable), or \(login.emailVariable) and \
            \(login.passwordVariable) to log in.
            """
        ), nil
      )
    }
    guard !isReadOnly || login.effect == .readOnly else {
      return (
        .missing(
          reason: """
            No credential: set \(credential.variable). A read-only run does not log in, because the \
            suite does not declare that its login changes nothing.
            """
        ), nil
      )
    }
    onSecret(Secret(password, placeholder: "$\(login.passwordVariable)"))
    var values = OperandValues(token: "login")
    values.givens = [
      ("email", [("email", .string(email))]), ("password", [("password", .string(password))]),
    ]
    guard let request = try? builder.request(login.request, values, token: nil) else {
      return (.failed(reason: "The login's request names a value that it does not have."), nil)
    }
    let exchange: Exchange
    switch await transport.send(changesState: true, { .request(request) }) {
    case .exchanged(let made): exchange = made
    case .skipped(let reason), .failed(let reason):
      return (.failed(reason: "The login failed: \(reason)"), nil)
    }
    // Also of a login that failed: whatever cookie or key it gave may come again.
    if let response = exchange.response {
      IssuedSecrets.secrets(in: response, of: login, for: credential).forEach(onSecret)
    }
    guard let response = exchange.response else {
      if case .failed(let failure, _) = exchange.outcome {
        return (.failed(reason: "The login failed: \(failure.message)"), nil)
      }
      return (.failed(reason: "The login failed."), nil)
    }
    guard (200...299).contains(response.status),
      let value = response.fields.values(of: login.tokenHeader).first, !value.isEmpty,
      value.isFieldValue
    else {
      let found =
        (200...299).contains(response.status)
        ? "\(response.status) without the header \(login.tokenHeader)" : "\(response.status)"
      return (
        .failed(
          reason: """
            The login was answered with \(found); check \(login.emailVariable) and \
            \(login.passwordVariable).
            """
        ), nil
      )
    }
    let secret = Secret(value, placeholder: "$\(credential.variable)")
    onSecret(secret)
    let seconds = login.expiryHeader.flatMap { response.fields.values(of: $0).first }
      .flatMap { Int64($0) }
    // Renewed while it is still valid: a request takes time, and clocks differ.
    let renewAt = seconds.map { seconds in
      ContinuousClock.now + .seconds(max(1, seconds - min(30, seconds / 4)))
    }
    return (.secret(secret), renewAt)
  }
}
