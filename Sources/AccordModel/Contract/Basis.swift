/// Where a clause comes from.
public enum Basis: Sendable, Hashable {
  /// The document states it: breaking it is a violation.
  case stated

  /// It is our reading of something the document leaves open: breaking it is a warning, and a
  /// violation only in a strict run.
  case assumption(String)

  /// Whether the document states it.
  public var isStated: Bool { self == .stated }

  /// The reason of an assumption.
  public var reason: String? {
    guard case .assumption(let reason) = self else { return nil }
    return reason
  }
}
