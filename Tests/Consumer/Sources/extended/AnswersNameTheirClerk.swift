import Accord

/// A rule of the team's own.
struct AnswersNameTheirClerk: ConformanceRule {
  let id = "answers-name-their-clerk"
  let sentence = "Every answer names the clerk who gave it."

  func check(_ answer: AnsweredRequest) -> RuleFinding {
    guard answer.response.fields.values(of: "Clerk").isEmpty else { return .satisfied }
    return .broken(at: .header("Clerk"), expected: "the field Clerk", actual: "none")
  }
}
