package import AccordSchema

/// Why a file is not a baseline.
package struct BaselineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the document.
  package var pointer: JSONPointer
  /// What a baseline has there.
  package var expected: String
  /// What was found.
  package var found: String
  /// What to do; without it, how to write one.
  package var advice: String?

  private var place: String { pointer.isRoot ? "the root" : "\"\(pointer)\"" }

  /// What was expected, what was found, where, and what to do.
  package var description: String {
    """
    Not a baseline: expected \(expected) at \(place), found \(found). \
    \(advice ?? "`accord baseline --update` writes one.")
    """
  }
}
