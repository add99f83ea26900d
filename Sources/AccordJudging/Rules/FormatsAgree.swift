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
    let syntaxes = observation.steps.map(\.format.syntax)
    let comparison = Comparison(
      includesXML: syntaxes.contains(.xml),
      includesTexts: syntaxes.contains { [.csv, .jsv, .form, .text].contains($0) }
    )
    var comparesValues = false
    for step in observation.steps.dropFirst() {
      guard let left = value(of: first, comparison), let right = value(of: step, comparison)
      else { return .notChecked("A body is in a format that is not read.") }
      if let difference = AnswerComparison.first(left, right) {
        return observation.disagreement(
          self,
          of: step,
          with: first,
          named: first.format.id,
          at: .body(difference.path),
          expected: ValueDifference.words(difference.left),
          actual: "\(ValueDifference.words(difference.right)) in \(step.format.id)",
          hint: difference.moreWords
        )
      }
      comparesValues = comparesValues || left.holdsValue && right.holdsValue
    }
    return comparesValues ? .satisfied : .notChecked("The answers hold no value to compare.")
  }

  /// What the formats that are compared do not all write.
  private struct Comparison {
    var includesXML: Bool
    /// Whether one of them has texts only, and none for nothing.
    var includesTexts: Bool
  }

  /// The value, without what only some formats write.
  private func value(of step: Observation, _ comparison: Comparison) -> AnswerValue? {
    let schema = step.writtenResponse?.schema ?? .any
    func written(_ value: JSON, _ schema: Schema) -> JSON {
      let declared = value.declared(by: schema)
      return comparison.includesTexts ? declared.withoutDefaults : declared
    }
    // A property without a setter is in the texts that some hosts write and not in those of others.
    let dropsAbsent = comparison.includesXML || comparison.includesTexts
    switch step.answerValue(droppingAbsentFromXML: dropsAbsent) {
    case .whole(let value)?: return .whole(written(value, schema))
    case .rows(let rows, let pointer)?:
      let items = schema.items(at: pointer) ?? .any
      return .rows(rows.map { written($0, items) }, of: pointer)
    case nil: return nil
    }
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "JSON and XML, with more members in JSON and nil in XML",
        .formatsAgree,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma","shelf":3}],"total":1}"#)),
          .list(
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
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(
            .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n"),
            in: BookShop.jsonLines
          ),
        ]
      ),
      .relation(
        "JSON and rows of CSV, where nothing, null and an empty text are one",
        .formatsAgree,
        [
          .list(
            .json(
              #"{"items":[{"id":7,"title":"Emma","price":9.50,"note":null},"#
                + #"{"id":8,"title":"Ida","note":""}],"total":2}"#
            )
          ),
          .list(
            .csv("title,id,price,note", "Emma,7,9.5,", "Ida,8,,"),
            in: BookShop.csv
          ),
        ]
      ),
      .relation(
        "JSON and JSV",
        .formatsAgree,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma, 2"}],"total":1}"#)),
          .list(.jsv(#"{items:[{id:7,title:"Emma, 2"}],total:1}"#), in: BookShop.jsv),
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
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(
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
          .list(.json(#"{"items":[{"id":7,"title":"Emma"},{"id":8,"title":"I"}]}"#)),
          .list(
            .answer(200, "text/jsonl", "{\"id\":7,\"title\":\"Emma\"}\n"),
            in: BookShop.jsonLines
          ),
        ],
        at: "response body /items/1"
      ),
      .relation(
        "a row of CSV too many",
        .formatsAgree,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(.csv("id,title", "7,Emma", "8,Ida"), in: BookShop.csv),
        ],
        at: "response body /items/1"
      ),
      .relation(
        "another number in a field of CSV",
        .formatsAgree,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(.csv("items,total", "\"[{id:8,title:Emma}]\",1"), in: BookShop.csv),
        ],
        at: "response body /items/0/id"
      ),
      .relation(
        "a member that JSV loses",
        .formatsAgree,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma","note":"x"}],"total":1}"#)),
          .list(.jsv("{items:[{id:7,title:Emma}],total:1}"), in: BookShop.jsv),
        ],
        at: "response body /items/0/note"
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
