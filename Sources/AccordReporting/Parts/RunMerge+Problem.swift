extension RunMerge {
  /// Why runs cannot be joined.
  package enum Problem: Error, Sendable, Hashable {
    /// No file was named.
    case noPart
    /// A run is of a whole plan.
    case whole(String)
    /// A part says of other cases where they stand than it has.
    case places(String)
    /// Two versions of Accord made them.
    case version(String, String, String, String)
    /// The plans are not one.
    case plan(String, String)
    /// One plan was divided in two ways.
    case count(String, Int, String, Int)
    /// They were run with different seeds, or one of them strictly.
    case settings(String, String)
    /// One part is there twice.
    case twice(Int, String, String)
  }
}

extension RunMerge.Problem: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  package var description: String {
    switch self {
    case .noPart: "No part was named: name the files that `verify --shard` wrote."
    case .whole(let path):
      """
      "\(path)" is the run of a whole plan, and no part. Give what `verify --shard I/N --report json` \
      wrote.
      """
    case .places(let path):
      """
      "\(path)" does not say of each of its cases where it stands in the plan. Run this part again.
      """
    case .version(let first, let version, let second, let other):
      """
      "\(first)" was made by Accord \(version), and "\(second)" by Accord \(other). Run all parts with \
      one version.
      """
    case .plan(let first, let second):
      """
      "\(first)" and "\(second)" are parts of different plans: other contracts, another selection or \
      other options that choose cases. Run all parts from one revision with the same options.
      """
    case .count(let first, let count, let second, let other):
      """
      "\(first)" is one of \(count) parts, and "\(second)" one of \(other). Give the parts of one run.
      """
    case .settings(let first, let second):
      """
      "\(first)" and "\(second)" were run with different seeds, or one of them with --strict. Give all \
      parts the same --seed, and --strict to all or to none.
      """
    case .twice(let number, let first, let second):
      """
      "\(first)" and "\(second)" are both part \(number). Give each part once.
      """
    }
  }
}
