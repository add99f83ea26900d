public import AccordModel
public import AccordRunning

/// A suite, and where the traffic is that it is to judge.
public struct TrafficTarget: Sendable {
  /// The suite.
  public var suite: ContractSuite

  /// The server whose traffic is judged; `nil` where any may be meant.
  public var address: ServerAddress?

  /// Paths that may go before every route, where there is no address: those of the servers of a document.
  public var basePaths: [String]

  /// Creates a target.
  public init(
    _ suite: ContractSuite,
    at address: ServerAddress? = nil,
    below basePaths: [String] = []
  ) {
    self.suite = suite
    self.address = address
    self.basePaths = basePaths
  }

  /// The targets of a request below the paths that may go before every route, the longest of these first;
  /// none where the request went to another server.
  func targets(of exchange: SeenExchange) -> [String] {
    var paths = basePaths.map { path -> String in
      var path = path[...]
      while path.hasSuffix("/") { path = path.dropLast() }
      return String(path)
    }
    paths = paths.filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) } + [""]
    if let address {
      guard exchange.origin == address.origin else { return [] }
      paths = [address.path]
    }
    return paths.compactMap { path in
      let target = exchange.target
      guard !path.isEmpty else { return target }
      guard target.hasPrefix(path) else { return nil }
      let rest = target.dropFirst(path.count)
      guard let next = rest.first else { return "/" }
      return next == "/" ? String(rest) : next == "?" ? "/" + rest : nil
    }
  }
}
