import AccordJudging
import AccordMocking
import AccordModel

/// A case with what the unbroken server answered.
struct RecordedCase: Sendable {
  /// One exchange of it.
  struct Step: Sendable {
    /// The request.
    var request: MockRequest
    /// Where it leads; `nil` where no contract has its path.
    var occasion: Occasion?
    /// The answer.
    var answer: MockAnswer
    /// What the answer says.
    var view: AnswerView?
  }

  /// The case.
  var testCase: Case
  /// Its exchanges.
  var exchanges: [Exchange]
  /// The same, as operators see them.
  var steps: [Step]
  /// Whether its requests are the same whatever is answered, so that they can be sent again as they are.
  var isFixed: Bool
  /// What is broken already; empty in an audit of a mock that keeps its contracts.
  var known: Set<Objection>

  /// What a judge objects to, in a form that two runs share.
  struct Objection: Hashable, Sendable {
    var rule: String
    var clause: Clause.ID
    var step: Int
  }

  /// Whether any request of it leads to a scope.
  func touches(_ scope: Scope) -> Bool {
    steps.contains { $0.occasion.map(scope.contains) ?? false }
  }
}

extension Judgement {
  /// What is objected to, with its weight.
  var objections: [(objection: RecordedCase.Objection, level: Violation.Level)] {
    violations.map { violation in
      (
        RecordedCase.Objection(
          rule: violation.rule,
          clause: violation.clause.id,
          step: violation.step
        ), violation.level
      )
    }
  }
}
