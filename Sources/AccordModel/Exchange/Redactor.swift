/// Replaces secrets by their placeholders, wherever and however they are written.
///
/// Found are the secret itself, percent-encoded, escaped as in JSON or XML, and inside Base64 (as in
/// Basic credentials); where a text was cut off, the secret's beginning too. An empty secret is none.
package struct Redactor: Sendable {
  private let patterns: [SecretPattern]

  /// Creates a redactor.
  package init(secrets: [Secret]) {
    var known: [String] = []
    var patterns: [(length: Int, pattern: SecretPattern)] = []
    for secret in secrets where !secret.value.isEmpty && !known.contains(secret.value) {
      known.append(secret.value)
      let texts = [secret.value] + SecretPattern.base64(secret.value)
      for (index, text) in texts.enumerated() {
        let pattern = SecretPattern(
          text,
          placeholder: secret.placeholder,
          matchesPrefix: index == 0
        )
        patterns.append((text.utf8.count, pattern))
      }
    }
    // A secret that is part of another must not leave the rest of the longer one.
    self.patterns = patterns.enumerated()
      .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }
      .map(\.element.pattern)
  }

  /// The text without the secrets.
  package func redact(_ text: String) -> String {
    guard let redacted = replaced(in: Array(text.utf8)) else { return text }
    return String(decoding: redacted, as: UTF8.self)
  }

  /// The bytes without the secrets.
  package func redact(_ bytes: [UInt8]) -> [UInt8] { replaced(in: bytes) ?? bytes }

  /// The bytes with placeholders, or `nil` if there is nothing to replace.
  private func replaced(in bytes: [UInt8]) -> [UInt8]? {
    guard !patterns.isEmpty else { return nil }
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard let (end, placeholder) = secret(in: bytes, from: index) else {
        index += 1
        continue
      }
      result += bytes[copied..<index]
      result += placeholder
      index = end
      copied = end
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  private func secret(in bytes: [UInt8], from start: Int) -> (end: Int, placeholder: [UInt8])? {
    for pattern in patterns {
      if let end = pattern.end(in: bytes, from: start) { return (end, pattern.placeholder) }
    }
    for pattern in patterns {
      if let end = pattern.cutEnd(in: bytes, from: start) { return (end, pattern.placeholder) }
    }
    return nil
  }
}
