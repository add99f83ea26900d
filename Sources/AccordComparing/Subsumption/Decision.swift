/// Whether something holds, as far as it can be decided.
enum Decision: Sendable, Hashable {
  case yes
  case no
  case unknown

  /// Whether both hold.
  func and(_ other: @autoclosure () -> Decision) -> Decision {
    if self == .no { return .no }
    let other = other()
    if other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// Whether one of both holds.
  func or(_ other: @autoclosure () -> Decision) -> Decision {
    if self == .yes { return .yes }
    let other = other()
    if other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  init(_ holds: Bool) { self = holds ? .yes : .no }
}
