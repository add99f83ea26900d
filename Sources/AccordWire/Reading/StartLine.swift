/// The parts of a request line or a status line.
struct StartLine: Sendable, Hashable {
  var isRead = false
  var version = ""
  var method: [UInt8] = []
  var target: [UInt8] = []
  var status = 0
  var reason: [UInt8] = []

  /// Whether the version is one of the two that the reader was written for.
  var hasKnownVersion: Bool { version == "HTTP/1.1" || version == "HTTP/1.0" }

  /// Whether the peer speaks HTTP/1.0 or something older.
  var isOldVersion: Bool { version == "HTTP/1.0" || version.hasPrefix("HTTP/0") }
}
