/// The style sheet that every page shares.
///
/// Elements of the page: `.lead`, `.eyebrow`, `.muted`; `.tiles` of counts; `.scroll` around a table
/// or a diagram that may be wider than the page; `.matrix` tables with cells coloured by a
/// ``PageState``; `.badge`; `.callout`; `.card`; `.facts` lists of terms; `.sides` for two columns;
/// `pre.code` with `mark` and `.note`; `.fold` for details; `.contents` for links inside a page.
package enum PageStyle {
  /// The sheet.
  package static let sheet = colours + text + parts + signs + evidence + cases

  /// The digest by which the policy of a page allows the sheet.
  static let hash = ContentHash(of: sheet)

  /// The signs of badges, which a screen reader passes over.
  private static let signs = PageState.allCases.map { state in
    ".badge.\(state.rawValue)::before { content: \"\(state.sign)\\a0\" / \"\"; }\n"
  }
  .joined()
}
