extension JSON {
  /// The value as text of bounded length, for sentences.
  package var shownText: String {
    let text = if case .string(let string) = self { JSON.quoted(string) } else { text() }
    let scalars = text.unicodeScalars
    guard scalars.count > 48 else { return text }
    return String(scalars.prefix(48)) + "… (\(scalars.count) characters)"
  }
}
