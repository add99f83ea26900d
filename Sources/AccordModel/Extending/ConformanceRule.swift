/// A sentence of a user's own that answers are held to, beside the rules of Accord.
///
/// ```swift
/// struct AnswersAreTraced: ConformanceRule {
///   let id = "answers-are-traced"
///   let sentence = "Every answer names the trace that it belongs to."
///
///   func check(_ answer: AnsweredRequest) -> RuleFinding {
///     guard answer.response.fields.values(of: "Traceparent").isEmpty else { return .satisfied }
///     return .broken(at: .header("Traceparent"), expected: "the field Traceparent", actual: "none")
///   }
/// }
/// ```
///
/// A rule is asked about every exchange whose answer is the one that the request deserves: what is
/// wrong with another kind of answer would only be a consequence.
public protocol ConformanceRule: Sendable {
  /// The identifier, lower case with hyphens, that no other rule has: it stands in reports, filters
  /// and baselines.
  var id: String { get }

  /// What holds, as one sentence in the present tense.
  var sentence: String { get }

  /// Where the sentence comes from: a broken assumption fails a run only where it is strict.
  var basis: Basis { get }

  /// Looks at an exchange.
  func check(_ answer: AnsweredRequest) -> RuleFinding
}

extension ConformanceRule {
  /// The team's own documents state it.
  public var basis: Basis { .stated }
}
