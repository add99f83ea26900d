import AccordModel
import Synchronization

/// What a judge said of the cases of a suite, which it says again of the same exchanges.
///
/// Whoever runs one plan against many servers, each wrong in one way, gets from nearly all cases what
/// it got before. Judging depends on the case, the suite and the exchanges alone, their timing aside,
/// so a memory belongs to one suite and to judges that are alike.
package final class JudgementMemory: Sendable {
  private struct Entry: Sendable {
    var exchanges: [Exchange]
    var judgement: Judgement
  }

  /// How many different answers are kept for a case.
  private static let limit = 4

  private let entries = Mutex<[CaseID: [Entry]]>([:])

  package init() {}

  /// What was said of these exchanges, or is said now.
  func judgement(
    of testCase: Case,
    _ exchanges: [Exchange],
    _ judge: () -> Judgement
  ) -> Judgement {
    var seen = exchanges
    for index in seen.indices { seen[index].timing = Exchange.Timing() }
    let known = entries.withLock { $0[testCase.id] ?? [] }
    if let entry = known.first(where: { $0.exchanges == seen }) { return entry.judgement }
    let judgement = judge()
    // What was not judged to its end is not what would be said of it.
    if case .notRun = judgement.verdict { return judgement }
    entries.withLock { entries in
      guard entries[testCase.id, default: []].count < Self.limit else { return }
      entries[testCase.id, default: []].append(Entry(exchanges: seen, judgement: judgement))
    }
    return judgement
  }
}
