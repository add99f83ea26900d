package import AccordSchema

/// Why a file is not the record of a run.
package struct RunRecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the document.
  package var pointer: JSONPointer
  /// What a record has there.
  package var expected: String
  /// What was found.
  package var found: String
  /// What to do; without it, to give another file.
  package var advice: String?

  /// Creates an error.
  package init(pointer: JSONPointer, expected: String, found: String, advice: String? = nil) {
    self.pointer = pointer
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  /// The place in words.
  package var place: String { pointer.isRoot ? "the root" : "\"\(pointer)\"" }

  /// What was expected, what was found, where, and what to do.
  package var description: String {
    """
    Not the record of a run: expected \(expected) at \(place), found \(found). \
    \(advice ?? "Give a file that `accord verify` wrote with --report json or --report events.")
    """
  }
}
