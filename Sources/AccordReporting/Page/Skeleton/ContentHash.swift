import AccordModel

/// The SHA-256 digest of a text, by which a content security policy allows the one style sheet and the
/// one script of a page.
struct ContentHash {
  /// The source expression, such as `'sha256-…'` (Content Security Policy Level 3, section 2.3.1).
  let source: String

  /// The digest of a text in UTF-8.
  init(of text: String) {
    source = "'sha256-\(Base64.text(SHA256.digest(of: Array(text.utf8))))'"
  }
}
