import AccordSchema

extension ValueMaker {
  /// A whole number: at a bound, beside one, a round one, or any.
  mutating func integer(_ content: Schema.Content) -> JSON? {
    let range = content.wholeNumbers
    let (least, most) = (range.lowerBound, range.upperBound)
    var candidates = [least, least + 1, most, most - 1, 0, 1, 2, -1, 10, 100, 1_000]
    let width = most.subtractingReportingOverflow(least)
    let span = width.overflow || width.partialValue > 1 << 40 ? 1 << 40 : width.partialValue + 1
    for _ in 0..<4 { candidates.append(least + numbers.below(span)) }
    for _ in 0..<4 { candidates.append(numbers.below(100)) }
    candidates.append((1 << numbers.below(31)) - numbers.below(2))
    if let step = content.multipleOf?.int, step > 0 {
      candidates = candidates.map { $0 / step * step }
    }
    let possible = candidates.filter(range.contains)
    return numbers.pick(possible).map { .number(JSONNumber($0)) }
  }

  /// A number, with a fraction or without.
  mutating func number(_ content: Schema.Content) -> JSON? {
    if numbers.once(in: 2) { return integer(content) }
    if numbers.once(in: 4) {
      let bounds = [content.minimum, content.maximum].compactMap(\.self)
      if let bound = numbers.pick(bounds) { return .number(bound) }
    }
    if let step = content.multipleOf {
      let times = Double(numbers.below(1_000))
      return JSONNumber((times * step.double * 1e6).rounded() / 1e6).map { .number($0) }
    }
    let range = content.wholeNumbers
    let most = min(range.upperBound, max(range.lowerBound, 1_000))
    let whole =
      range.lowerBound >= 0
      ? max(range.lowerBound, 0) + numbers.below(most + 1) : numbers.below(1_000)
    return JSONNumber("\(whole).\(numbers.pick([5, 25, 1, 99, 001]) ?? 5)").map { .number($0) }
  }

  /// A text of a length at or beside its bounds, in one of many scripts; of a format or a pattern what
  /// follows it.
  mutating func string(_ content: Schema.Content, _ schema: Schema) -> JSON? {
    if let format = content.format, let text = formatted(format, content) { return .string(text) }
    if content.pattern != nil || content.ownFormat != nil {
      return schema.sample(seed: numbers.next() | 1)
    }
    let least = content.minLength ?? 0
    let most = min(max(content.maxLength ?? least + 40, least), least + 4_000)
    let lengths = [least, least + 1, most, most - 1, least + numbers.below(8)]
    let any = least + numbers.below(most - least + 1)
    let length = numbers.once(in: 2) ? any : numbers.pick(lengths) ?? least
    return .string(text(of: min(max(length, least), most)))
  }

  /// Characters of several scripts, each list of one kind; none that is white space or a control.
  private static let scripts: [[Unicode.Scalar]] = [
    Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars),
    Array("ABCdefGHIjkl".unicodeScalars), Array("0123456789".unicodeScalars),
    Array("éüñßøçåÉÜ".unicodeScalars), Array("αβγδεжзийк".unicodeScalars),
    Array("日本語中文字漢".unicodeScalars), Array("😀🎉🚀🦊".unicodeScalars),
    Array("שלוםمرحبا".unicodeScalars), Array("&=?#%+'\"<>\\/;:,.@!$*()[]{}|~^`_-".unicodeScalars),
  ]

  /// A text of so many characters, in Unicode scalars.
  mutating func text(of length: Int) -> String {
    guard length > 0 else { return "" }
    var text = String.UnicodeScalarView()
    let way = numbers.below(Self.scripts.count + 3)
    let script = way < Self.scripts.count ? Self.scripts[way] : Self.scripts[0]
    while text.count < length {
      let scalar = script[numbers.below(script.count)]
      text.append(scalar)
      guard text.count < length else { break }
      // A word ends, or a mark stands above the letter.
      if way == Self.scripts.count, text.count + 1 < length, numbers.once(in: 4) {
        text.append(" ")
      }
      if way == Self.scripts.count + 1, numbers.once(in: 2) { text.append("\u{301}") }
    }
    return String(text)
  }

  private mutating func formatted(_ name: String, _ content: Schema.Content) -> String? {
    guard let format = content.ownFormat ?? StringFormat.named(name), content.pattern == nil else {
      return nil
    }
    let samples = format.samples.compactMap(\.string)
    let candidates: [String]
    switch name {
    case "date": candidates = [date()]
    case "date-time":
      let zone = numbers.pick(["Z", "+00:00", "+05:30", "-08:00"]) ?? "Z"
      let time = numbers.pick(["00:00:00", "23:59:59", "12:30:15", "08:05:00.5"]) ?? "00:00:00"
      candidates = ["\(date())T\(time)\(zone)"]
    case "uuid": candidates = [uuid()]
    case "email":
      candidates = ["a@example.org", "first.last+tag@mail.example.org", "x@a.example"]
    default: candidates = samples
    }
    let possible = candidates.filter { format.admits($0) }
    return numbers.pick(possible.isEmpty ? samples : possible)
  }

  private mutating func date() -> String {
    let known = [
      "2024-02-29", "2000-02-29", "1999-12-31", "2025-01-01", "2038-01-19", "2026-03-29",
    ]
    if numbers.once(in: 2) { return numbers.pick(known) ?? "2024-02-29" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(1970 + numbers.below(80))-\(two(1 + numbers.below(12)))-\(two(1 + numbers.below(28)))"
  }

  private mutating func uuid() -> String {
    let digits = Array("0123456789abcdef")
    return [8, 4, 4, 4, 12].map { count in
      String((0..<count).map { _ in digits[numbers.below(16)] })
    }.joined(separator: "-")
  }
}

extension Schema.Content {
  /// The whole numbers that the bounds and the format leave; those of 32 bits where nothing is said.
  var wholeNumbers: ClosedRange<Int> {
    var least = -2_147_483_648
    var most = 2_147_483_647
    switch format {
    case "int64", "uint64": (least, most) = (-9_007_199_254_740_991, 9_007_199_254_740_991)
    case "int16": (least, most) = (-32_768, 32_767)
    case "int8": (least, most) = (-128, 127)
    case "uint8": (least, most) = (0, 255)
    case "uint16": (least, most) = (0, 65_535)
    default: break
    }
    if let format, format.hasPrefix("uint") { least = 0 }
    if let bound = minimum { least = bound.int ?? Int(clamping: bound.double.rounded(.up)) }
    if let bound = exclusiveMinimum {
      least = max(least, Int(clamping: bound.double.rounded(.down)) + 1)
    }
    if let bound = maximum { most = bound.int ?? Int(clamping: bound.double.rounded(.down)) }
    if let bound = exclusiveMaximum {
      most = min(most, Int(clamping: bound.double.rounded(.up)) - 1)
    }
    return least <= most ? least...most : least...least
  }
}

extension Int {
  /// The whole number, or the closest of those that are exact as a double.
  fileprivate init(clamping double: Double) {
    self = Int(Swift.min(Swift.max(double, -9_007_199_254_740_991), 9_007_199_254_740_991))
  }
}
