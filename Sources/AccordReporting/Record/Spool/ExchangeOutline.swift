/// What is to be known of the exchanges of a case without their contents.
package struct ExchangeOutline: Sendable, Hashable {
  /// How many there are.
  package let count: Int
  /// How long they took together, in microseconds.
  package let duration: Int
  /// How long each took, in microseconds.
  package let durations: [Int]
  /// Whether a request was sent a second time.
  package let wasResent: Bool
  /// The statuses that came, each once, in ascending order.
  package let statuses: [Int]

  /// The outline of one exchange that was sent once.
  init(ofOne statuses: [Int], duration: Int) {
    count = 1
    self.duration = duration
    durations = [duration]
    wasResent = false
    self.statuses = statuses
  }

  /// The outline of exchanges.
  init(_ exchanges: [RunRecord.Exchange]) {
    count = exchanges.count
    duration = exchanges.reduce(0) { sum, exchange in
      sum.addingReportingOverflow(max(0, exchange.timing.total)).partialValue
    }
    durations = exchanges.map { max(0, $0.timing.total) }
    wasResent = exchanges.contains(where: \.wasResent)
    statuses = Set(exchanges.compactMap { $0.response?.status }).sorted()
  }
}
