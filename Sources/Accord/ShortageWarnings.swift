import AccordRunning

/// What has to be said of live data of which there was too little.
enum ShortageWarnings {
  /// How many promises are named.
  private static let mostPromises = 10

  /// A sentence or more for each given.
  static func warnings(of shortages: [GivenShortage], in suite: ContractSuite) -> [String] {
    shortages.map { shortage in
      let name = "\(suite.id).\(shortage.given)"
      let were = shortage.values == 1 ? "1 value was" : "\(shortage.values) values were"
      let skipped = shortage.skipped == 1 ? "1 case was" : "\(shortage.skipped) cases were"
      return """
        \(suite.id): \(were) there of \(name), and \(shortage.cases) cases use one up: \
        \(skipped) skipped. \(unreached(shortage, in: suite))
        """
    }
  }

  private static func unreached(_ shortage: GivenShortage, in suite: ContractSuite) -> String {
    let all = "\(shortage.values + shortage.missing) values would be enough for every case."
    let promises = shortage.unreached
    guard !promises.isEmpty else {
      return "Other cases put the same promises to the test. \(all)"
    }
    let names = promises.prefix(mostPromises).map { "\($0.contract): \($0.clause)" }
    let more = promises.count - names.count
    let list = names.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    let count = promises.count == 1 ? "1 promise was" : "\(promises.count) promises were"
    return """
      \(count) put to the test by no other case: \(list). \
      \(shortage.values + shortage.telling) values would reach \
      \(promises.count == 1 ? "it" : "them"); \(all)
      """
  }
}
