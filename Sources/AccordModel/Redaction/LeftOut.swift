/// What stands in the place of bytes that cannot be searched for secrets.
enum LeftOut {
  /// The words.
  static func text(_ count: Int) -> String {
    """
    (\(count) \(count == 1 ? "byte is" : "bytes are") left out: compressed or binary content, which \
    cannot be searched for secrets)
    """
  }

  /// The words in UTF-8.
  static func bytes(_ count: Int) -> [UInt8] { Array(text(count).utf8) }
}
