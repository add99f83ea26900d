/// Replaces secrets by their placeholders, wherever and however they are written.
///
/// Found are the secret itself, percent-encoded, escaped as in JSON or XML, and inside Base64 (as in
/// Basic credentials); where a text was cut off, the secret's beginning too. An empty secret is none.
package struct Redactor: Sendable {
  private let patterns: [SecretPattern]

  /// Whether two bytes can begin a secret, by the first times 256 plus the second: a filter that
  /// lets the scan of a body of megabytes look closer at few places only.
  private let beginnings: [Bool]

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
    var beginnings = [Bool](repeating: false, count: patterns.isEmpty ? 0 : 1 << 16)
    for pattern in self.patterns { pattern.markBeginnings(in: &beginnings) }
    self.beginnings = beginnings
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
    while let candidate = beginning(in: bytes, from: index) {
      index = candidate
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

  /// The next place where a secret may begin.
  private func beginning(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var index = start
        while index < bytes.count {
          // Beyond the end stands any byte: a secret of one character may be the last.
          let second = index + 1 < bytes.count ? Int(bytes[index + 1]) : 0
          if beginnings[Int(bytes[index]) << 8 | second] { return index }
          index += 1
        }
        return nil
      }
    }
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
