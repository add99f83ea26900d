/// Which number of a semantic version (2.0.0) is due after some changes.
package enum DueVersion: String, Sendable, Hashable {
  /// Clients break.
  case major
  /// Something is new or different, and nobody breaks.
  case minor
  /// Nothing is different but words.
  case patch
  /// Nothing changed.
  case none

  /// The number that is due.
  ///
  /// In a version 0.x anything may change: what breaks is a minor step there (semver.org, item 4), and
  /// all else a patch.
  package init(after comparison: ContractComparison) {
    let isInitial = comparison.versions.old?.hasPrefix("0.") ?? false
    switch comparison.level {
    case .breaking: self = isInitial ? .minor : .major
    case .dangerous: self = isInitial ? .patch : .minor
    case .harmless:
      let isOfWords = comparison.changes.allSatisfy {
        if case .documentation = $0.difference { true } else { false }
      }
      self = isOfWords || isInitial ? .patch : .minor
    case .none: self = .none
    }
  }

  /// What is due in words, and whether what the contracts state follows.
  package func sentence(of comparison: ContractComparison) -> String {
    let isInitial = comparison.versions.old?.hasPrefix("0.") ?? false
    let due =
      self == .none
      ? "No new version is due: nothing changed." : "A new \(rawValue) version is due."
    var rule = isInitial ? " In 0.x a minor version may break what was there." : ""
    if comparison.level == .dangerous {
      rule +=
        " If a dangerous change breaks a client, it is a \(isInitial ? "minor" : "major") one."
    }
    guard let old = comparison.versions.old, let new = comparison.versions.new,
      let from = Self.numbers(old), let to = Self.numbers(new)
    else { return due + rule }
    let step = Self.step(from, to)
    let isEnough =
      switch self {
      case .none: true
      case .patch: step > 0
      case .minor: step > 1
      case .major: step > 2
      }
    return due + rule + " The contracts state \(old) and \(new), which is "
      + (isEnough ? "enough." : "too little.")
  }

  private static func numbers(_ text: String) -> [Int]? {
    let core = text.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".").map { Int($0) }
    guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return nil }
    return numbers.compactMap(\.self) + Array(repeating: 0, count: 3 - numbers.count)
  }

  /// 3 for a new first number, 2 for a second, 1 for a third, 0 for none.
  private static func step(_ from: [Int], _ to: [Int]) -> Int {
    for index in 0..<3 where to[index] != from[index] {
      return to[index] > from[index] ? 3 - index : 0
    }
    return 0
  }
}
