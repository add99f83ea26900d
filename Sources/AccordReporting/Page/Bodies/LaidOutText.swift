/// A text of parts of a body, line by line.
protocol LaidOutText {
  /// Adds bytes of the body; `end` finds the end of a thing from its start.
  mutating func append(_ range: Range<Int>, end: (Int) -> Int)

  /// Ends the line and indents the next.
  mutating func breakLine(depth: Int)
}

extension MarkedText: LaidOutText {}
