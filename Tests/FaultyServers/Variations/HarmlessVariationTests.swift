import Accord
@testable import AccordMocking
import AccordWire
import ShippedContracts
import Synchronization
import Testing

/// What no document rules out is not reported, not even as a warning.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct HarmlessVariationTests {
  @Test(arguments: HarmlessVariation.all)
  func isNotFlagged(_ variation: HarmlessVariation) async throws {
    let varied = Counter()
    var trial = Trial(
      suite: try #require(ShippedContracts.suites.first { $0.id == variation.suite }),
      cases: variation.cases,
      difference: variation.difference(counting: varied)
    )
    trial.depth = variation.depth
    let report = try await trial.report()
    let account = "\(variation.permission)\n\(report.account)"
    #expect(report.violations == [], "\(account)")
    #expect(report.exitStatus == 0, "\(account)")
    #expect(report.summary.failed + report.summary.skipped == 0, "\(account)")
    #expect(report.results.allSatisfy { !$0.judgement.rules.isEmpty }, "\(account)")
    // A variation that varies nothing would prove nothing.
    #expect(varied.count > 0)
  }

  @Test func namesAreUnique() {
    #expect(Set(HarmlessVariation.all.map(\.testDescription)).count == HarmlessVariation.all.count)
    #expect(HarmlessVariation.all.count >= 30)
  }
}

/// Counts the answers that were really varied.
private final class Counter: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  func add() { value.withLock { $0 += 1 } }
}

extension HarmlessVariation {
  /// The usual cases are many: every twelfth variation meets them at standard depth.
  fileprivate var depth: PlanDepth {
    let number = Self.all.firstIndex { $0.testDescription == testDescription } ?? 0
    return cases == Self.usualCases(of: suite) && !number.isMultiple(of: 12) ? .quick : .standard
  }

  fileprivate func difference(counting varied: Counter) -> Trial.Difference {
    switch change {
    case .answer(let change):
      return .answers { request, mock in
        let plain = mock(request)
        var answer = plain
        change(&answer)
        if answer != plain { varied.add() }
        return answer
      }
    case .reading(let change):
      return .answers { request, mock in
        var read = request
        change(&read)
        if read != request { varied.add() }
        return mock(read)
      }
    case .writing(let write):
      return .wire { request, answer in
        if let reply = write(answer) {
          varied.add()
          return reply
        }
        return FaultPlayer(isHEAD: false, keepsAlive: request.keepsAlive).reply(answer)
      }
    }
  }
}
