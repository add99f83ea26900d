import AccordSchema

/// Finds lines and columns in a large text in any order, each at the cost of a few kilobytes.
struct SourceCheckpoints: Sendable {
  private let bytes: [UInt8]
  /// The positions of some bytes, in order; the first is the start of the text.
  private let checkpoints: [SourcePosition]

  private static let distance = 4096

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = SourceIndex(bytes)
    checkpoints = stride(from: 0, to: max(bytes.count, 1), by: Self.distance).map {
      index.position(ofByte: $0)
    }
  }

  func position(ofByte offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let last = checkpoints[min(offset / Self.distance, checkpoints.count - 1)]
    // A byte more, because a line feed decides what a carriage return before it is.
    var index = SourceIndex(Array(bytes[last.byte..<min(offset + 1, bytes.count)]), origin: last)
    return index.position(ofByte: offset - last.byte)
  }
}
