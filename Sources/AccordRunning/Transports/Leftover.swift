/// Bytes that a server sent after a whole response and before the next one, where no message has them.
public struct Leftover: Sendable, Hashable {
  /// The request before them: its method and its target.
  public var request: String

  /// The status of the response before them.
  public var status: Int

  /// The bytes, as far as they are kept.
  public var bytes: [UInt8]

  /// The request before that one on the connection.
  public var previous: String?

  /// Creates leftover bytes.
  public init(request: String, status: Int, bytes: [UInt8], previous: String? = nil) {
    self.previous = previous
    self.request = request
    self.status = status
    self.bytes = bytes
  }
}
