import AccordModel
import AccordSchema

/// What is to be said of one case.
struct EncodedCase: EncodedValue {
  let id: String
  let contract: String
  let origin: String
  let title: String
  let verdict: String
  let reason: String?
  let clauses: [String]
  let rules: [String]
  let notChecked: [String]
  let violations: [EncodedViolation]
  let exchanges: [EncodedExchange]

  init(_ result: Report.Result, in suite: ContractSuite) {
    let testCase = result.testCase
    id = testCase.id.description
    contract = testCase.contract
    origin = testCase.origin.rawValue
    title = testCase.title
    (verdict, reason) =
      switch result.judgement.verdict {
      case .conforms: ("conforms", nil)
      case .violates: ("violates", nil)
      case .notChecked(let reason): ("notChecked", reason)
      case .skipped(let reason): ("skipped", reason)
      case .failed(let reason): ("failed", reason)
      case .notRun(let reason): ("notRun", reason)
      }
    clauses = testCase.clauses
    rules = result.judgement.rules
    notChecked = result.judgement.notChecked
    violations = result.judgement.violations.map { EncodedViolation($0, in: suite) }
    exchanges = result.exchanges.enumerated().map { index, exchange in
      let steps = testCase.steps
      let step = steps.indices.contains(index) ? steps[index].name : nil
      return EncodedExchange(exchange, step: step, in: suite)
    }
  }

  var json: JSON {
    [
      "id": .string(id),
      "contract": .string(contract),
      "origin": .string(origin),
      "title": .string(title),
      "verdict": .string(verdict),
      "reason": .text(reason),
      "clauses": .texts(clauses),
      "rules": .texts(rules),
      "notChecked": .texts(notChecked),
      "violations": violations.json,
      "exchanges": exchanges.json,
    ]
  }
}
