import AccordModel
import AccordSchema

extension RunEvent: EncodedValue {
  var json: JSON {
    switch self {
    case .finished(let result, let suite):
      ["event": "caseFinished", "suite": .string(suite), "case": result.json]
    case .cleanUpNeeded(let request):
      ["event": "cleanUpNeeded", "suite": .string(request.suite), "request": request.json]
    case .cleanUpDone(let request):
      [
        "event": "cleanUpDone", "suite": .string(request.suite),
        "case": .string(request.testCase.description), "number": .count(request.number),
      ]
    case .ended(let end):
      [
        "event": "runEnded",
        "headline": .string(end.headline),
        "exitStatus": .count(Int(end.exitStatus)),
        "interruption": .text(end.interruption),
        "settings": end.settings.json,
        "baseline": end.baseline.json,
        "summary": end.summary.json,
        "coverage": end.coverage.json,
      ]
    }
  }

  /// The event as a line of JSON, with its line feed.
  package var line: String { Self.text(json) + "\n" }

  private static func text(_ json: JSON) -> String { LogText.harmless(json.text(), in: .json) }

  /// Passes on the line that says that a run began, and what is planned, in pieces: a plan may be large.
  package static func writeBeginning(
    of suites: [PlannedSuite],
    _ beginning: RunBeginning,
    to pass: (String) -> Void
  ) {
    let head: JSON = [
      "event": "runBegan",
      "schemaVersion": .count(schemaVersion),
      "accordVersion": .string(beginning.version),
      "began": .text(beginning.began?.description),
      "seed": .string(String(beginning.seed)),
      "strict": .boolean(beginning.isStrict),
    ]
    pass(text(head).dropLast() + ",\"suites\":[")
    for (number, planned) in suites.enumerated() {
      let suite = planned.suite
      let head: JSON = [
        "id": .string(suite.id),
        "name": .string(suite.name),
        "subject": .string(suite.subject),
        "contracts": suite.contracts.json,
      ]
      pass((number == 0 ? "" : ",") + text(head).dropLast() + ",\"plan\":[")
      var isFirst = true
      planned.forEachCase { planned in
        pass((isFirst ? "" : ",") + text(planned))
        isFirst = false
      }
      pass("],\"notProvoked\":\(text(suite.notProvoked.json))}")
    }
    let part = beginning.part.map { ",\"part\":\(text($0.json))" } ?? ""
    pass("]\(part)}\n")
  }
}
