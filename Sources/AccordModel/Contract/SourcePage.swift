/// A public page, beside a contract's own document, that states promises of the same API.
public struct SourcePage: Sendable, Hashable {
  /// The page's title, such as `Error Definitions`.
  public var title: String

  /// Its address.
  public var address: String

  /// Creates a page.
  public init(_ title: String, _ address: String) {
    self.title = title
    self.address = address
  }
}
