package import AccordModel

/// Holds answers to the time that their contract, or its suite, promises.
package struct AnswersInTime: ExchangeRule {
  package init() {}

  package var id: String { "answers-in-time" }
  package var sentence: String { "An answer takes no longer than promised." }

  package func check(_ observation: Observation) -> Finding {
    guard let time = observation.contract.responseTime(in: observation.suite),
      let duration = observation.duration
    else { return .notApplicable }
    guard duration > time.limit else { return .satisfied }
    return .violations([
      observation.violation(
        self,
        time.clause,
        at: .time,
        expected: "the whole answer within \(ResponseTime.words(time.limit))",
        actual:
          "\(ResponseTime.words(Self.shown(duration))) from the request to the end of the answer",
        hint:
          "Connecting is not counted. Look at the times of the endpoint over several runs: `accord trend`."
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    guard observation.duration != nil else { return [] }
    return [observation.contract.responseTime(in: observation.suite)?.clause.id].compactMap(\.self)
  }

  /// A duration in tenths of a millisecond, rounded up, so that what is too long is not shown as the limit.
  private static func shown(_ duration: Duration) -> Duration {
    let nanoseconds = ResponseTime.nanoseconds(duration)
    let tenth: Int64 = 100_000
    guard nanoseconds < .max - tenth else { return duration }
    return .nanoseconds((nanoseconds + tenth - 1) / tenth * tenth)
  }

  package var accepted: [RuleExample] {
    [
      .answer("an answer at the limit", within: .milliseconds(300), took: .milliseconds(300)),
      .answer("an answer that nobody timed", within: .milliseconds(300), took: nil),
      .answer(
        "a new connection that took longer than the answer",
        within: .milliseconds(300),
        took: .milliseconds(200),
        connecting: .milliseconds(400)
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .answer(
        "an answer that is right and late",
        within: .milliseconds(300),
        took: .milliseconds(300) + .nanoseconds(1),
        at: "response time"
      )
    ]
  }
}
