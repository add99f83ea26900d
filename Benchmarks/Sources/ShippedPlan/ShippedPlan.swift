import Accord
import ShippedContracts

/// Times the whole shipped plan: planned, run, judged; in process and over a socket.
@main
enum ShippedPlan {
  static func main() async throws {
    print("subject          cases  min s  median s  max s  cases/s")
    try await measure("in process", .inProcessMock)
    try await measure("over a socket", .embeddedMock)
  }

  /// Eleven runs, the first of which warms up and is not counted.
  private static func measure(_ name: String, _ subject: Subject) async throws {
    var times: [Double] = []
    var cases = 0
    for round in 0...10 {
      let targets = ShippedContracts.suites.map { ConformanceRun.Target($0, against: subject) }
      let start = ContinuousClock.now
      let report = try await ConformanceRun(targets).report()
      let duration = ContinuousClock.now - start
      cases = report.summary.cases
      guard report.exitStatus == 0 else { throw Broken(summary: "\(report.summary)") }
      if round > 0 { times.append(duration / .seconds(1)) }
    }
    times.sort()
    let median = times[times.count / 2]
    let figures = [times[0], median, times[times.count - 1]].map { text($0) }
    print(
      """
      \(name)\(String(repeating: " ", count: 17 - name.count))\(cases)    \(figures[0])  \
      \(figures[1])     \(figures[2])  \(Int(Double(cases) / median))
      """
    )
  }

  private static func text(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private struct Broken: Error {
    var summary: String
  }
}
