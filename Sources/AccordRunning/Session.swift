import AccordModel
import AccordSchema

/// Everything that is needed to send one suite's requests to one server.
struct Session: Sendable {
  let suite: ContractSuite
  let builder: RequestBuilder
  let tokens: TokenSources
  let transport: PacedTransport

  /// That the server is reached by a proxy, in a sentence, if it is.
  let proxy: String?

  /// Whether only calls are made that are declared to change nothing.
  let isReadOnly: Bool

  /// Hears of every secret that a server issues.
  let onSecret: @Sendable (Secret) -> Void

  /// Sends a request when it is its turn; `awaitsLimit` says that 429 is what it is to get.
  func send(
    _ template: RequestTemplate,
    _ values: OperandValues,
    awaitsLimit: Bool = false,
    changesState: Bool = false
  ) async -> PacedTransport.Sent {
    await transport.send(awaitsLimit: awaitsLimit, changesState: changesState) {
      var proof: Proof?
      if template.carriesCredential, let source = tokens.source(for: template) {
        switch await source.token() {
        case .proof(let found): proof = found
        case .missing(let reason): return .skipped(reason: reason)
        case .failed(let reason): return .failed(reason: reason)
        }
      } else if case .wrong(let text, let role) = template.credential {
        proof = suite.credential(as: role).map { .wrong(text, for: $0) }
      }
      do throws(RequestBuilder.Missing) {
        return .request(try builder.request(template, values, proof: proof))
      } catch {
        return .failed(reason: error.message)
      }
    }
  }
}

extension RequestBuilder.Missing {
  var message: String {
    switch self {
    case .value(let operand): "The request needs a value that is not known: \(operand)."
    case .place(let pointer): "The request's body has no place \(pointer) to put a value in."
    case .fieldValue(let name):
      """
      The header \(name) cannot be sent as it is: its name is no token, or its value holds a line \
      break or another control character, or begins or ends with a blank.
      """
    case .target(let target):
      """
      The request target \(JSON.string(target).text()) holds a blank, a control character or a \
      character beyond ASCII; write it percent-encoded in the contract.
      """
    case .body(let reason): "The request's body cannot be written: \(reason)."
    }
  }
}
