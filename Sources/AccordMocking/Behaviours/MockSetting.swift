public import AccordModel

/// Where a mock behaviour serves.
public struct MockSetting: Sendable {
  /// The token that every mock accepts.
  public static let token = "accord-mock-token"

  /// The suite that is served.
  public let suite: ContractSuite

  /// What made-up values are made of.
  public let seed: UInt64

  /// Seconds of a clock that never goes back, for what expires.
  public let now: @Sendable () -> Int64

  /// Creates a setting.
  public init(
    _ suite: ContractSuite,
    seed: UInt64 = 0,
    now: @escaping @Sendable () -> Int64 = { 0 }
  ) {
    self.suite = suite
    self.seed = seed
    self.now = now
  }
}
