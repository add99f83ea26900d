extension PatternParser {
  /// A backslash and what follows it, outside classes.
  mutating func parseAtomEscape() throws(PatternSyntaxError) -> PatternNode {
    index += 1
    guard let scalar = next else { throw error(.unfinishedEscape, at: index - 1) }
    if ("1"..."9").contains(scalar), !isLenient || refersToGroup() {
      return try parseGroupNumber()
    }
    if !isLenient || census.hasNames, skip("k") {
      return try parseGroupReference()
    }
    if let set = try parseClassEscape() {
      return .set(ScalarSet(set.ranges, properties: set.properties))
    }
    return .scalar(try parseCharacterEscape())
  }

  /// What a class is made of.
  struct ClassContent {
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [ScalarSet.Property] = []
  }

  /// `\d`, `\D`, `\s`, `\S`, `\w`, `\W`, `\p{…}` and `\P{…}`; nil if none of them stands here.
  private mutating func parseClassEscape() throws(PatternSyntaxError) -> ClassContent? {
    if skip("d") { return ClassContent(ranges: ScalarSet.digits) }
    if skip("D") { return ClassContent(ranges: ScalarSet.complement(ScalarSet.digits)) }
    if skip("s") { return ClassContent(ranges: ScalarSet.whiteSpace) }
    if skip("S") { return ClassContent(ranges: ScalarSet.complement(ScalarSet.whiteSpace)) }
    if skip("w") { return ClassContent(ranges: ScalarSet.word) }
    if skip("W") { return ClassContent(ranges: ScalarSet.complement(ScalarSet.word)) }
    let isNegated = next == "P"
    guard isNegated || next == "p" else { return nil }
    let start = index - 1
    index += 1
    guard skip("{"), let end = scalars[index...].firstIndex(of: "}") else {
      if isLenient {
        index = start + 1
        return nil
      }
      throw error(.invalidEscape(isNegated ? #"\P"# : #"\p"#), at: start)
    }
    let text = String(String.UnicodeScalarView(scalars[index..<end]))
    index = end + 1
    switch UnicodeProperty.lookUp(text) {
    case .found(let property): return ClassContent(properties: [(property, isNegated)])
    case .unsupported: throw error(.unsupportedProperty(text), at: start)
    case .unknown: throw error(.unknownProperty(text), at: start)
    }
  }

  /// An escape that denotes one character (production CharacterEscape).
  private mutating func parseCharacterEscape(
    isInClass: Bool = false
  ) throws(PatternSyntaxError) -> UInt32 {
    let start = index - 1
    guard let scalar = next else { throw error(.unfinishedEscape, at: start) }
    index += 1
    switch scalar {
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "c":
      guard let letter = next, (0x61...0x7A).contains(letter.value | 0x20) else { break }
      index += 1
      return letter.value & 0x1F
    case "0":
      if let digit = next, ("0"..."9").contains(digit) { break }
      return 0
    case "x":
      guard let value = parseHexadecimal(2) else { break }
      return value
    case "u":
      guard let value = parseUnicodeEscape() else { break }
      return value
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
      return scalar.value
    default:
      break
    }
    if isLenient { return parseLenientEscape(start, isInClass: isInClass) }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    throw error(.invalidEscape(text), at: start)
  }

  /// What follows `\u`: four digits, two of them in a surrogate pair, or digits in braces.
  private mutating func parseUnicodeEscape() -> UInt32? {
    let start = index
    if skip("{") {
      var value: UInt32 = 0
      var count = 0
      while let digit = next.flatMap(PatternParser.hexadecimalDigit) {
        value = min(value * 16 + digit, 0x110000)
        count += 1
        index += 1
      }
      guard count > 0, value <= 0x10FFFF, skip("}") else {
        index = start
        return nil
      }
      return value
    }
    guard let first = parseHexadecimal(4) else { return nil }
    let afterFirst = index
    if (0xD800...0xDBFF).contains(first), skip("\\u"), let second = parseHexadecimal(4),
      (0xDC00...0xDFFF).contains(second)
    {
      return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    // Half a pair alone is a pattern, though no text has it.
    index = afterFirst
    return first
  }

  private mutating func parseHexadecimal(_ count: Int) -> UInt32? {
    guard index + count <= scalars.count else { return nil }
    var value: UInt32 = 0
    for scalar in scalars[index..<index + count] {
      guard let digit = PatternParser.hexadecimalDigit(scalar) else { return nil }
      value = value << 4 | digit
    }
    index += count
    return value
  }

  private static func hexadecimalDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.isASCII else { return nil }
    return JSONEscapes.hexadecimalDigit(UInt8(truncatingIfNeeded: scalar.value)).map(UInt32.init)
  }

  // MARK: Classes

  /// A class in square brackets.
  mutating func parseClass() throws(PatternSyntaxError) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = skip("^")
    var content = ClassContent()
    while !skip("]") {
      guard index < scalars.count else { throw error(.unclosedClass, at: start) }
      try parseClassRange(into: &content, start)
    }
    return ScalarSet(content.ranges, properties: content.properties, isNegated: isNegated)
  }

  private enum ClassAtom {
    case scalar(UInt32)
    case content(ClassContent)
  }

  private mutating func parseClassRange(
    into content: inout ClassContent,
    _ start: Int
  ) throws(PatternSyntaxError) {
    let first = index
    let lower = try parseClassAtom()
    let isRange = next == "-" && index + 1 < scalars.count && scalars[index + 1] != "]"
    guard isRange else {
      return add(lower, to: &content)
    }
    index += 1
    let upper = try parseClassAtom()
    guard case .scalar(let from) = lower, case .scalar(let to) = upper else {
      guard isLenient else { throw error(.classInRange, at: first) }
      // Without the flag there is no range then, and the hyphen stands for itself.
      add(lower, to: &content)
      add(.scalar(0x2D), to: &content)
      return add(upper, to: &content)
    }
    guard from <= to else { throw error(.rangeOutOfOrder, at: first) }
    content.ranges.append(from...to)
  }

  private func add(_ atom: ClassAtom, to content: inout ClassContent) {
    switch atom {
    case .scalar(let value): content.ranges.append(value...value)
    case .content(let other):
      content.ranges += other.ranges
      content.properties += other.properties
    }
  }

  private mutating func parseClassAtom() throws(PatternSyntaxError) -> ClassAtom {
    guard let scalar = next else { throw error(.unclosedClass) }
    index += 1
    guard scalar == "\\" else { return .scalar(scalar.value) }
    guard next != nil else { throw error(.unfinishedEscape, at: index - 1) }
    if skip("b") { return .scalar(0x08) }
    if skip("-") { return .scalar(0x2D) }
    if let content = try parseClassEscape() {
      return .content(content)
    }
    return .scalar(try parseCharacterEscape(isInClass: true))
  }

  // MARK: Group names

  /// A name up to `>` (production RegExpIdentifierName).
  mutating func parseGroupName() throws(PatternSyntaxError) -> String {
    let start = index
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != ">" {
      index += 1
      var character = scalar
      if scalar == "\\" {
        guard skip("u"), let escaped = parseUnicodeEscape().flatMap(Unicode.Scalar.init) else {
          throw error(.invalidGroupName, at: start)
        }
        character = escaped
      }
      guard PatternParser.isIdentifier(character, isFirst: name.isEmpty) else {
        throw error(.invalidGroupName, at: start)
      }
      name.append(character)
    }
    guard !name.isEmpty, skip(">") else { throw error(.invalidGroupName, at: start) }
    return String(name)
  }

  private static func isIdentifier(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar == "$" || scalar == "_" {
      return true
    }
    if isFirst {
      return scalar.properties.isIDStart
    }
    return scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
  }
}
