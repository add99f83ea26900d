import Accord
import Testing

/// Every faulty server is caught by the rule that should catch it, and by no other.
// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct FaultyServerTests {
  @Test(arguments: FaultyServer.all) func isCaught(_ server: FaultyServer) async throws {
    let report = try await Trial(
      suite: .served(server.suite),
      cases: server.cases.isEmpty ? Self.documented(server.suite) : server.cases,
      difference: server.difference
    )
    .report()
    let account = "\(server.promise)\n\(report.account)"
    #expect(Set(report.violations.map(\.rule)) == Set(server.rules), "\(account)")
    #expect(
      report.violations.allSatisfy { $0.place.description.hasPrefix(server.place) },
      "\(account)"
    )
    if let level = server.level {
      // What shows in a way to ask that is only assumed is an assumption too.
      let levels = Set(report.violations.map(\.level))
      #expect(levels.contains(level), "\(account)")
      #expect(level == .must || levels == [level], "\(account)")
      #expect(report.exitStatus == (level == .must ? 1 : 0), "\(account)")
    }
    #expect(report.summary.failed == 0, "\(account)")
  }

  /// The cases of the documents, each a request of its own; what becomes of things, and the lists in which
  /// it shows, have servers of their own.
  private static func documented(_ suite: ContractSuite.ID) -> [String] {
    guard suite == "interact" else { return [] }
    return [
      "interact/company.preregister/*", "interact/recommended.request-connection/v*",
      "interact/connections.accept-reject/v*",
    ]
  }

  @Test func namesAreUnique() {
    #expect(Set(FaultyServer.all.map(\.name)).count == FaultyServer.all.count)
    #expect(FaultyServer.all.count >= 100)
  }

  /// A server that is reported by several rules says why.
  @Test func severalRulesHaveAReason() {
    for server in FaultyServer.all where server.rules.count > 1 {
      #expect(server.reason != nil, "\(server.name)")
    }
  }
}

extension Report {
  /// What was found, for a test that fails.
  var account: String {
    let lines = results.flatMap { result -> [String] in
      let id = result.testCase.id.description
      var lines = result.judgement.violations.map { violation in
        "\(id) · \(violation.rule) (\(violation.level.rawValue)) at \(violation.place): "
          + "expected \(violation.expected), found \(violation.actual)"
      }
      switch result.judgement.verdict {
      case .failed(let reason): lines.append("\(id) failed: \(reason)")
      case .skipped(let reason): lines.append("\(id) skipped: \(reason)")
      case .notChecked(let reason): lines.append("\(id) not checked: \(reason)")
      case .conforms, .violates, .notRun: break
      }
      return lines
    }
    return "\(summary)\n" + lines.prefix(12).joined(separator: "\n")
  }
}
