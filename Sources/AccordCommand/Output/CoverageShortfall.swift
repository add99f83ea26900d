import AccordModel
import AccordReporting

/// That a run put less to the test than was asked.
struct CoverageShortfall: CustomStringConvertible {
  /// What is to be said of it.
  let description: String

  /// How many promises are listed.
  private static let limit = 10

  /// The shortfall of a run; `nil` when its coverage reaches the percentage.
  init?(_ record: RunRecord, of suites: [ContractSuite], below percentage: Double) {
    let coverage = Coverage(
      joining: zip(suites, record.suites).map { Coverage(of: $0, in: $1) }
    )
    let figure = coverage.figure
    guard Double(figure.hundredths) < percentage * 100 else { return nil }
    let missing = coverage.missing
    var lines = [
      """
      Coverage is \(figure.percent), less than the \(percentage) % of --min-coverage: \
      \(missing.count) of \(quantity(figure.promised, "promise")) \
      \(missing.count == 1 ? "was" : "were") not put to the test.
      """
    ]
    for entry in missing.prefix(Self.limit) {
      let promise = entry.promise
      let reason = entry.reason.map { ": \($0)" } ?? ""
      lines.append("  \(promise.contract) \(promise.id) · \(entry.state.words)\(reason)")
    }
    if missing.count > Self.limit {
      lines.append(
        "  and \(missing.count - Self.limit) more: \(ConformanceCommand.toolName) document --run shows them all"
      )
    }
    description = lines.joined(separator: "\n")
  }
}
