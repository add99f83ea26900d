import AccordModel

/// The results of one contract, in the order of the report.
struct EndpointResults {
  /// The contract.
  let contract: Contract.ID
  /// Its results.
  private(set) var results: [RunRecord.Case]
  /// Its error names that no case brings about.
  private(set) var notProvoked: [Plan.NotProvoked]

  /// The counts.
  var summary: Summary { Summary(results, notProvoked: notProvoked.count) }

  /// The results of a suite by contract, in the order in which the contracts first occur.
  static func endpoints(of suite: RunRecord.Suite) -> [EndpointResults] {
    var endpoints: [EndpointResults] = []
    var places: [Contract.ID: Int] = [:]
    func place(of contract: Contract.ID) -> Int {
      if let place = places[contract] { return place }
      places[contract] = endpoints.count
      endpoints.append(EndpointResults(contract: contract, results: [], notProvoked: []))
      return endpoints.count - 1
    }
    for result in suite.cases {
      endpoints[place(of: result.contract)].results.append(result)
    }
    for entry in suite.notProvoked {
      endpoints[place(of: entry.contract)].notProvoked.append(entry)
    }
    return endpoints
  }
}
