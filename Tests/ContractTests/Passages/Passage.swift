/// Lines of a document, with what of its contract holds them.
struct Passage: Sendable {
  /// What holds a passage.
  enum Holder: Sendable, Hashable {
    /// Clauses of the contract that are musts: the document, or another page, states them.
    case stated([String])
    /// Clauses of which at least one is an assumption: the passage can be read in several ways.
    case read([String])
    /// A note, the summary, a meaning or a reference that says the same, because nothing of it
    /// shows on the wire.
    case told(String)
    /// Nothing, with why: it promises nothing.
    case nothing(String)
  }

  /// How the first line begins.
  var start: String

  /// How many lines that are not blank it has.
  var lines: Int

  /// What holds it.
  var holders: [Holder]

  /// Lines that begin so, from where the passage before ends.
  static func lines(_ count: Int, _ start: String, _ holders: Holder...) -> Passage {
    Passage(start: start, lines: count, holders: holders)
  }

  /// One line that begins so.
  static func line(_ start: String, _ holders: Holder...) -> Passage {
    Passage(start: start, lines: 1, holders: holders)
  }
}
