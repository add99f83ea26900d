import AccordModel
import AccordSchema

/// The values of a given that come from a source when they are needed.
///
/// Cases that use a value up get a new one each; all others share one.
actor GivenSupply {
  /// Where a value comes from.
  enum Origin: Sendable {
    /// A command or a server.
    case source(GivenSource)
    /// A workflow, named by its identifier.
    case made(Workflow.ID, @Sendable () async throws(Failure) -> JSON)
  }

  private let origin: Origin
  private let given: Given
  /// The given with its suite, such as `shop.order`.
  private let name: String
  private let environment: EnvironmentVariables
  private let connection: ConnectionSettings
  private var shared: Task<Result<JSON, Failure>, Never>?

  /// Why a source gives no value, in a sentence.
  struct Failure: Error, Hashable {
    var reason: String
  }

  init(
    _ origin: Origin,
    of given: Given,
    in suite: ContractSuite.ID,
    environment: EnvironmentVariables,
    connection: ConnectionSettings
  ) {
    self.origin = origin
    self.given = given
    name = "\(suite).\(given.id)"
    self.environment = environment
    self.connection = connection
  }

  /// Whether a workflow makes the values, which others may see.
  nonisolated var isMade: Bool {
    if case .made = origin { true } else { false }
  }

  /// A value that no case has had.
  nonisolated func fresh() async throws(Failure) -> JSON {
    let bytes: [UInt8]
    switch origin {
    case .source(.command(let words)): bytes = try await output(of: words)
    case .source(.url(let address, let query)): bytes = try await answer(of: address, query)
    case .made(_, let make): return try await make()
    }
    guard let text = String(validating: bytes, as: UTF8.self)?.trimmed else {
      throw failure("gave bytes that are no UTF-8")
    }
    guard !text.isEmpty else { throw failure("gave nothing") }
    do throws(GivenValues.Invalid) {
      return try GivenValues.value(text, of: given, name)
    } catch {
      throw failure("gave what is no value of it: \(error)")
    }
  }

  /// The value that cases share, which is got when it is first needed.
  func common() async throws(Failure) -> JSON {
    let task =
      shared
      ?? Task {
        do throws(Failure) {
          return .success(try await fresh())
        } catch {
          return .failure(error)
        }
      }
    shared = task
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    return try result.get()
  }

  /// Learns that the shared value is used up.
  func forget() { shared = nil }

  private nonisolated func output(of words: [String]) async throws(Failure) -> [UInt8] {
    let command = CommandOutput(
      words: words,
      environment: environment.setting("ACCORD_GIVEN", name).all,
      timeout: connection.timeout
    )
    do throws(CommandOutput.Failure) {
      return try await command.text()
    } catch {
      throw failure(error.words)
    }
  }

  private nonisolated func answer(
    of address: ServerAddress,
    _ query: String?
  ) async throws(Failure) -> [UInt8] {
    let transport: HTTPTransport
    do throws(ConnectionSettings.Unusable) {
      transport = try HTTPTransport(address, settings: connection, environment: environment)
    } catch {
      throw failure("cannot be asked: \(error.reason)")
    }
    let path = address.path.isEmpty ? "/" : address.path
    let exchange = await transport.exchange(
      Exchange.Request(
        origin: address.origin,
        method: "GET",
        target: path + (query.map { "?\($0)" } ?? ""),
        fields: [Field("Host", address.authority), Field("Accept", "*/*")],
        body: []
      ),
      isIdempotent: true
    )
    await transport.shutdown()
    switch exchange.outcome {
    case .answered(let response) where (200..<300).contains(response.status):
      return response.content
    case .answered(let response): throw failure("answered \(response.status)")
    case .failed(let failure, _): throw self.failure("failed: \(failure.message)")
    }
  }

  private nonisolated func failure(_ what: String) -> Failure {
    let end = what.hasSuffix(".") ? "" : "."
    let words =
      switch origin {
      case .source(let source): source.words
      case .made(let workflow, _): "the workflow \(workflow)"
      }
    return Failure(reason: "A value of \(name) comes from \(words), which \(what)\(end)")
  }
}

extension CommandOutput.Failure {
  /// What the command did, as the end of a sentence that begins with it.
  fileprivate var words: String {
    switch self {
    case .notStarted(let code): "could not be started: \(Self.reason(code))"
    case .status(let status, let line): "ended with the status \(status)" + Self.quoted(line)
    case .signal(let signal, let line): "was ended by the signal \(signal)" + Self.quoted(line)
    case .timeout(let seconds, let line):
      "did not end within \(seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)") s"
        + Self.quoted(line)
    case .tooLong: "wrote more than \(CommandOutput.limit) bytes"
    case .cancelled: "was ended with the run"
    }
  }

  private static func quoted(_ line: String?) -> String {
    line.map { "; it said last: \($0)" } ?? " and wrote no message"
  }
}

extension String {
  /// The text without white space at both ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
