import AccordModel
import Testing

@testable import AccordReporting

@Suite("Times of operations") struct OperationTimesTests {
  private static func suite(_ times: [Int]) -> RunRecord.Suite {
    Timed.suite(times.map { (.conforms, Int64($0)) })
  }

  @Test(
    "Percentiles are the least times that so many did not exceed",
    arguments: [
      ([7], [7, 7, 7], 7), ([1, 2], [1, 2, 2], 2), ([4, 3, 2, 1], [2, 4, 4], 4),
      (Array(1...100), [50, 90, 99], 100), (Array((1...1_000).reversed()), [500, 900, 990], 1_000),
    ]
  )
  func takesPercentiles(_ times: [Int], _ percentiles: [Int], _ longest: Int) throws {
    let found = try #require(OperationTimes.times(of: Self.suite(times)).first)
    #expect(OperationTimes.shown.map(found.percentile) == percentiles)
    #expect(found.longest == longest)
    #expect(found.count == times.count)
  }

  @Test("Without times there is nothing to tell")
  func tellsNothing() {
    #expect(OperationTimes.times(of: Self.suite([0, 0])).isEmpty)
    #expect(OperationTimes.times(of: Self.suite([])).isEmpty)
  }

  @Test(
    "Times are read by people",
    arguments: [
      (0, "0 µs"), (999, "999 µs"), (1_250, "1.2 ms"), (99_999, "99.9 ms"), (100_000, "100 ms"),
      (9_999_999, "9999 ms"), (12_000_000, "12 s"),
    ]
  )
  func wordsTimes(_ time: Int, _ words: String) { #expect(OperationTimes.words(time) == words) }
}
