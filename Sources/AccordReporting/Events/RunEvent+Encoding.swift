import AccordModel
import AccordSchema

extension RunEvent: EncodedValue {
  var json: JSON {
    switch self {
    case .began(let suites, let beginning):
      .object(
        [
          JSONMember("event", "runBegan"),
          JSONMember("schemaVersion", .count(Self.schemaVersion)),
          JSONMember("accordVersion", .string(beginning.version)),
          JSONMember("began", .text(beginning.began?.description)),
          JSONMember("seed", .string(String(beginning.seed))),
          JSONMember("strict", .boolean(beginning.isStrict)),
          JSONMember("suites", suites.json),
        ] + (beginning.part.map { [JSONMember("part", $0.json)] } ?? [])
      )
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
  package var line: String { LogText.harmless(json.text(), in: .json) + "\n" }
}

extension RunEvent.PlannedSuite: EncodedValue {
  var json: JSON {
    [
      "id": .string(suite.id),
      "name": .string(suite.name),
      "subject": .string(suite.subject),
      "contracts": suite.contracts.json,
      "plan": .array(
        suite.cases.map { planned in
          [
            "id": .string(planned.id.description),
            "contract": .string(planned.contract),
            "origin": .string(planned.origin.rawValue),
            "title": .string(planned.title),
            "clauses": .texts(planned.clauses),
          ]
        }
      ),
      "notProvoked": suite.notProvoked.json,
    ]
  }
}
