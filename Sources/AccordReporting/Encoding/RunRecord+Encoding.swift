import AccordModel
import AccordSchema

/// A value of the stored document, which changes only on purpose and not with the model.
protocol EncodedValue {
  /// The value as JSON.
  var json: JSON { get }
}

extension Sequence where Element: EncodedValue {
  /// The values as a JSON array.
  var json: JSON { .array(map(\.json)) }
}

extension JSON {
  /// A string, or `null`.
  static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// Strings.
  static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// A whole number.
  static func count(_ count: Int) -> JSON { .number(JSONNumber(count)) }
}

extension RunRecord: EncodedValue {
  var json: JSON {
    [
      "schemaVersion": .count(JSONFormat.schemaVersion),
      "headline": .string(headline),
      "exitStatus": .count(Int(exitStatus)),
      "interruption": .text(interruption),
      "settings": [
        // A string, because most readers keep only 53 bits of a number.
        "seed": .string(String(settings.seed)), "strict": .boolean(settings.isStrict),
        "warnings": .texts(settings.warnings),
      ],
      "summary": summary.json,
      "suites": suites.json,
    ]
  }
}

extension RunRecord.Suite: EncodedValue {
  var json: JSON {
    [
      "id": .string(id),
      "name": .string(name),
      "subject": .string(subject),
      "summary": Summary(cases, notProvoked: notProvoked.count).json,
      "contracts": .array(
        contracts.map { ["id": .string($0.id), "summary": .string($0.summary)] }
      ),
      "coverage": [
        "promised": .count(coverage.promised), "exercised": .count(coverage.exercised),
        "held": .count(coverage.held),
      ],
      "cases": cases.json,
      "notProvoked": .array(
        notProvoked.map { entry in
          [
            "contract": .string(entry.contract), "error": .string(entry.error),
            "reason": .string(entry.reason),
          ]
        }
      ),
    ]
  }
}

extension Summary: EncodedValue {
  var json: JSON {
    [
      "cases": .count(cases),
      "conforming": .count(conforming),
      "violating": .count(violating),
      "warned": .count(warned),
      "skipped": .count(skipped),
      "failed": .count(failed),
      "notRun": .count(notRun),
      "notChecked": .count(notChecked),
      "notProvoked": .count(notProvoked),
    ]
  }
}
