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
  /// The request before that one on the connection, whose answer came twice if the bytes are a response.
  package var previous: String?

  /// Where the status line of a response begins.
  static func statusLine(in bytes: [UInt8]) -> Int? {
    bytes.firstRange(of: Array("HTTP/1.".utf8))?.lowerBound
  }

  /// Whether bytes are the beginning of a response with which a server ends a connection of its own
  /// accord: 408, or another error that says that the connection is closed.
  static func isFarewell(_ bytes: [UInt8]) -> Bool {
    guard statusLine(in: bytes) == 0 else { return false }
    let text = WireText.decode(bytes.prefix(1024)).lowercased()
    let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    guard let status else { return true }
    return status == 408 || status >= 400 && text.contains("connection: close")
  }
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
