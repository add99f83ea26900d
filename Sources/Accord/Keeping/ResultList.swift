/// What is kept of results, by their places in the plan, filled in any order.
actor ResultList<Kept: Sendable> {
  private var results: [Kept?]
  private(set) var connections = ConnectionTally()

  /// A list of as many places as a plan has cases.
  init(count: Int) { results = Array(repeating: nil, count: count) }

  /// Puts a result into its place, and counts how its exchanges took place.
  func set(_ result: Kept, at index: Int, _ connections: ConnectionTally?) {
    results[index] = result
    if let connections { self.connections.add(connections) }
  }

  /// Redacts what is there.
  func redact(_ redact: (Kept) -> Kept) {
    for index in results.indices { results[index] = results[index].map(redact) }
  }

  /// All results; `ended` is what is kept of a case that has none.
  func all(_ ended: (Int) -> Kept) -> [Kept] {
    results.indices.map { results[$0] ?? ended($0) }
  }
}

extension Report.Result {
  /// What is to be said of a case that the run ended before, or within.
  static func ended(_ testCase: Case, _ reason: String? = nil) -> Report.Result {
    Report.Result(
      testCase,
      judgement: Judgement(.notRun(reason: reason ?? "The run ended before its turn."))
    )
  }
}
