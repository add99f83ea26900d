extension InteractStore {
  /// Whether a login issued the token and it has not expired.
  func accepts(_ token: String) -> Bool {
    guard !tokens.isEmpty else { return false }
    let now = now()
    return tokens.contains { $0.text == token && now < $0.expiry }
  }

  /// A new token.
  mutating func issueToken() -> String {
    let now = now()
    issued += 1
    tokens.removeAll { $0.expiry <= now }
    let text = "accord-\(seed)-\(issued)"
    tokens.append(Token(text: text, expiry: now + Self.tokenLife))
    return text
  }
}
