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
    at place: String,
    expected: String,
    actual: String,
    hint: String? = nil
  ) -> Finding {
    .violations([
      step.violation(
        rule,
        relation.clause,
        at: place,
        expected: Excerpt.text(expected),
        actual: Excerpt.text(actual),
        hint: hint
      )
    ])
  }

  /// The steps that call the contract whose relation it is.
  var own: [Observation] { steps.filter { $0.contract.id == testCase.contract } }
}

/// The value of an answer, in the one form that all its spellings share.
enum AnswerValue {
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
    let schema = promisedResponse?.schema ?? .any
    func form(_ value: JSON, _ schema: Schema) -> JSON {
      canonical(value, as: schema, droppingAbsentFromXML: droppingAbsentFromXML)
    }
    switch body {
    case .json(let document):
      return .whole(form(document.root.value, schema))
    case .xml(let document):
      return .whole(form(BodyReader.value(of: document.root, as: schema), schema))
    case .jsonLines(let lines):
      let rows = lines.documents
      if case .rows(_, let pointer)? = promisedResponse?.content,
        !Rows.isWhole(rows, listAt: pointer)
      {
        let items = schema.items(at: pointer) ?? .any
        return .rows(rows.map { form($0.root.value, items) }, of: pointer)
      }
      return rows.first.map { .whole(form($0.root.value, schema)) }
    case .empty:
      guard case .rows(_, let pointer)? = promisedResponse?.content, format.syntax == .jsonLines
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
