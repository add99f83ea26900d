/// How much a plan tries.
public enum PlanDepth: String, Sendable, Hashable, CaseIterable {
  /// Each promise in one place: examples, and requests that are wrong in one way.
  case quick
  /// The same, and each also by the other methods and in the other formats, paired; values at their bounds;
  /// what is wrong on the wire.
  case standard
  /// The same in every method with every format, and content that changes what the server keeps.
  case thorough
}

/// How a suite is planned.
///
/// ```swift
/// let quick = PetStore.suite.plan(options: PlanOptions(depth: .quick))
/// ```
public struct PlanOptions: Sendable, Hashable {
  /// How much is tried.
  public var depth: PlanDepth

  /// Creates options; the depth is ``PlanDepth/standard`` unless another is named.
  public init(depth: PlanDepth = .standard) { self.depth = depth }

  /// The most cases that combine what is tried with methods and formats, of one contract.
  var mostCombinations: Int {
    switch depth {
    case .quick: 0
    case .standard: 600
    case .thorough: 5_000
    }
  }
}
