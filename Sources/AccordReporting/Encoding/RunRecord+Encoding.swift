import AccordModel
import AccordSchema

/// A value of the stored document, which changes only on purpose and not with the model.
protocol EncodedValue {
  /// The value as JSON.
  var json: JSON { get }
}

extension Sequence where Element: EncodedValue {
  /// The values as a JSON array.
  var json: JSON { .array(map { $0.json }) }
}

extension JSON {
  /// A string, or `null`.
  static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// Strings.
  static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// A whole number.
  static func count(_ count: Int) -> JSON { .number(JSONNumber(count)) }
}

extension RunRecord {
  /// The members of the stored document before its suites.
  var head: [JSONMember] {
    [
      JSONMember("schemaVersion", .count(JSONFormat.schemaVersion)),
      JSONMember("accordVersion", .string(version)),
      JSONMember("began", .text(began?.description)),
      JSONMember("headline", .string(headline)),
      JSONMember("exitStatus", .count(Int(exitStatus))),
      JSONMember("interruption", .text(interruption)),
      JSONMember("settings", settings.json),
      JSONMember("baseline", baseline.json),
      JSONMember("summary", summary.json),
    ] + (part.map { [JSONMember("part", $0.json)] } ?? [])
  }
}

extension Report.Settings: EncodedValue {
  var json: JSON {
    [
      // A string, because most readers keep only 53 bits of a number.
      "seed": .string(String(seed)), "strict": .boolean(isStrict), "warnings": .texts(warnings),
    ]
  }
}

extension Baseline.Finding: EncodedValue {
  var json: JSON { .object([JSONMember("state", .string(state.rawValue))] + entry.encoded) }
}

extension RunRecord.Suite {
  /// The members before its contracts.
  var head: [JSONMember] {
    [
      JSONMember("id", .string(id)),
      JSONMember("name", .string(name)),
      JSONMember("subject", .string(subject)),
      JSONMember("summary", Summary(cases, notProvoked: notProvoked.count).json),
    ]
  }

  /// The members between its contracts and its cases.
  var figures: [JSONMember] { [JSONMember("coverage", coverage.json)] + times }

  /// How long the exchanges of each endpoint took, where that is known.
  private var times: [JSONMember] {
    let times = OperationTimes.times(of: self)
    return times.isEmpty ? [] : [JSONMember("times", times.json)]
  }
}

extension RunRecord.Endpoint: EncodedValue {
  /// The members before its promises.
  var head: [JSONMember] {
    [JSONMember("id", .string(id)), JSONMember("summary", .string(summary))]
  }

  var json: JSON { .object(head + [JSONMember("promises", promises.json)]) }
}

extension RunRecord.Promise: EncodedValue {
  var members: [JSONMember] {
    [
      JSONMember("id", .string(id)),
      JSONMember("kind", .string(kind.rawValue)),
      JSONMember("hindrance", .text(hindrance)),
    ]
  }

  var json: JSON { .object(members) }
}

extension Coverage.Figure: EncodedValue {
  var json: JSON {
    [
      "promised": .count(promised), "exercised": .count(exercised), "held": .count(held),
    ]
  }
}

extension Plan.NotProvoked: EncodedValue {
  var json: JSON {
    ["contract": .string(contract), "error": .string(error), "reason": .string(reason)]
  }
}

extension Summary: EncodedValue {
  var json: JSON {
    // Runs without tries are written as before there were any.
    .object(members + (flaky > 0 ? [JSONMember("flaky", .count(flaky))] : []))
  }

  private var members: [JSONMember] {
    [
      JSONMember("cases", .count(cases)),
      JSONMember("conforming", .count(conforming)),
      JSONMember("violating", .count(violating)),
      JSONMember("known", .count(known)),
      JSONMember("warned", .count(warned)),
      JSONMember("skipped", .count(skipped)),
      JSONMember("failed", .count(failed)),
      JSONMember("notRun", .count(notRun)),
      JSONMember("notChecked", .count(notChecked)),
      JSONMember("notProvoked", .count(notProvoked)),
    ]
  }
}
