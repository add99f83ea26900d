/// The bounds within which documents are held to a schema.
public struct ValidationLimits: Sendable, Hashable {
  /// How many violations are collected in one document; at least one.
  public var violations: Int

  /// How many times the usual work may be done before there is no verdict, 1 to 1,000.
  ///
  /// The work is the number of schemas that are applied, and the steps that patterns and numbers of
  /// very many digits take.
  public var effort: Int {
    get { max(share / Self.shares, 1) }
    set { share = min(max(newValue, 1), 1000) * Self.shares }
  }

  /// How deep schemas may be applied inside one another, 1 to 50,000.
  ///
  /// Schemas may refer to themselves, and then the document decides how deep. Each level takes up to
  /// eight kilobytes of the stack; the usual 1,200 are well within that of every thread.
  public var depth: Int

  /// The effort in shares of the usual work, at least one.
  ///
  /// A debug build takes seconds for what is usual, so tests of what happens when it is used up set
  /// this, as others set a clock.
  package var share: Int

  /// How many shares the usual work has.
  package static let shares = 128

  /// A thousand violations, the usual work, and 1,200 levels.
  public static let `default` = ValidationLimits()

  /// Creates limits; numbers outside their ranges are moved to the nearest inside.
  public init(violations: Int = 1000, effort: Int = 1, depth: Int = 1200) {
    self.violations = max(violations, 1)
    share = min(max(effort, 1), 1000) * Self.shares
    self.depth = min(max(depth, 1), 50_000)
  }

  /// How much may be done of which this much is usual.
  func work(usually amount: Int) -> Int { amount * share / Self.shares }
}

/// The steps that the keywords of one evaluation may still take, where a value can be made to cost
/// more than its size.
struct WorkBudget: Sendable {
  /// How many steps are left.
  private(set) var rest: Int
  private let share: Int

  /// The steps for a document of some size: many for each byte, and in small ones still more.
  init(_ limits: ValidationLimits, bytes: Int) {
    share = limits.share
    rest = limits.work(usually: 100_000_000 + 64 * bytes)
  }

  /// How many steps one search may take of which this many are usual.
  func allowance(usually steps: Int) -> Int {
    min(steps * share / ValidationLimits.shares, rest)
  }

  mutating func spend(_ steps: Int) { rest = max(rest - steps, 0) }
}
