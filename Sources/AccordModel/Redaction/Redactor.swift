/// Replaces secrets by their placeholders, wherever and however they are written.
///
/// Found are the secret itself in any case, as hexadecimal digits, inside Base64 (as in Basic
/// credentials), and each of them with its characters escaped in any way that ``EncodedText`` reads;
/// where a text was cut off, the secret's beginning too. An empty secret is none.
package struct Redactor: Sendable {
  /// Secrets of fewer characters stand in texts that have nothing to do with them.
  package static let fewestCharacters = 3

  /// The secrets that are too short to be looked for.
  let shortSecrets: [Secret]

  /// The fields that carry a credential beside those whose names say so, in lower case.
  let credentialFields: [String]

  /// How much work any text is worth; longer ones are worth more.
  private static let stepsAtLeast = 200_000

  private let patterns: [SecretPattern]

  /// Long contents that were redacted lately.
  let contents = RecentValues<[UInt8], [UInt8]>()

  /// Which patterns can begin with two bytes, by the first times 256 plus the second: the place among
  /// ``candidates`` where they begin, or 0.
  ///
  /// It lets the scan of a body of megabytes look closer at few places only.
  private let beginnings: [Int]

  /// A pattern, and where the next one is that can begin alike.
  private typealias Candidate = (pattern: Int, next: Int)

  /// Lists of patterns in their order, which share their ends; the first place is the end of each.
  private let candidates: [Candidate]

  /// Creates a redactor; `credentialFields` name the request fields that carry a secret.
  package init(secrets: [Secret], credentialFields: [String] = []) {
    self.credentialFields = credentialFields.map { $0.lowercased() }
    var known: [String] = []
    var short: [Secret] = []
    var patterns: [SecretPattern] = []
    for secret in secrets where !known.contains(secret.value) {
      known.append(secret.value)
      guard !secret.isShort else {
        if !secret.value.isEmpty { short.append(secret) }
        continue
      }
      patterns += SecretPattern.all(of: secret)
    }
    shortSecrets = short
    // A secret that is part of another must not leave the rest of the longer one.
    self.patterns = patterns.enumerated()
      .sorted {
        ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset)
      }
      .map(\.element)
    (beginnings, candidates) = Self.beginnings(of: self.patterns)
  }

  /// Which patterns can begin with each pair of bytes.
  private static func beginnings(
    of patterns: [SecretPattern]
  ) -> (beginnings: [Int], candidates: [Candidate]) {
    var beginnings = [Int](repeating: 0, count: patterns.isEmpty ? 0 : 1 << 16)
    var candidates: [Candidate] = [(-1, 0)]
    for place in patterns.indices.reversed() {
      // Where a list goes on from this pattern.
      var extended: [Int: Int] = [:]
      patterns[place].markBeginnings { first, second in
        let pair = Int(first) << 8 | Int(second)
        let next = beginnings[pair]
        // A pair may be marked more than once.
        guard candidates[next].pattern != place else { return }
        if let known = extended[next] {
          beginnings[pair] = known
        } else {
          beginnings[pair] = candidates.count
          extended[next] = candidates.count
          candidates.append((place, next))
        }
      }
    }
    return (beginnings, candidates)
  }

  /// Whether there is nothing to look for.
  package var isEmpty: Bool { patterns.isEmpty }

  /// The text without the secrets.
  package func redact(_ text: String) -> String {
    switch search(Array(text.utf8)) {
    case .clean: text
    case .replaced(let bytes): String(decoding: bytes, as: UTF8.self)
    case .gaveUp: LeftOut.text(text.utf8.count)
    }
  }

  /// The bytes without the secrets.
  package func redact(_ bytes: [UInt8]) -> [UInt8] {
    switch search(bytes) {
    case .clean: bytes
    case .replaced(let bytes): bytes
    case .gaveUp: LeftOut.bytes(bytes.count)
    }
  }

  /// What came of a search.
  enum Outcome {
    /// There is nothing to replace.
    case clean
    /// The bytes with placeholders.
    case replaced([UInt8])
    /// The text is such that searching it would take too long.
    case gaveUp
  }

  /// Looks for all secrets, also in what the text holds compressed.
  func search(_ bytes: [UInt8], layers: Int = mostLayers) -> Outcome {
    guard !patterns.isEmpty, !bytes.isEmpty else { return .clean }
    switch searchPacked(bytes, layers: layers) {
    case .clean: return searchPlain(bytes)
    case .gaveUp: return .gaveUp
    case .replaced(let unpacked):
      let outcome = searchPlain(unpacked)
      if case .clean = outcome { return .replaced(unpacked) }
      return outcome
    }
  }

  private func searchPlain(_ bytes: [UInt8]) -> Outcome {
    let budget = EncodedText.Budget(
      Self.stepsAtLeast + min(32 * bytes.count, 100 * Self.stepsAtLeast + 2 * bytes.count)
    )
    let result = bytes.withUnsafeBufferPointer { replaced(in: $0, budget) }
    guard budget.left > 0 else { return .gaveUp }
    return result.map(Outcome.replaced) ?? .clean
  }

  /// The bytes with placeholders, or `nil` if there is nothing to replace.
  private func replaced(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ budget: EncodedText.Budget
  ) -> [UInt8]? {
    let search = SecretSearch(bytes, budget)
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while budget.left > 0, let candidate = beginning(in: bytes, from: index) {
      index = candidate
      guard let (found, placeholder) = secret(search, at: index, in: bytes) else {
        index += 1
        continue
      }
      result += bytes[copied..<index]
      result += placeholder
      for range in found.kept { result += bytes[range] }
      index = found.end
      copied = found.end
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  /// The next place where a secret may begin.
  private func beginning(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    beginnings.withUnsafeBufferPointer { beginnings in
      var index = start
      while index < bytes.count {
        let second = index + 1 < bytes.count ? Int(bytes[index + 1]) : 0
        if beginnings[Int(bytes[index]) << 8 | second] != 0 { return index }
        index += 1
      }
      return nil
    }
  }

  private func secret(
    _ search: SecretSearch,
    at start: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (found: SecretSearch.Found, placeholder: [UInt8])? {
    func isOfWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let character = Unicode.Scalar(bytes[index])
      return character.properties.isAlphabetic && character.isASCII
        || ("0"..."9").contains(character)
    }
    let units = search.units(at: start)
    var best: (found: SecretSearch.Found, placeholder: [UInt8])?
    let second = start + 1 < bytes.count ? Int(bytes[start + 1]) : 0
    var candidate = candidates[beginnings[Int(bytes[start]) << 8 | second]]
    while candidate.pattern >= 0 {
      let place = candidate.pattern
      candidate = candidates[candidate.next]
      var mayBegin = false
      for unit in units where !mayBegin {
        patterns[place].accepts(unit, at: 0) { _ in mayBegin = true }
      }
      guard mayBegin else { continue }
      let pattern = patterns[place]
      guard let found = search.find(pattern, at: start) else { continue }
      if pattern.standsAlone, isOfWord(start - 1) || isOfWord(found.end) { continue }
      // A whole secret counts before the beginning of a longer one.
      if let last = best?.found,
        found.isCut == last.isCut ? found.end <= last.end : found.isCut
      {
        continue
      }
      best = (found, pattern.placeholder)
    }
    return best
  }
}
