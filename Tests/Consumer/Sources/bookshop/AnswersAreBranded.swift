import Accord

/// A rule of the shop's own: every answer of a book names the server.
struct AnswersAreBranded: ConformanceRule {
  let id = "answers-are-branded"
  let sentence = "Every answer names the shop as its server."

  func check(_ answer: AnsweredRequest) -> RuleFinding {
    guard !answer.isToBeRefused else { return .notApplicable }
    let names = answer.response.fields.values(of: "Server")
    guard names != ["Book shop"] else { return .satisfied }
    return .broken(
      at: .header("Server"),
      expected: "Book shop",
      actual: names.first ?? "none",
      hint: "Let the framework write its name."
    )
  }
}
