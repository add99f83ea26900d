import AccordModel

/// What a planner tries: a case in the making, or where one is made from.
enum CaseTrial: Sendable {
  /// A case in the making.
  indirect case sketched(CaseSketch)
  /// An example of very many, by its place in the contract.
  case example(Int, ExamplePlanner.Examples)

  /// The case in the making; `nil` where its request cannot be made.
  var sketch: CaseSketch? {
    switch self {
    case .sketched(let sketch): sketch
    case .example(let number, let examples): examples.sketch(number)
    }
  }

  /// The case; `nil` where its request cannot be made.
  var testCase: Case? {
    switch self {
    case .sketched(let sketch): sketch.testCase
    case .example(let number, let examples): examples.testCase(number)
    }
  }
}
