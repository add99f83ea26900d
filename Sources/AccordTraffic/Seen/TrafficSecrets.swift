import Accord
import AccordModel
import AccordReporting
import AccordRunning
import Synchronization

/// The secrets of traffic, of which there may be as many as exchanges.
///
/// Those that are known from the environment, and the first of those that were seen, are looked for everywhere and
/// in every spelling. The others are looked for so in their own exchange, and elsewhere as they are: to look for
/// thousands of texts in every spelling would take longer than all else.
final class TrafficSecrets: Sendable {
  private struct State {
    /// Those that are no longer looked for everywhere, by their texts.
    var others: [String: Secret] = [:]
    var sharedCount = 0
    var known: Set<Secret> = []
    var last: (own: [Secret], redactor: Redactor)?
  }

  /// Those that are looked for everywhere.
  let shared = SecretBook()
  private let state = Mutex(State())

  /// How many of those that were seen are looked for everywhere.
  private static let mostShared = 64

  /// Fewer bytes stand everywhere by chance.
  private static let fewestBytes = 8

  /// Adds a secret.
  func add(_ secret: Secret) {
    let isShared = state.withLock { state in
      guard state.known.insert(secret).inserted else { return false }
      guard state.sharedCount >= Self.mostShared else {
        state.sharedCount += 1
        return true
      }
      if secret.value.utf8.count >= Self.fewestBytes { state.others[secret.value] = secret }
      return false
    }
    if isShared { shared.add(secret) }
  }

  /// The secrets that fields carry.
  static func secrets(in fields: [Field]) -> [Secret] {
    fields.filter { CredentialName.matches($0.name) }.flatMap { field in
      Secret.parts(of: field.value, in: field.name, placeholder: "[value of \(field.name)]")
    }
  }

  /// What takes out secrets of an exchange that are not looked for everywhere; `nil` where it has none.
  func redactor(of own: [Secret]) -> Redactor? {
    state.withLock { state in
      let own = own.filter {
        state.others[$0.value] != nil || $0.value.utf8.count < Self.fewestBytes
      }
      guard !own.isEmpty else { return nil }
      if let last = state.last, last.own == own { return last.redactor }
      let redactor = Redactor(secrets: own)
      state.last = (own, redactor)
      return redactor
    }
  }

  /// The secrets among the others that stand in a record as they are.
  func others(in record: RunRecord.Case) -> [Secret] {
    let others = state.withLock { $0.others }
    guard !others.isEmpty else { return [] }
    var found: [Secret] = []
    func look(_ bytes: some Sequence<UInt8>) {
      var word: [UInt8] = []
      func end() {
        defer { word.removeAll(keepingCapacity: true) }
        guard word.count >= Self.fewestBytes,
          let secret = others[String(decoding: word, as: UTF8.self)], !found.contains(secret)
        else { return }
        found.append(secret)
      }
      for byte in bytes { if Self.isOfToken(byte) { word.append(byte) } else { end() } }
      end()
    }
    for exchange in record.exchanges {
      look(exchange.request.url.utf8)
      for field in exchange.request.fields { look(field.value.utf8) }
      look(exchange.request.body.bytes)
      for field in exchange.response?.fields ?? [] { look(field.value.utf8) }
      look(exchange.response?.body.bytes ?? [])
    }
    for violation in record.violations {
      look(violation.actual.utf8)
      look(violation.expected.utf8)
    }
    return found
  }

  /// Whether a byte may be one of a token (RFC 6750 section 2.1), or of a cookie that is none of its separators.
  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
