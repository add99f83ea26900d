import AccordModel
import AccordSchema

/// A place in a body that differs from what was promised.
struct BodyMark: Hashable {
  /// The offset in the body.
  let byte: Int
  /// What was expected there and what was found.
  let note: String
  /// Whether it is an assumption that is broken.
  let isDoubt: Bool

  /// The most characters of what was expected, and of what was found.
  private static let limit = 300

  /// The mark of the same place in a body that begins elsewhere.
  func moved(by offset: Int) -> BodyMark {
    BodyMark(byte: byte + offset, note: note, isDoubt: isDoubt)
  }

  /// What is said beside a place.
  static func note(of violation: RunRecord.Violation) -> String {
    let expected = VisibleText.bounded(violation.expected, to: limit)
    let actual = VisibleText.bounded(violation.actual, to: limit)
    return "\(violation.rule): expected \(expected); found \(actual)"
  }

  /// The places of violations in the body of a response, in the order of the body.
  ///
  /// A violation knows its position, or names a member by its JSON Pointer (RFC 6901).
  static func marks(
    for violations: [RunRecord.Violation],
    in body: RunRecord.Content,
    of run: RunRecord
  ) -> [BodyMark] {
    let violations = violations.filter(\.place.isInBody)
    guard !violations.isEmpty, !body.bytes.isEmpty else { return [] }
    let needsDocument = violations.contains { $0.position == nil }
    let document = needsDocument ? try? JSONDocument(parsing: body.bytes) : nil
    let marks = violations.compactMap { violation -> BodyMark? in
      let pointed = violation.place.pointer.flatMap { document?.root[$0]?.byteRange.lowerBound }
      guard let byte = violation.position?.byte ?? pointed else { return nil }
      return BodyMark(byte: byte, note: note(of: violation), isDoubt: !run.counts(violation))
    }
    return marks.sorted { $0.byte < $1.byte }
  }
}
