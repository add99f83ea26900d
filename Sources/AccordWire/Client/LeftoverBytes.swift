import Synchronization

/// Bytes that came on a connection after a whole response and before the next one: no message has them.
///
/// They may be the content of a response that must not have any, when it comes later than its head.
package struct LeftoverBytes: Sendable, Hashable {
  /// The request before them: its method and its target.
  package var request: String
  /// The status of the response before them.
  package var status: Int
  /// The bytes, as far as they came at once, at most 4096.
  package var bytes: [UInt8]
}

/// What a client found left over on its connections, in the order in which it came.
final class LeftoverList: Sendable {
  /// How much is kept: what a server does once it does everywhere.
  private static let most = 100

  private let list = Mutex<[LeftoverBytes]>([])

  var all: [LeftoverBytes] { list.withLock { $0 } }

  func add(_ leftover: LeftoverBytes) {
    list.withLock { list in
      if list.count < Self.most { list.append(leftover) }
    }
  }
}
