/// What a change means for those who call an API, from the least to the worst.
package enum ChangeLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Nothing changed.
  case none
  /// Every client that worked goes on working.
  case harmless
  /// It may break clients, or it cannot be decided whether it does.
  case dangerous
  /// There are clients that kept to the old contract, and no longer work.
  case breaking

  private var rank: Int {
    switch self {
    case .none: 0
    case .harmless: 1
    case .dangerous: 2
    case .breaking: 3
    }
  }

  /// Orders levels by how bad they are.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
