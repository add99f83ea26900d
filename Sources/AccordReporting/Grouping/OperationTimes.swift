import AccordModel
import AccordSchema

/// How long the exchanges of an endpoint's cases took: percentiles, in microseconds.
///
/// A percentile is the least time that so many percent of the exchanges did not exceed (nearest rank).
struct OperationTimes: Sendable, Hashable {
  /// The endpoint.
  let contract: Contract.ID
  /// The times in ascending order; never empty.
  private let times: [Int]

  /// How many exchanges there were.
  var count: Int { times.count }

  /// The longest time.
  var longest: Int { times[times.count - 1] }

  /// The percentiles that are shown.
  static let shown = [50, 90, 99]

  /// The time that so many percent of the exchanges did not exceed: 1 to 100.
  func percentile(_ percent: Int) -> Int {
    times[max(0, (times.count * percent + 99) / 100 - 1)]
  }

  /// The times of a suite's endpoints, in its order; none of those whose times are not known.
  static func times(of suite: RunRecord.Suite) -> [OperationTimes] {
    var times: [Contract.ID: [Int]] = [:]
    for result in suite.cases {
      let known = result.sent.outline.durations.filter { $0 > 0 }
      if !known.isEmpty { times[result.contract, default: []] += known }
    }
    return suite.contracts.compactMap { contract in
      times[contract.id].map { OperationTimes(contract: contract.id, times: $0.sorted()) }
    }
  }

  /// A time as people read it, such as `1.2 ms`.
  static func words(_ microseconds: Int) -> String {
    switch microseconds {
    case ..<1_000: "\(microseconds) µs"
    case ..<100_000: "\(microseconds / 1_000).\(microseconds % 1_000 / 100) ms"
    case ..<10_000_000: "\(microseconds / 1_000) ms"
    default: "\(microseconds / 1_000_000) s"
    }
  }
}

extension OperationTimes: EncodedValue {
  var json: JSON {
    .object(
      [JSONMember("contract", .string(contract)), JSONMember("exchanges", .count(count))]
        + Self.shown.map { JSONMember("p\($0)", .count(percentile($0))) }
        + [JSONMember("longest", .count(longest))]
    )
  }
}
