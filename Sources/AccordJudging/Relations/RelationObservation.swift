package import AccordModel
import AccordSchema

/// The exchanges of a case that are held to a relation together.
package struct RelationObservation {
  /// The case.
  package let testCase: Case

  /// The relation.
  package let relation: Relation

  /// The exchanges, in order; each has a whole response.
  package let steps: [Observation]

  /// A violation of the relation that shows in a step.
  func violation(
    _ rule: any Rule,
    in step: Observation,
    at place: Violation.Place,
    expected: String,
    actual: String,
    hint: String? = nil,
    reference: Violation.Reference? = nil
  ) -> Finding {
    var violation = step.violation(
      rule,
      relation.clause,
      at: place,
      expected: Excerpt.text(expected),
      actual: Excerpt.text(actual),
      hint: hint
    )
    violation.reference = reference
    return .violations([violation])
  }

  /// A violation of the relation: a step has another value than the step before it that it should
  /// agree with; `name` says what that one is, and `reason` why they should agree.
  func disagreement(
    _ rule: any Rule,
    of step: Observation,
    with reference: Observation,
    named name: String? = nil,
    at place: Violation.Place,
    expected value: String,
    because reason: String? = nil,
    actual: String,
    hint: String? = nil
  ) -> Finding {
    violation(
      rule,
      in: step,
      at: place,
      expected: "\(value), as in \(name ?? reference.stepName)"
        + (reason.map { ", because \($0)" } ?? ""),
      actual: actual,
      hint: hint,
      reference: Violation.Reference(step: reference.index, value: Excerpt.text(value))
    )
  }

  /// The steps that call the contract whose relation it is.
  var own: [Observation] { steps.filter { $0.contract.id == testCase.contract } }
}

/// The value of an answer, in the one form that all its spellings share.
enum AnswerValue: Sendable {
  /// The whole value.
  case whole(JSON)
  /// The items of the list at the pointer, written as rows.
  case rows([JSON], of: JSONPointer)

  /// The value at a pointer.
  subscript(pointer: JSONPointer) -> JSON? {
    switch self {
    case .whole(let value): return value[pointer]
    case .rows(let items, let list):
      guard list == pointer else { return .none }
      return .array(items)
    }
  }
}

extension Observation {
  /// The value of the answer, or `nil` where its content cannot be read.
  func answerValue(droppingAbsentFromXML: Bool = false) -> AnswerValue? {
    knownAnswerValue(droppingAbsentFromXML: droppingAbsentFromXML).map(withoutTrace)
  }

  private func knownAnswerValue(droppingAbsentFromXML: Bool) -> AnswerValue? {
    guard body.isReadable else {
      return readAnswerValue(droppingAbsentFromXML: droppingAbsentFromXML)
    }
    return memory.answer(reading(droppingAbsentFromXML: droppingAbsentFromXML)) {
      readAnswerValue(droppingAbsentFromXML: droppingAbsentFromXML)
    }
  }

  /// How the value of the answer is read.
  func reading(droppingAbsentFromXML: Bool = false) -> AnswerContent.Reading {
    let rule = writtenResponse
    var rows: JSONPointer?
    if case .rows(_, let pointer)? = rule?.content { rows = pointer }
    return AnswerContent.Reading(
      schemas: ([rule?.schema ?? .any] + (rule?.readings.map(\.schema) ?? [])).map(\.identity),
      rows: rows,
      dropsAbsentFromXML: droppingAbsentFromXML
    )
  }

  private func readAnswerValue(droppingAbsentFromXML: Bool) -> AnswerValue? {
    let schema = writtenResponse?.schema ?? .any
    let readings = writtenResponse?.readings.map(\.schema) ?? []
    func form(_ value: JSON, _ schema: Schema, _ readings: [Schema]) -> JSON {
      // What a reading says more closely holds for spellings too: a text may be a GUID.
      ([schema] + readings).reduce(value) { value, schema in
        canonical(value, as: schema, droppingAbsentFromXML: droppingAbsentFromXML)
      }
    }
    func whole(_ value: JSON) -> AnswerValue { .whole(form(value, schema, readings)) }
    func rows(_ rows: [JSON], of pointer: JSONPointer) -> AnswerValue {
      let items = schema.items(at: pointer) ?? .any
      let itemReadings = readings.compactMap { $0.items(at: pointer) }
      return .rows(rows.map { form($0, items, itemReadings) }, of: pointer)
    }
    switch body {
    case .json:
      return memory.jsonValue.map(whole)
    case .xml(let document):
      return whole(memory.value(of: document, as: schema))
    case .jsonLines(let lines):
      if case .rows(_, let pointer)? = writtenResponse?.content,
        !Rows.isWhole(lines.documents, listAt: pointer)
      {
        return rows(lines.values, of: pointer)
      }
      return lines.documents.first.map { whole($0.root.value) }
    case .lexical(let body):
      if case .rows(_, let pointer)? = writtenResponse?.content, body.isRows(ofListAt: pointer) {
        guard let reader = try? LexicalReader(schema.items(at: pointer) ?? .any) else { return nil }
        return rows(body.rows.map(reader.json), of: pointer)
      }
      guard let reader = try? LexicalReader(schema) else { return nil }
      return body.values.first.map { whole(reader.json($0)) }
    case .empty:
      guard case .rows(_, let pointer)? = writtenResponse?.content, format.syntax.writesRows
      else { return nil }
      return .rows([], of: pointer)
    case .unchecked, .malformed:
      return nil
    }
  }

  /// The items of a list in the answer; `nil` where the answer has no such list.
  func items(at pointer: JSONPointer) -> [JSON]? { answerValue()?[pointer]?.elements }

  /// The step as it is named in messages, counted from one.
  var stepName: String { "step \(index + 1) (\(step.name))" }
}
