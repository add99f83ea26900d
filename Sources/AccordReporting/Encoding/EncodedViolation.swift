import AccordModel
import AccordSchema

/// A broken promise.
struct EncodedViolation: EncodedValue {
  let violation: Violation
  let source: String

  init(_ violation: Violation, in suite: ContractSuite) {
    self.violation = violation
    source = violation.clause.source.path(in: suite.folder)
  }

  var json: JSON {
    [
      "rule": .string(violation.rule),
      "level": .string(violation.level.rawValue),
      "clause": [
        "id": .string(violation.clause.id),
        "sentence": .string(violation.clause.sentence),
        "assumedBecause": .text(violation.clause.basis.reason),
        "source": .string(source),
      ],
      "exchange": .count(violation.step),
      "place": .string(violation.place),
      "line": violation.position.map { .count($0.line) } ?? .null,
      "column": violation.position.map { .count($0.column) } ?? .null,
      "expected": .string(violation.expected),
      "actual": .string(violation.actual),
      "hint": .text(violation.hint),
    ]
  }
}
