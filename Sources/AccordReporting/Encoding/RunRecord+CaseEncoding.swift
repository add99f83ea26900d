import AccordModel
import AccordSchema

extension RunRecord.Case: EncodedValue {
  var json: JSON {
    [
      "id": .string(id.description),
      "contract": .string(contract),
      "origin": .string(origin.rawValue),
      "title": .string(title),
      "verdict": .string(verdict.name),
      "reason": .text(verdict.reason),
      "isKnown": .boolean(isKnown),
      "clauses": .texts(clauses),
      "rules": .texts(rules),
      "notChecked": .texts(notChecked),
      "violations": violations.json,
      "exercised": .texts(exercised),
      "exchanges": exchanges.json,
    ]
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
