import Accord
@testable import AccordMocking
import ShippedContracts
import Synchronization
import Testing

/// Servers of Interact that have only what its documents promise, or that take repetitions otherwise.
@Suite("What no document of Interact settles", .serialized)
struct InvitationTests {
  private static func report(
    _ cases: [String],
    _ distortion: @escaping Mock.Distortion
  ) async throws -> Report {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "interact" })
    return try await Trial(suite: suite, cases: cases, difference: .answers(distortion)).report()
  }

  @Test(arguments: [404, 405, 501])
  func neighboursMayBeAbsent(_ status: Int) async throws {
    let report = try await Self.report(["interact/*/life-cycle/*"]) { request, mock in
      let isNeighbour =
        request.path == "/rest/user/company/connections" || request.path.hasSuffix("/connection")
      return isNeighbour && request.method == "GET"
        ? .text(status, "There is nothing here.\n") : mock(request)
    }
    #expect(report.violations == [], "\(report.account)")
    #expect(report.summary.failed == 0, "\(report.account)")
    // Without them nothing shows what became of an invitation.
    let names = ["connections.find-all", "connections.find-one"]
    for result in report.results where result.judgement.verdict == .conforms {
      #expect(!result.testCase.steps.contains { names.contains($0.contract) })
    }
    #expect(report.settings.warnings.count == 2)
    #expect(
      report.settings.warnings.allSatisfy { warning in
        warning.contains("not checked to the end: the server has no operation find")
      }
    )
  }

  /// What a repetition gets is documented nowhere; that it has no further effect is.
  @Test(arguments: [200, 400, 404, 409])
  func repetitionMayBeRefused(_ status: Int) async throws {
    let answered = Mutex<Set<String>>([])
    let report = try await Self.report(["interact/*/life-cycle/*/repeated-in/*"]) { request, mock in
      guard request.method == "PUT", !answered.withLock({ $0.insert(request.path).inserted }) else {
        return mock(request)
      }
      return MockAnswer(
        status,
        fields: [Field("Content-Type", "application/json")],
        body: Array(#"{"errorCode":4711,"errorMsg":"It was answered before."}"#.utf8)
      )
    }
    #expect(report.violations == [], "\(report.account)")
    #expect(report.results.count == 6)
    #expect(report.summary.conforming == 6, "\(report.account)")
  }
}
