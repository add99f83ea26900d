/// One of several parts of a plan, which machines run at the same time.
public struct Shard: Sendable, Hashable {
  /// Which part it is, from 1 to ``count``.
  public let number: Int

  /// How many parts there are, at least 1.
  public let count: Int

  /// Creates a part; `nil` unless `number` is one from 1 to `count`.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }
}
