import AccordModel
import AccordSchema

/// The values of one given in their order, found again without looking through all of them.
///
/// Which of them are free its owner knows: a value may be used up by the name of another given.
struct GivenStock {
  /// The values, each an object of the given's fields in the given's order.
  private(set) var values: [JSON]

  /// Where each value stands first.
  private var places: [JSON: Int]
  /// No value before the first place is free, and none from the second on.
  private var open: Range<Int>
  /// The values whose requests were refused, in the order in which that was learnt: their places, and
  /// which use of theirs that was.
  private var refused: [(place: Int, use: Int)] = []
  /// How many of those were taken back, or are no longer refused.
  private var settled = 0

  init(_ values: [JSON] = []) {
    self.values = values
    places = Dictionary(values.enumerated().map { ($1, $0) }) { first, _ in first }
    open = 0..<values.count
  }

  func contains(_ value: JSON) -> Bool { places[value] != nil }

  /// Adds a value at the end, unless it is there.
  mutating func add(_ value: JSON) -> Bool {
    guard !contains(value) else { return false }
    places[value] = values.count
    values.append(value)
    open = open.lowerBound..<values.count
    return true
  }

  /// The first value that nobody used up and that is none of some others.
  mutating func first(besides taken: [JSON] = [], isUsed: (JSON) -> Bool) -> JSON? {
    while let place = open.first, isUsed(values[place]) { open = place + 1..<open.upperBound }
    return values[open].first { !isUsed($0) && !taken.contains($0) }
  }

  /// The last value that nobody used up and that is none of some others.
  mutating func last(besides taken: [JSON], isUsed: (JSON) -> Bool) -> JSON? {
    while let place = open.last, isUsed(values[place]) { open = open.lowerBound..<place }
    return values[open].last { !isUsed($0) && !taken.contains($0) }
  }

  /// Learns that a value that was used up is free again.
  mutating func free(_ value: JSON) {
    guard let place = places[value] else { return }
    open = min(open.lowerBound, place)..<max(open.upperBound, place + 1)
  }

  /// Learns that the request of one use of a value was refused.
  mutating func noteRefused(_ value: JSON, use: Int) {
    if let place = places[value] { refused.append((place, use)) }
  }

  /// The value whose refusal was learnt first, of those that were not used since and none of some others.
  mutating func firstRefused(
    besides taken: [JSON],
    isRefused: (_ value: JSON, _ use: Int) -> Bool
  ) -> JSON? {
    func waits(_ entry: (place: Int, use: Int)) -> Bool {
      isRefused(values[entry.place], entry.use)
    }
    while settled < refused.count, !waits(refused[settled]) { settled += 1 }
    let entry = refused[settled...].first { waits($0) && !taken.contains(values[$0.place]) }
    return entry.map { values[$0.place] }
  }
}
