import AccordModel
import AccordSchema

/// What shows a violation best: both values line by line where both are known, and the lines of the
/// body around the place.
package struct ViolationDifference: Sendable {
  /// How many lines are shown around one that differs.
  private static let context = 3

  /// Both values, where at least one of them is more than a word.
  package let values: [DifferenceLine]?
  /// The place in the body with the lines around it, the wrong one as an actual one.
  package let body: [DifferenceLine]

  /// What shows a violation of a case.
  package init(_ violation: RunRecord.Violation, in result: RunRecord.Case) {
    let exchange =
      result.exchanges.indices.contains(violation.step)
      ? result.exchanges[violation.step] : nil
    let content = exchange?.response?.readable.body
    let isInBody = violation.place.isInBody && content?.bytes.isEmpty == false
    // The whole of the content is no line of it.
    let pointer = isInBody ? violation.place.pointer.flatMap { $0.isRoot ? nil : $0 } : nil

    let both =
      Self.bodies(of: violation, in: result, at: pointer)
      ?? Self.excerpts(of: violation)
    values = both.map { LineDifference.lines($0.0, $0.1).hunks(context: Self.context) }
    guard values == nil, isInBody, let content, pointer != nil || violation.position != nil else {
      body = []
      return
    }
    let shown = content.beginning(around: [violation])
    let layout = BodyLines(shown, marking: pointer, at: violation.position)
    guard let place = layout.place else {
      body = []
      return
    }
    body = layout.lines.enumerated()
      .map { DifferenceLine($0.offset == place ? .actual : .same, $0.element) }
      .hunks(context: Self.context)
  }

  /// The values at the place in this exchange and in the one that it should agree with: whole, where
  /// an excerpt may have been cut.
  private static func bodies(
    of violation: RunRecord.Violation,
    in result: RunRecord.Case,
    at pointer: JSONPointer?
  ) -> ([String], [String])? {
    guard let pointer, let other = violation.reference?.step, other != violation.step,
      result.exchanges.indices.contains(other),
      let left = value(at: pointer, in: result.exchanges[other]),
      let right = value(at: pointer, in: result.exchanges[violation.step])
    else { return nil }
    return laidOut(left, right)
  }

  /// The values as the words of the violation show them.
  private static func excerpts(of violation: RunRecord.Violation) -> ([String], [String])? {
    let expected = violation.reference?.value ?? violation.expected
    if let left = value(expected), let right = value(violation.actual) {
      return laidOut(left, right)
    }
    guard expected.hasPrefix("<"), violation.actual.hasPrefix("<"),
      let left = try? XMLDocument(parsing: Array(expected.utf8)),
      let right = try? XMLDocument(parsing: Array(violation.actual.utf8))
    else { return nil }
    return (XMLLayout(left).lines, XMLLayout(right).lines)
  }

  /// Two values, unless both are scalars, which one line each shows better, or look alike.
  private static func laidOut(_ left: JSON, _ right: JSON) -> ([String], [String])? {
    guard left.isContainer || right.isContainer else { return nil }
    let lines = (JSONLayout(left).lines, JSONLayout(right).lines)
    guard lines.0 == lines.1 else { return lines }
    return nil
  }

  private static func value(_ text: String) -> JSON? {
    (try? JSONDocument(parsing: Array(text.utf8)))?.root.value
  }

  private static func value(at pointer: JSONPointer, in exchange: RunRecord.Exchange) -> JSON? {
    guard let body = exchange.response?.readable.body, !body.isTruncated,
      let document = try? JSONDocument(parsing: body.bytes)
    else { return nil }
    return document.root.value[pointer]
  }
}

extension JSON {
  /// Whether it is an array or an object.
  fileprivate var isContainer: Bool { kind == .array || kind == .object }
}
