import Accord
import AccordAudit
import ShippedContracts
import Testing

@Suite struct AuditTests {
  @Test func shipped() async throws {
    for suite in ShippedContracts.suites {
      let start = ContinuousClock.now
      let report = AuditReport([await Audit(of: suite).report()])
      let f = report.figures
      print("##", suite.id, report.suites[0].cases, report.suites[0].silent, report.suites[0].madeRequests, f, f.score, f.strictScore, ContinuousClock.now - start)
      for (name, f) in report.figures(by: \.operator) { print("#op", name, f.noticed, f.survived, f.equivalent, "strict", f.noticedStrictly) }
      for e in report.entries where e.outcome != .noticed { print("#m", e.outcome.rawValue, e.id, "|", e.sentence, "|", e.reached, e.noticedStrictly.map { "strict " + $0.rule } ?? "", e.unsent ?? "", e.nearest.map { "\($0)" } ?? "") }
    }
  }
}
