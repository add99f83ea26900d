import AccordModel

/// Makes a call that fails simpler, step by step, as long as it fails for the same cause.
///
/// Each step is sent: what is shrunk to was seen to fail.
struct Shrinker {
  /// The most calls that are sent for one failure.
  static let mostAttempts = 500

  /// The most that are sent at once.
  private static let mostAtOnce = 8

  let builder: CaseBuilder

  /// Which of some calls fail for the cause.
  let fails: ([Case]) async throws -> [Bool]

  /// What a call came to.
  struct Outcome {
    var call: GeneratedCall
    /// How many calls were sent.
    var attempts: Int
    /// Whether there was nothing simpler that fails, rather than too little time to look.
    var isSmallest: Bool
  }

  /// The simplest call that was found.
  func shrunk(_ call: GeneratedCall) async throws -> Outcome {
    var outcome = Outcome(call: call, attempts: 0, isSmallest: false)
    var tried: Set<GeneratedCall> = [call]
    while outcome.attempts < Self.mostAttempts {
      guard let simpler = try await step(&outcome, &tried) else {
        outcome.isSmallest = outcome.attempts < Self.mostAttempts
        return outcome
      }
      outcome.call = simpler
    }
    return outcome
  }

  /// The first simpler call that fails too.
  private func step(
    _ outcome: inout Outcome,
    _ tried: inout Set<GeneratedCall>
  ) async throws -> GeneratedCall? {
    var waiting = builder.simpler(than: outcome.call)[...]
    var atOnce = 1
    while !waiting.isEmpty, outcome.attempts < Self.mostAttempts {
      var batch: [(call: GeneratedCall, testCase: Case)] = []
      let room = min(atOnce, Self.mostAttempts - outcome.attempts)
      while batch.count < room, let call = waiting.popFirst() {
        guard tried.insert(call).inserted, let testCase = try? builder.testCase(call) else {
          continue
        }
        batch.append((call, testCase))
      }
      guard !batch.isEmpty else { return nil }
      outcome.attempts += batch.count
      let failing = try await fails(batch.map(\.testCase))
      if let first = failing.firstIndex(of: true) { return batch[first].call }
      atOnce = min(atOnce * 2, Self.mostAtOnce)
    }
    return nil
  }
}
