/// Where a clause comes from.
public enum Basis: Sendable, Hashable {
  /// The contract's document states it: breaking it is a violation.
  case stated

  /// Another public page of the same API states it: breaking it is a violation.
  case statedBy(SourcePage)

  /// It is our reading of something the document leaves open: breaking it is a warning, and a
  /// violation only in a strict run.
  case assumption(String)

  /// Whether the document or another page states it.
  public var isStated: Bool { reason == nil }

  /// The reason of an assumption.
  public var reason: String? {
    guard case .assumption(let reason) = self else { return nil }
    return reason
  }

  /// The page that states it, where that is not the contract's document.
  public var page: SourcePage? {
    guard case .statedBy(let page) = self else { return nil }
    return page
  }
}
