import AccordModel

extension Interact {
  /// What shows what became of an invitation: operations of which pages of the same reference tell,
  /// and that have no document here.
  static let neighbours: [Neighbour] = [
    .neighbour(findConnectionsForUser, because: words(of: findConnectionsPage)),
    .neighbour(findConnectionForUser, because: words(of: findConnectionPage)),
  ]

  private static func words(of page: SourcePage) -> String {
    "The page \(page.title) of the same reference (\(page.address)) describes it."
  }
}
