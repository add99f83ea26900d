/// One line of what was promised beside what came.
package struct DifferenceLine: Sendable, Hashable {
  /// What a line is.
  package enum Kind: Sendable, Hashable {
    /// Both sides have it.
    case same
    /// Only what was promised has it.
    case expected
    /// Only what came has it.
    case actual
    /// It stands for lines that are left out.
    case omitted
  }

  /// The most characters of a line that are shown.
  static let limit = 300

  /// What it is.
  package var kind: Kind
  /// The text, which may hold anything that a server sends.
  package var text: String

  /// Creates a line; the end of a very long one is left out.
  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = VisibleText.bounded(text, to: Self.limit)
  }

  /// The line in place of so many.
  static func omitted(_ count: Int) -> DifferenceLine {
    DifferenceLine(.omitted, "… \(quantity(count, "line"))")
  }

  /// The sign before the line, as in a unified diff.
  package var sign: String {
    switch kind {
    case .same, .omitted: " "
    case .expected: "-"
    case .actual: "+"
    }
  }
}

extension [DifferenceLine] {
  /// The most lines of one difference that are shown.
  private static let limit = 60

  /// The lines that differ with so many lines around them, and a count where others were.
  func hunks(context: Int) -> [DifferenceLine] {
    var isNear = [Bool](repeating: false, count: count)
    var last = -1 - context
    for index in indices {
      if self[index].kind != .same { last = index }
      isNear[index] = index - last <= context
    }
    last = count + context
    for index in indices.reversed() {
      if self[index].kind != .same { last = index }
      isNear[index] = isNear[index] || last - index <= context
    }
    var hunks: [DifferenceLine] = []
    var omitted = 0
    func end(at index: Int) {
      // A line that stands for one line would save nothing.
      if omitted == 1 { hunks.append(self[index - 1]) }
      if omitted > 1 { hunks.append(.omitted(omitted)) }
      omitted = 0
    }
    for (index, line) in enumerated() {
      guard isNear[index] else {
        omitted += 1
        continue
      }
      end(at: index)
      hunks.append(line)
    }
    end(at: count)
    return hunks.bounded
  }

  /// The first lines, and how many more there are.
  private var bounded: [DifferenceLine] {
    guard count > Self.limit else { return self }
    return prefix(Self.limit) + [.omitted(count - Self.limit)]
  }
}
