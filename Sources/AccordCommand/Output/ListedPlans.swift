import Accord
import AccordModel
import AccordSchema

/// Plans as `list --json` shows them.
struct ListedPlans {
  private let plans: [Plan]

  /// Lists plans.
  init(_ plans: [Plan]) { self.plans = plans }

  /// The cases, and the errors that none of them provokes.
  var json: JSON {
    [
      "cases": .array(plans.flatMap(\.cases).map(Self.json)),
      "notProvoked": .array(
        plans.flatMap { plan in
          plan.notProvoked.map { entry in
            [
              "suite": .string(plan.suite.id), "contract": .string(entry.contract),
              "error": .string(entry.error), "reason": .string(entry.reason),
            ]
          }
        }
      ),
      "leftOut": .number(JSONNumber(plans.reduce(0) { $0 + $1.leftOut })),
    ]
  }

  private static func json(of testCase: Case) -> JSON {
    [
      "id": .string(testCase.id.description),
      "suite": .string(testCase.suite),
      "contract": .string(testCase.contract),
      "origin": .string(testCase.origin.rawValue),
      "title": .string(testCase.title),
      "promises": texts(testCase.clauses),
      "requests": .array(
        testCase.steps.map { step in
          [
            "name": .string(step.name), "contract": .string(step.contract),
            "method": .string(step.request.method.rawValue),
          ]
        }
      ),
      "access": .string(testCase.access.name),
      "givens": texts(testCase.givens),
      "consumes": texts(testCase.consumes),
    ]
  }

  private static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}

extension Case.Access {
  /// The name in JSON.
  fileprivate var name: String {
    switch self {
    case .reads: "reads"
    case .writes: "writes"
    case .writesOwn: "writes-own"
    }
  }
}
