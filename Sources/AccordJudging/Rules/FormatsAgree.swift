package import AccordModel
import AccordSchema

/// Reports answers that mean something else in another format.
package struct FormatsAgree: RelationRule {
  package init() {}

  package var id: String { "formats-agree" }
  package var sentence: String { "The same answer in two formats means the same values." }

  package func holds(_ kind: Relation.Kind) -> Bool { kind == .formatsAgree }

  package func check(_ observation: RelationObservation) -> Finding {
    guard let first = observation.steps.first, observation.steps.count > 1 else {
      return .notChecked("There is an answer in one format only.")
    }
    let includesXML = observation.steps.contains { $0.format.syntax == .xml }
    var comparesValues = false
    for step in observation.steps.dropFirst() {
      guard let left = value(of: first, includesXML), let right = value(of: step, includesXML)
      else { return .notChecked("A body is in a format that is not read.") }
      if let difference = AnswerComparison.first(left, right) {
        return observation.violation(
          self,
          in: step,
          at: "response body \(difference.pointer)",
          expected: "\(ValueDifference.words(difference.left)), as in \(first.format.id)",
          actual: "\(ValueDifference.words(difference.right)) in \(step.format.id)",
          hint: difference.moreWords
        )
      }
      comparesValues = comparesValues || left.holdsValue && right.holdsValue
    }
    return comparesValues ? .satisfied : .notChecked("The answers hold no value to compare.")
  }

  /// The value, without what only some formats write.
  private func value(of step: Observation, _ includesXML: Bool) -> AnswerValue? {
    let schema = step.promisedResponse?.schema ?? .any
    switch step.answerValue(droppingAbsentFromXML: includesXML) {
    case .whole(let value)?: return .whole(value.declared(by: schema))
    case .rows(let rows, let pointer)?:
      let items = schema.items(at: pointer) ?? .any
      return .rows(rows.map { $0.declared(by: items) }, of: pointer)
    case nil: return nil
    }
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "JSON and XML, with more members in JSON and nil in XML",
        .formatsAgree,
        [
          .list("/books", .json(#"{"items":[{"id":7,"title":"Emma","shelf":3}],"total":1}"#)),
          .list(
            "/books",
            .xml(
              "<Books xmlns='urn:books' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>"
                + "<items><Book><id>7</id><title>Emma</title><note i:nil='true'/></Book></items>"
                + "<total>1</total></Books>"
            ),
            in: BookShop.xml
          ),
        ]
      ),
      .relation(
        "JSON and rows",
        .formatsAgree,
        [
          .list("/books", .json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(
            "/books",
            .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n"),
            in: BookShop.jsonLines
          ),
        ]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "another title in XML",
        .formatsAgree,
        [
          .list("/books", .json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(
            "/books",
            .xml(
              "<Books xmlns='urn:books'><items><Book><id>7</id><title>Ida</title></Book></items>"
                + "<total>1</total></Books>"
            ),
            in: BookShop.xml
          ),
        ],
        at: "response body /items/0/title"
      ),
      .relation(
        "a row that is missing",
        .formatsAgree,
        [
          .list("/books", .json(#"{"items":[{"id":7,"title":"Emma"},{"id":8,"title":"I"}]}"#)),
          .list(
            "/books",
            .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n"),
            in: BookShop.jsonLines
          ),
        ],
        at: "response body /items/1"
      ),
    ]
  }
}

extension AnswerValue {
  /// Whether there is anything in it to compare.
  fileprivate var holdsValue: Bool {
    switch self {
    case .whole(let value): value.holdsValue
    case .rows(let rows, _): rows.contains(where: \.holdsValue)
    }
  }
}
