/// A place in a text: its byte offset, its line and its column.
///
/// Lines and columns count from one. A line ends at LF, at CR LF, or at a CR alone. A column counts
/// Unicode scalars, not bytes; a byte order mark at the start of the text is not counted.
public struct SourcePosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The offset in bytes from the start of the text.
  public var byte: Int

  /// The line, counted from one.
  public var line: Int

  /// The column in Unicode scalars, counted from one.
  public var column: Int

  /// Creates a position; the defaults are the start of a text.
  public init(byte: Int = 0, line: Int = 1, column: Int = 1) {
    self.byte = byte
    self.line = line
    self.column = column
  }

  /// The position as people read it: `line 3, column 14`.
  public var description: String {
    "line \(line), column \(column)"
  }

  /// Orders positions of the same text by their byte offset.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.byte < right.byte
  }
}
