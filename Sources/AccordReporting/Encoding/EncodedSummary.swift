import AccordModel
import AccordSchema

/// The counts of a report or of a part of it.
struct EncodedSummary: EncodedValue {
  let counts: [(name: String, count: Int)]

  init(_ summary: Summary) {
    counts = [
      ("cases", summary.cases),
      ("conforming", summary.conforming),
      ("violating", summary.violating),
      ("warned", summary.warned),
      ("skipped", summary.skipped),
      ("failed", summary.failed),
      ("notRun", summary.notRun),
      ("notChecked", summary.notChecked),
      ("notProvoked", summary.notProvoked),
    ]
  }

  var json: JSON { .object(counts.map { JSONMember($0.name, .count($0.count)) }) }
}
