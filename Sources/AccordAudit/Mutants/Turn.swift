package import AccordMocking
import Synchronization

/// One request to a mutant that does more than change a request or an answer.
package struct Turn: Sendable {
  /// The request.
  package var request: MockRequest
  /// Where it leads.
  package var occasion: Occasion
  /// Has a request answered as it should be.
  package var main: @Sendable (MockRequest) async -> MockAnswer
  /// Has a request answered by the second mock.
  package var other: @Sendable (MockRequest) async -> MockAnswer
  /// What is remembered of earlier turns of the same case.
  package var memory: TurnMemory
  /// Looks at an answer.
  package var view: @Sendable (MockAnswer) -> AnswerView
}

/// What a mutant remembers of the requests of one case.
package final class TurnMemory: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  /// How often a thing was counted, this time among them.
  func count(_ key: String) -> Int {
    counts.withLock { counts in
      counts[key, default: 0] += 1
      return counts[key] ?? 1
    }
  }

  /// Forgets everything.
  func reset() { counts.withLock { $0 = [:] } }
}
