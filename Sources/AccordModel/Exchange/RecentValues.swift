import Synchronization

/// Values that were made lately, by what they were made from.
///
/// Servers give the same long answer to many requests: what is made of one of them need not be made
/// again. Only so much is kept, and what was not asked for longest goes first; what is light is made
/// as fast as it is found, and is not kept at all.
package final class RecentValues<Key: Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: Key
    var value: Value
    var weight: Int
  }

  /// What was asked for last stands last.
  private let entries = Mutex<[Entry]>([])

  /// How many values are kept, at most.
  private static var mostValues: Int { 16 }
  /// What all of them weigh, at most.
  private static var heaviest: Int { 2 << 20 }
  /// What is lighter is not kept.
  package static var lightest: Int { 1 << 10 }

  private let isSame: @Sendable (Key, Key) -> Bool

  /// Values by keys that are compared so: generic code would compare bodies byte by byte, through a table
  /// of functions.
  package init(by isSame: @escaping @Sendable (Key, Key) -> Bool) { self.isSame = isSame }

  /// The value that was made from a key, or is made now; where two ask at once, both may make it.
  ///
  /// The weight is that of the body in bytes, whether it is the key or the value.
  package func value<Failure: Error>(
    for key: Key,
    weight: (Value) -> Int,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let known = known(key) { return known }
    let value = try make()
    let weight = weight(value)
    guard (Self.lightest...Self.heaviest / 4).contains(weight) else { return value }
    entries.withLock { entries in
      entries.append(Entry(key: key, value: value, weight: weight))
      while entries.count > Self.mostValues
        || entries.reduce(0, { $0 + $1.weight }) > Self.heaviest
      {
        entries.removeFirst()
      }
    }
    return value
  }

  /// The value that was made from a body, or is made now.
  package func value<Failure: Error>(
    for body: Key,
    _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value where Key == [UInt8] {
    guard body.count >= Self.lightest else { return try make() }
    return try value(for: body, weight: { _ in body.count }, make)
  }

  private func known(_ key: Key) -> Value? {
    entries.withLock { entries in
      guard let index = entries.lastIndex(where: { isSame($0.key, key) }) else { return nil }
      let entry = entries.remove(at: index)
      entries.append(entry)
      return entry.value
    }
  }
}

extension RecentValues where Key == [UInt8] {
  /// Values by bodies.
  package convenience init() { self.init { $0 == $1 } }
}
