import AccordModel
import AccordSchema
import Synchronization

/// What requests sent, where a relation of their contract promises that it is read afterwards: by the path
/// of the read.
final class KeptContent: Sendable {
  /// What a request sent.
  private struct Content: Sendable {
    var path: String
    var contract: Contract.ID
    var bytes: [UInt8]
    var value: JSON?
  }

  /// The most bytes that are kept; what was sent first goes first.
  private static let most = 64 << 20
  /// The most requests whose content is kept.
  private static let mostRequests = 1_000

  private let contents = Mutex<[Content]>([])

  /// Forgets everything.
  func clear() { contents.withLock { $0 = [] } }

  /// Keeps what a call sent that was answered with success, or forgets what it removed.
  func keep(_ call: MockCall, _ answer: MockAnswer, in suite: ContractSuite) {
    guard (200..<300).contains(answer.status) else { return }
    if call.request.method == "DELETE" {
      contents.withLock { contents in contents.removeAll { $0.path == call.request.path } }
    }
    for case .readsBack(let name, _) in call.contract.relations.map(\.kind) {
      guard let read = suite.contract(name) else { continue }
      let location = answer.fields.values(of: "Location").first
      let path =
        call.contract.leadsByLocation(to: name, in: suite)
        ? location : read.path { call.value(of: $0.name) }
      guard let path else { continue }
      let content = Content(
        path: path,
        contract: name,
        bytes: call.request.body,
        value: call.body
      )
      contents.withLock { contents in
        contents.removeAll { $0.path == path && $0.contract == name }
        contents.append(content)
        while contents.count > Self.mostRequests
          || contents.count > 1 && contents.reduce(0, { $0 + $1.bytes.count }) > Self.most
        {
          contents.removeFirst()
        }
      }
    }
  }

  /// What a read gets of what was sent; `nil` where nothing was, or nothing that its answer can have.
  func reply(
    to call: MockCall,
    _ reply: MockReply,
    showingNone errors: ErrorCatalogue
  ) -> MockReply? {
    guard reply.value == nil, reply.bytes == nil, let rule = call.contract.responses.first,
      call.contract.isUsual(reply.response)
    else { return nil }
    let path = call.request.path
    let found = contents.withLock { contents in
      contents.first { $0.path == path && $0.contract == call.contract.id }
    }
    guard let found else { return nil }
    switch rule.content {
    case .octets: return MockReply(bytes: found.bytes, as: reply.response)
    case .empty, .unspecified, .rows: return nil
    case .payload(let schema):
      guard let value = found.value, let validator = try? SchemaValidator(schema) else {
        return nil
      }
      guard let members = value.members else {
        return validator.admits(value) ? MockReply(value, as: reply.response) : nil
      }
      let sample = rule.sample(showingNone: errors) ?? .object([])
      let kept = members.reduce(sample) { kept, member in
        let next = kept.setting(member.value, at: JSONPointer(tokens: [member.key]))
        return validator.admits(next) ? next : kept
      }
      return MockReply(rule.tied(kept, to: call), as: reply.response)
    }
  }
}
