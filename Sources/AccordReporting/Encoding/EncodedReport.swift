import AccordModel
import AccordSchema

/// A value of the report's JSON document, which changes only on purpose and not with the model.
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

/// The document.
struct EncodedReport: EncodedValue {
  let headline: String
  let exitStatus: Int
  let interruption: String?
  let seed: String
  let isStrict: Bool
  let warnings: [String]
  let summary: EncodedSummary
  let suites: [EncodedSuite]

  init(_ report: Report) {
    headline = report.headline
    exitStatus = Int(report.exitStatus)
    interruption = report.interruption
    // A string, because most readers keep only 53 bits of a number.
    seed = String(report.settings.seed)
    isStrict = report.settings.isStrict
    warnings = report.settings.warnings
    summary = EncodedSummary(report.summary)
    suites = report.suites.map(EncodedSuite.init)
  }

  var json: JSON {
    [
      "schemaVersion": .count(JSONFormat.schemaVersion),
      "headline": .string(headline),
      "exitStatus": .count(exitStatus),
      "interruption": .text(interruption),
      "settings": [
        "seed": .string(seed), "strict": .boolean(isStrict), "warnings": .texts(warnings),
      ],
      "summary": summary.json,
      "suites": suites.json,
    ]
  }
}
