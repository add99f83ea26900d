import AccordModel
import Testing

@testable import AccordReporting

@Suite("The trend of runs") struct RunTrendTests {
  private static func run(
    _ second: Int64?,
    _ verdicts: [Verdict],
    time: Int64 = 2_000
  ) -> RunRecord {
    RunRecord(
      suites: [Timed.suite(verdicts.map { ($0, time) })],
      settings: Report.Settings(seed: 0),
      began: second.flatMap { Moment(secondsSinceEpoch: $0) }
    )
  }

  private static func trend(_ runs: [RunRecord]) -> RunTrend {
    var trend = RunTrend()
    for (index, run) in runs.enumerated() { trend.add(run, named: "\(index).json") }
    return trend
  }

  private static let skipped = Verdict.skipped(reason: "No value.")

  @Test("Runs stand in the order in which they began")
  func ordersRuns() {
    let trend = Self.trend([
      Self.run(30, [.conforms]), Self.run(10, [.violates]), Self.run(nil, [.conforms]),
    ])
    #expect(
      trend.entries.map(\.title) == ["2.json", "1970-01-01T00:00:10Z", "1970-01-01T00:00:30Z"]
    )
    #expect(trend.entries.map(\.exitStatus) == [0, 1, 0])
  }

  @Test("A case that changed more than once is flaky, one that broke or was mended is not")
  func findsFlaky() {
    let trend = Self.trend([
      Self.run(1, [.conforms, .conforms, .violates, .conforms]),
      Self.run(2, [.violates, .conforms, .conforms, Self.skipped]),
      Self.run(3, [.conforms, .violates, .conforms, .violates]),
      Self.run(4, [.failed(reason: "It is down."), .violates, .conforms, .conforms]),
    ])
    #expect(trend.flaky.map(\.id.description) == ["pets/pets.get/0", "pets/pets.get/3"])
    #expect(trend.flaky.map(\.changes) == [3, 2])
    #expect(trend.flaky[1].states == [true, nil, false, true])
  }

  @Test(
    "Slower is half as long again, and a millisecond",
    arguments: [
      ([2_000, 2_000, 3_100], true), ([2_000, 2_000, 2_900], false), ([100, 100, 900], false),
      ([9_000, 2_000, 2_000, 3_100], true), ([3_100], false),
    ] as [([Int64], Bool)]
  )
  func findsSlower(_ times: [Int64], _ isSlower: Bool) {
    let trend = Self.trend(
      times.enumerated().map { Self.run(Int64($0), [.conforms], time: $1) }
    )
    #expect(trend.slower.isEmpty == !isSlower)
    if isSlower {
      #expect(
        trend.slower == [RunTrend.Slower(endpoint: "pets/pets.get", before: 2_000, now: 3_100)]
      )
    }
  }

  @Test("It is written for terminals, Markdown and browsers")
  func isWritten() {
    let trend = Self.trend([
      Self.run(1, [.conforms, .conforms]), Self.run(2, [.violates, .conforms]),
      Self.run(3, [.conforms, .conforms], time: 40_000),
    ])
    #expect(
      trend.text(in: .terminal) == """
        run                   cases  conforming  violating  coverage
        1970-01-01T00:00:01Z      2           2          0   100.0 %
        1970-01-01T00:00:02Z      2           1          1   100.0 %
        1970-01-01T00:00:03Z      2           2          0   100.0 %

        right and wrong by turns: 1
          ✓✗✓  pets/pets.get/0

        slower than before, in the median: 1
          pets/pets.get: 2.0 ms, now 40.0 ms

        """
    )
    let markdown = trend.text(in: .markdown)
    #expect(markdown.contains("| ✓✗✓ | `pets/pets.get/0` |"))
    #expect(markdown.contains("| `pets/pets.get` | 2.0 ms | 40.0 ms |"))
    let page = trend.text(in: .html)
    #expect(page.contains("<h1>Trend of 3 runs</h1>"))
    #expect(page.contains("<th scope=\"row\">pets/pets.get/0</th>"))
  }
}
