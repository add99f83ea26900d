import AccordModel
import AccordSchema

/// What one suite came to.
struct EncodedSuite: EncodedValue {
  let id: String
  let name: String
  let subject: String
  let summary: EncodedSummary
  let contracts: [(id: String, summary: EncodedSummary)]
  let cases: [EncodedCase]
  let notProvoked: [Plan.NotProvoked]

  init(_ result: Report.SuiteResult) {
    id = result.suite.id
    name = result.suite.name
    subject = result.subject
    summary = EncodedSummary(Summary(result.results, notProvoked: result.notProvoked.count))
    contracts = EndpointResults.endpoints(of: result).map {
      ($0.contract, EncodedSummary($0.summary))
    }
    cases = result.results.map { EncodedCase($0, in: result.suite) }
    notProvoked = result.notProvoked
  }

  var json: JSON {
    [
      "id": .string(id),
      "name": .string(name),
      "subject": .string(subject),
      "summary": summary.json,
      "contracts": .array(contracts.map { ["id": .string($0.id), "summary": $0.summary.json] }),
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
