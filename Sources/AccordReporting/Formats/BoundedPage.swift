/// A page that never grows beyond its limit, however much there is to say.
///
/// The limit counts bytes of UTF-8, of which there are at least as many as characters.
struct BoundedPage {
  /// The text so far.
  private(set) var text = ""

  private let limit: Int

  /// A page of at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Adds a block as far as it fits below a share of the limit; says whether it did.
  @discardableResult
  mutating func append(_ block: String, upTo share: Double = 1) -> Bool {
    // What the log of a CI system would take for a command takes room too.
    let block = LogText.harmless(block)
    guard text.utf8.count + block.utf8.count <= Int(Double(limit) * share) else { return false }
    text += block
    return true
  }

  /// Adds blocks as long as they fit, and then a line that says how many more there are.
  mutating func append(
    _ blocks: some Collection<String>,
    upTo share: Double,
    _ more: (Int) -> String
  ) {
    for (index, block) in blocks.enumerated() {
      guard !append(block, upTo: share) else { continue }
      append(more(blocks.count - index))
      return
    }
  }
}
