extension Sampler {
  /// A text.
  mutating func string(_ content: Schema.Content) -> JSON? {
    if let sample = content.contentSample { return sample }
    if isThorough, let text = thoroughText(content) { return .string(text) }
    if let format = content.stringFormat, format.types.contains(.string),
      content.pattern == nil || !trustsExamples
    {
      return isPlain ? format.sample : varied(format) ?? format.sample
    }
    if let pattern = content.pattern { return text(pattern, content).map { .string($0) } }
    var text = isPlain ? "text" : "text-" + String(next() % 1_000_000_000)
    if let least = content.minLength, text.unicodeScalars.count < least {
      text += String(repeating: "x", count: min(least, 1_000_000) - text.unicodeScalars.count)
    }
    if let most = content.maxLength { text = String(text.unicodeScalars.prefix(most)) }
    return .string(text)
  }

  /// A text in which a pattern is found, of a length that is asked for.
  private mutating func text(_ pattern: String, _ content: Schema.Content) -> String? {
    let least = max(content.minLength ?? 0, 0)
    let length = least...max(least, content.maxLength ?? .max)
    var sampler = self
    defer { self = sampler }
    return PatternSampler(pattern, syntax: .lenient)?.text(length: length) { sampler.pick($0) }
  }

  /// A text for which its format, its pattern and its length are all looked at; nil where none is found.
  private mutating func thoroughText(_ content: Schema.Content) -> String? {
    let format = content.stringFormat.flatMap { $0.types.contains(.string) ? $0 : nil }
    guard format != nil || content.pattern != nil else { return nil }
    let pattern = content.pattern.flatMap { try? Pattern($0, syntax: .lenient) }
    let least = content.minLength ?? 0
    let length = least...max(least, content.maxLength ?? .max)
    var candidates: [String] = []
    for _ in 0..<4 {
      guard let source = content.pattern else { continue }
      if let text = text(source, content) {
        candidates.append(text)
      } else if let text = PatternSampler(source, syntax: .lenient)?.text(
        length: 0...Int.max,
        pick: { _ in 0 }
      ) {
        let filling = String(repeating: "x", count: min(least, 10_000))
        candidates += [text + filling, filling + text]
      }
    }
    if let format { candidates += format.texts(of: length) }
    let right = candidates.filter { text in
      length.contains(text.unicodeScalars.count) && format?.admits(text) != false
        && (pattern.map { $0.matches(in: text) == .matches } ?? true)
    }
    return right.isEmpty ? nil : right[Int(next() % UInt64(right.count))]
  }

  /// Another value of the formats whose values should differ between samples.
  private mutating func varied(_ format: StringFormat) -> JSON? {
    switch format.name {
    case "guid", "uuid":
      let digits = String(next() | 1 << 63, radix: 16) + String(next() | 1 << 63, radix: 16)
      return Canonical.guid(digits).map { .string($0) }
    case "dotnet-date-time":
      return .string("/Date(\(1_600_000_000_000 + Int(next() % 100_000_000) * 1000))/")
    case "date-time":
      let seconds = 1_600_000_000 + Int(next() % 100_000_000)
      return .string(Timestamp(seconds: seconds, ticks: 0, hasZone: true).rfc3339)
    case "email":
      return .string("contact\(next() % 1_000_000)@example.com")
    default:
      guard format.samples.count > 1 else { return nil }
      return format.samples[Int(next() % UInt64(format.samples.count))]
    }
  }
}

extension StringFormat {
  /// Texts that may conform, and be of a length.
  fileprivate func texts(of length: ClosedRange<Int>) -> [String] {
    let samples = (samples.compactMap(\.string) + others).filter { admits($0) }
    guard length.lowerBound > 0 || length.upperBound < .max else { return samples }
    // Letters and digits can be put into most of them, at one place or another.
    var texts = samples
    for sample in samples.prefix(4) {
      let scalars = Array(sample.unicodeScalars)
      let missing = min(length.lowerBound, 10_000) - scalars.count
      guard missing > 0 else {
        texts += shortened(sample, to: length)
        continue
      }
      for place in scalars.indices.reversed() where place < 64 {
        for fill in ["a", "0", "ab."] as [String] {
          let filling = String(repeating: fill, count: missing / fill.count + 1).prefix(missing)
          var text = String.UnicodeScalarView(scalars[..<place])
          text += filling.unicodeScalars
          text += scalars[place...]
          texts.append(String(text))
        }
      }
    }
    return texts
  }

  /// A text without some of its inner characters.
  private func shortened(_ sample: String, to length: ClosedRange<Int>) -> [String] {
    let scalars = Array(sample.unicodeScalars)
    let surplus = scalars.count - length.upperBound
    guard surplus > 0, surplus < scalars.count else { return [] }
    return (0...scalars.count - surplus).prefix(64).map { place in
      String(String.UnicodeScalarView(scalars[..<place] + scalars[(place + surplus)...]))
    }
  }

  /// Further texts of formats that patterns are often written beside.
  private var others: [String] {
    switch name {
    case "date-time":
      [
        "2024-02-29T12:30:00Z", "2024-02-29T12:30:00.5Z", "2024-02-29T12:30:00.125Z",
        "2024-02-29T12:30:00.123456Z", "2024-02-29T12:30:00+01:00", "2024-02-29T12:30:00-05:30",
        "2024-02-29T12:30:00.125+01:00", "1999-12-31T23:59:59Z",
        "2024-02-29T00:00:00Z",
      ]
    case "date": ["2024-02-29", "1999-12-31", "2030-01-01"]
    case "time": ["12:30:00Z", "12:30:00.125Z", "12:30:00+01:00", "00:00:00Z"]
    case "duration": ["P1D", "PT1H", "P1Y2M3DT4H5M6S", "P2W", "PT0S"]
    case "email", "idn-email":
      ["a@b.c", "contact@example.com", "first.last@example.org", "contact1@mail.example.net"]
    case "hostname", "idn-hostname": ["a", "a.b", "example.com", "www.example.org", "localhost"]
    case "ipv4": ["1.1.1.1", "10.0.0.1", "192.168.100.200"]
    case "ipv6": ["::", "::1", "2001:db8::1", "2001:0db8:0000:0000:0000:0000:0000:0001"]
    case "uri", "iri":
      [
        "a:b", "http://a.b", "https://example.com", "https://example.com/a/b?c=d#e",
        "http://example.org/", "urn:example:a", "ftp://example.com/file", "mailto:a@example.com",
        "s3://bucket/key",
      ]
    case "uri-reference", "iri-reference": ["", "a", "/a", "/a/b?c=d#e", "https://example.com/a"]
    case "uri-template": ["", "a", "/a/{b}", "https://example.com/{a}"]
    case "json-pointer": ["", "/a", "/a/0"]
    case "relative-json-pointer": ["0", "1/a", "0#"]
    case "regex": ["", "a", "^a+$"]
    case "uuid", "guid":
      [
        "5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3", "A1B2C3D4-E5F6-4789-8ABC-DEF012345678",
        "00000000-0000-0000-0000-000000000000",
      ]
    case "byte", "base64": ["", "YQ==", "YWI=", "YWJj", "YWJjZA=="]
    default: []
    }
  }
}
