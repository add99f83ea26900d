/// Exchanges of one kind that were seen and not judged.
public struct UnjudgedExchange: Sendable, Hashable, CustomStringConvertible {
  /// The method and the address without its query, such as `GET https://api.example/favicon.ico`.
  public var name: String

  /// Why they were not judged, as a sentence.
  public var reason: String

  /// Where the first was seen.
  public var place: String

  /// How many there were.
  public var count: Int

  /// What is to be said of them, as a sentence.
  public var description: String {
    let many = count == 1 ? place : "\(count) times, first at \(place)"
    return "Not judged: \(name) (\(many)). \(reason)"
  }
}

/// The exchanges that were not judged, in the order in which each kind was first seen.
struct UnjudgedExchanges {
  private(set) var all: [UnjudgedExchange] = []
  private var places: [String: Int] = [:]

  /// The most kinds that a report lists.
  static let limit = 100

  /// Adds one.
  mutating func add(_ name: String, _ reason: String, at place: String) {
    let key = "\(name) \(reason)"
    if let index = places[key] {
      all[index].count += 1
    } else {
      places[key] = all.count
      all.append(UnjudgedExchange(name: name, reason: reason, place: place, count: 1))
    }
  }

  /// A sentence for each kind, as far as a report lists them.
  var sentences: [String] {
    let rest = all.dropFirst(Self.limit)
    guard !rest.isEmpty else { return all.map(\.description) }
    let count = rest.reduce(0) { $0 + $1.count }
    return all.prefix(Self.limit).map(\.description)
      + ["Not judged: \(count) exchanges of \(rest.count) more kinds."]
  }
}
