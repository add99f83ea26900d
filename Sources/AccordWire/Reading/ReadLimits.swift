/// Bounds on what a peer may make the reader keep.
package struct ReadLimits: Sendable, Hashable {
  /// All heads of a message together, interim ones and trailers included.
  package var maxHeadBytes: Int
  package var maxBodyBytes: Int
  /// A chunk size with its extensions.
  package var maxChunkLineBytes: Int

  package init(
    maxHeadBytes: Int = 256 * 1024,
    maxBodyBytes: Int = 16 * 1024 * 1024,
    maxChunkLineBytes: Int = 16 * 1024
  ) {
    self.maxHeadBytes = maxHeadBytes
    self.maxBodyBytes = maxBodyBytes
    self.maxChunkLineBytes = maxChunkLineBytes
  }
}
