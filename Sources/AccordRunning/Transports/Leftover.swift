/// Bytes that a server sent after a whole response and before the next one, where no message has them.
package struct Leftover: Sendable, Hashable {
  /// The request before them: its method and its target.
  package var request: String

  /// The status of the response before them.
  package var status: Int

  /// The bytes, as far as they are kept.
  package var bytes: [UInt8]

  /// The request before that one on the connection.
  package var previous: String?

  /// Creates leftover bytes.
  package init(request: String, status: Int, bytes: [UInt8], previous: String? = nil) {
    self.previous = previous
    self.request = request
    self.status = status
    self.bytes = bytes
  }
}
