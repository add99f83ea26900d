import AccordModel
import AccordSchema

extension RunComparison: EncodedValue {
  /// The version of the document; it changes when a reader has to.
  static let schemaVersion = 2

  var json: JSON {
    [
      "schemaVersion": .count(Self.schemaVersion),
      "headline": .string(headline),
      "exitStatus": .count(Int(exitStatus)),
      "summary": .object(
        Change.allCases.map { JSONMember($0.rawValue, .count(count($0))) } + [
          JSONMember("newCases", .count(newCases.count)),
          JSONMember("goneCases", .count(goneCases.count)),
          JSONMember("unjudgedCases", .count(unjudgedCases.count)),
        ]
      ),
      "violations": entries.json,
      "newCases": .texts(newCases.map(\.description)),
      "goneCases": .texts(goneCases.map(\.description)),
      "unjudgedCases": .texts(unjudgedCases.map(\.description)),
    ]
  }
}

extension RunComparison.Entry: EncodedValue {
  var json: JSON {
    [
      "change": .string(change.rawValue),
      "case": .string(id.description),
      "rule": .string(violation.rule),
      "clause": .string(violation.clause.id),
      "sentence": .string(violation.clause.sentence),
      "source": .string(violation.clause.source),
      "place": .string(violation.place.generalDescription),
      "expected": .string(violation.expected),
      "actual": .string(violation.actual),
    ]
  }
}
