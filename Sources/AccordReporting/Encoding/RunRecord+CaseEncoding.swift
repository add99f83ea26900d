import AccordModel
import AccordSchema

extension RunRecord.Case: EncodedValue {
  var json: JSON { .object(head + [JSONMember("exchanges", exchanges.json)]) }

  /// The members before its exchanges.
  var head: [JSONMember] {
    [
      JSONMember("id", .string(id.description)),
      JSONMember("contract", .string(contract)),
      JSONMember("origin", .string(origin.rawValue)),
      JSONMember("title", .string(title)),
      JSONMember("verdict", .string(verdict.name)),
      JSONMember("reason", .text(verdict.reason)),
      JSONMember("isKnown", .boolean(isKnown)),
      JSONMember("clauses", .texts(clauses)),
      JSONMember("rules", .texts(rules)),
      JSONMember("notChecked", .texts(notChecked)),
      JSONMember("violations", violations.json),
      JSONMember("exercised", .texts(exercised)),
    ] + (cause.map { [JSONMember("cause", $0.json)] } ?? [])
      + (script.map { [JSONMember("script", .string($0))] } ?? [])
      + (retryHindrance.map { [JSONMember("notTriedAgain", .string($0))] } ?? [])
      + (earlierTries.isEmpty
        ? [] : [JSONMember("earlierTries", .array(earlierTries.map(\.asTry)))])
  }

  /// A try before the last: what it has not in common with the others.
  private var asTry: JSON {
    .object(
      [
        JSONMember("verdict", .string(verdict.name)),
        JSONMember("reason", .text(verdict.reason)),
        JSONMember("rules", .texts(rules)),
        JSONMember("notChecked", .texts(notChecked)),
        JSONMember("violations", violations.json),
        JSONMember("exercised", .texts(exercised)),
      ] + (cause.map { [JSONMember("cause", $0.json)] } ?? [])
        + [JSONMember("exchanges", exchanges.json)]
    )
  }
}

extension RunRecord.Violation: EncodedValue {
  var json: JSON {
    [
      "rule": .string(rule),
      "level": .string(level.rawValue),
      "clause": [
        "id": .string(clause.id),
        "sentence": .string(clause.sentence),
        "assumedBecause": .text(clause.assumedBecause),
        "file": .string(clause.file),
        "line": .count(clause.line),
      ],
      "exchange": .count(step),
      "place": .string(place.description),
      "location": place.json,
      "position": position.map { position in
        [
          "byte": .count(position.byte), "line": .count(position.line),
          "column": .count(position.column),
        ]
      } ?? .null,
      "expected": .string(expected),
      "actual": .string(actual),
      "hint": .text(hint),
      "members": .texts(members),
      "keyword": .text(keyword),
      "reference": reference.map { reference in
        ["exchange": .count(reference.step), "value": .string(reference.value)]
      } ?? .null,
      "known": .text(known),
    ]
  }
}
