import AccordModel
import AccordSchema

/// Looks for the values of one given on the server, as far as they are needed: page by page, and with
/// every value of the givens that its call needs.
actor GivenSearch {
  /// What looking came to.
  enum Outcome: Sendable {
    /// The values that are known, each an object of its fields; at least one.
    case values([JSON])
    /// None, with what the first call did.
    case none(String)
    /// It is not known, because the first call went wrong.
    case failed(String)
    /// A given that the call needs has no value.
    case lacking(Given.ID)
    /// The server does not take the credential of the first call, for this reason.
    case refused(String)
  }

  /// The most calls of one look.
  static let mostCalls = 100

  nonisolated let given: Given
  nonisolated let discovery: Given.Discovery
  private let session: Session
  private let needs: [(given: Given, pool: GivenAssignment.Pool)]

  private var found: [JSON] = []
  /// The same, to know a value again.
  private var known: Set<JSON> = []
  /// How many items were seen.
  private var items = 0
  /// Which values of the givens that it needs were tried, by their places.
  private var tried: Set<[Int]> = []
  /// The page that comes next.
  private var next: GivenPage?

  /// A search by a call that needs values of these givens.
  init(
    of given: Given,
    by discovery: Given.Discovery,
    in session: Session,
    needing needs: [(given: Given, pool: GivenAssignment.Pool)]
  ) {
    self.given = given
    self.discovery = discovery
    self.session = session
    self.needs = needs
  }

  /// What the first answer showed of the credential.
  private(set) var credential = CredentialCheck.Look.none

  /// The values that are known so far.
  var values: [JSON] { found }

  /// Looks on until so many values are known or nothing is left to look through; `onFirst` says what the
  /// first answer of all shows of the credential.
  func look(
    for count: Int,
    onFirst: @escaping @Sendable (Exchange) async -> CredentialCheck.Look = { _ in .none }
  ) async -> Outcome {
    var calls = 0
    while found.count < count, calls < Self.mostCalls {
      if Task.isCancelled, calls > 0 { break }
      let page: GivenPage
      if let waiting = next {
        page = waiting
        next = nil
      } else {
        switch await firstPage() {
        case .page(let first): page = first
        case .lacking(let name): return found.isEmpty ? .lacking(name) : .values(found)
        case .none: return found.isEmpty ? nothing(after: calls) : .values(found)
        }
      }
      calls += 1
      let isFirst = tried.count == 1 && page.number == 0
      switch await answer(to: page, onFirst: isFirst ? onFirst : nil) {
      case .values(let values, let all, let exchange):
        items += all.count
        add(values)
        next = page.following(discovery.pages, exchange, items: all)
      case .none(let what): if isFirst { return .none(what) }
      case .failed(let reason): if isFirst { return .failed(reason) }
      case .refused(let reason): return .refused(reason)
      }
    }
    return found.isEmpty ? nothing(after: calls) : .values(found)
  }

  /// Looks from the beginning, and returns what is there now; empty where the call goes wrong.
  func lookAgain(for count: Int) async -> [JSON] {
    let search = GivenSearch(of: given, by: discovery, in: session, needing: needs)
    guard case .values(let values) = await search.look(for: count) else { return [] }
    add(values)
    return values
  }

  private func add(_ values: [JSON]) {
    for value in values where known.insert(value).inserted { found.append(value) }
  }

  private func nothing(after calls: Int) -> Outcome {
    let answers = calls == 1 ? "" : " in \(calls) answers"
    return .none("found none among \(items)\(answers)")
  }
}

extension GivenSearch {
  private enum First {
    case page(GivenPage)
    case lacking(Given.ID)
    case none
  }

  /// The first page with values of the needed givens that were not tried yet, for which those are looked
  /// for further.
  private func firstPage() async -> First {
    while true {
      var pools: [[JSON]] = []
      for need in needs {
        let values = await need.pool.known()
        guard !values.isEmpty else { return .lacking(need.given.id) }
        pools.append(values)
      }
      if let places = untried(pools) {
        tried.insert(places)
        var values = OperandValues(token: "discovery")
        for (need, (pool, place)) in zip(needs, zip(pools, places)) {
          let fields = need.given.fields.map { ($0.name, pool[place][$0.name] ?? .null) }
          values.givens.append((need.given.id, fields))
        }
        return .page(GivenPage(discovery.request, values))
      }
      guard tried.count < Self.mostCalls else { return .none }
      var isMore = false
      for (need, pool) in zip(needs, pools) {
        if case .found(_, let search) = need.pool, !isMore {
          isMore = await search.look(for: pool.count + 1).count > pool.count
        }
      }
      guard isMore else { return .none }
    }
  }

  /// The places of values that were not tried together, the last given's first.
  private func untried(_ pools: [[JSON]]) -> [Int]? {
    var places = Array(repeating: 0, count: pools.count)
    while true {
      if !tried.contains(places) { return places }
      var index = pools.count - 1
      while index >= 0, places[index] == pools[index].count - 1 {
        places[index] = 0
        index -= 1
      }
      guard index >= 0 else { return nil }
      places[index] += 1
    }
  }

  private enum Answer {
    case values([JSON], of: [JSON], in: Exchange)
    case none(String)
    case failed(String)
    case refused(String)
  }

  private func answer(
    to page: GivenPage,
    onFirst: (@Sendable (Exchange) async -> CredentialCheck.Look)?
  ) async -> Answer {
    switch await session.send(page.request, page.values) {
    case .skipped(let reason): return .none("was not sent: \(reason)")
    case .failed(let reason, _): return .failed(reason)
    case .exchanged(let exchange):
      if let response = exchange.response {
        IssuedSecrets.secrets(in: response).forEach(session.onSecret)
      }
      credential = await onFirst?(exchange) ?? credential
      if case .refused(let reason) = credential { return .refused(reason) }
      switch GivenAnswer(exchange, to: discovery, of: given) {
      case .values(let values, let items): return .values(values, of: items, in: exchange)
      case .none(let what): return .none(what)
      case .failed(let reason): return .failed(reason)
      }
    }
  }
}

extension GivenSearch.Outcome {
  /// How many values are known.
  fileprivate var count: Int {
    if case .values(let values) = self { values.count } else { 0 }
  }
}

extension GivenAssignment.Pool {
  /// The values that a call may use and does not use up, as far as they are known.
  fileprivate func known() async -> [JSON] {
    switch self {
    case .values(let values): values
    case .found(_, let search): await search.values
    case .supply(let supply): (try? await supply.common()).map { [$0] } ?? []
    case .none, .failed: []
    }
  }
}
