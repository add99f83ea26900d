/// A text whose characters may be written as escapes, of any kind and escaped again.
///
/// Read are percent-encoding (RFC 3986 section 2.1, with `+` and the `%uXXXX` of old scripts), the
/// escapes of JSON (RFC 8259 section 7) and of programming languages, references of XML and HTML, and
/// quoted-printable (RFC 2045 section 6.7).
struct EncodedText {
  /// How much work may still be done: a hostile text must not cost more than its length is worth.
  final class Budget {
    private(set) var left: Int

    init(_ steps: Int) { left = steps }

    /// Whether one step more may be done.
    func take() -> Bool {
      left -= 1
      return left > 0
    }
  }

  /// What one character may mean: a scalar, or a byte above ASCII, which may be one of several.
  typealias Unit = (value: UInt32, isByte: Bool, end: Int)

  /// How often an escape may be escaped again.
  static let levels = 4

  private static let mostDigits = 12

  /// Lent by the redactor, which makes a value of this type for one search.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let budget: Budget

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ budget: Budget) {
    self.bytes = bytes
    self.budget = budget
  }

  /// Whether an escape may begin with this byte.
  static func introduces(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// Tells everything that the character at a place may mean.
  func units(at start: Int, level: Int = levels, _ tell: (Unit) -> Void) {
    guard start < bytes.count, budget.take() else { return }
    let byte = bytes[start]
    expand((UInt32(byte), byte >= 0x80, start + 1), level, tell)
  }

  /// Tells a character, and what the escape means that it introduces: what introduces an escape may
  /// come from an escape itself.
  private func expand(_ unit: Unit, _ level: Int, _ tell: (Unit) -> Void) {
    tell(unit)
    guard level > 0, !unit.isByte, let lead = UInt8(exactly: unit.value), Self.introduces(lead),
      budget.take()
    else { return }
    escapes(lead, after: unit.end, level: level - 1) { expand($0, level - 1, tell) }
  }

  private func escapes(
    _ lead: UInt8,
    after start: Int,
    level: Int,
    _ tell: (Unit) -> Void
  ) {
    switch lead {
    case UInt8(ascii: "+"): tell((0x20, false, start))
    case UInt8(ascii: "="): byte(at: start, level, tell)
    case UInt8(ascii: "%"):
      byte(at: start, level, tell)
      units(at: start, level: level) { unit in
        if unit.value == UInt8(ascii: "u") { utf16(at: unit.end, level, after: "%", tell) }
      }
    case UInt8(ascii: "&"): reference(at: start, level, tell)
    case UInt8(ascii: "\\"):
      units(at: start, level: level) { unit in backslash(unit, at: start, level, tell) }
    default: break
    }
  }

  private func backslash(_ unit: Unit, at start: Int, _ level: Int, _ tell: (Unit) -> Void) {
    guard !unit.isByte, let sign = UInt8(exactly: unit.value) else { return }
    switch sign {
    case UInt8(ascii: "u"):
      utf16(at: unit.end, level, after: "\\", tell)
      braced(at: unit.end, level, tell)
    case UInt8(ascii: "U"):
      number(at: unit.end, radix: 16, 8...8, level) { tell(($0, false, $1)) }
    case UInt8(ascii: "x"):
      byte(at: unit.end, level, tell)
      braced(at: unit.end, level, tell)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      number(at: start, radix: 8, 1...3, level) { tell(($0, $0 >= 0x80, $1)) }
    case UInt8(ascii: "n"): tell((0xA, false, unit.end))
    case UInt8(ascii: "r"): tell((0xD, false, unit.end))
    case UInt8(ascii: "t"): tell((0x9, false, unit.end))
    case UInt8(ascii: "b"): tell((0x8, false, unit.end))
    case UInt8(ascii: "f"): tell((0xC, false, unit.end))
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
    default: tell((unit.value, false, unit.end))
    }
  }

  /// Two hexadecimal digits.
  private func byte(at start: Int, _ level: Int, _ tell: (Unit) -> Void) {
    number(at: start, radix: 16, 2...2, level) { tell(($0, $0 >= 0x80, $1)) }
  }

  /// Hexadecimal digits in braces.
  private func braced(at start: Int, _ level: Int, _ tell: (Unit) -> Void) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return }
    number(at: start + 1, radix: 16, 1...8, level) { value, end in
      guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return }
      tell((value, false, end + 1))
    }
  }

  /// A code unit of UTF-16, with the second one of a pair.
  private func utf16(
    at start: Int,
    _ level: Int,
    after lead: Unicode.Scalar,
    _ tell: (Unit) -> Void
  ) {
    number(at: start, radix: 16, 4...4, level) { high, end in
      guard (0xD800...0xDBFF).contains(high) else { return tell((high, false, end)) }
      units(at: end, level: level) { first in
        guard first.value == lead.value else { return }
        units(at: first.end, level: level) { second in
          guard second.value == UInt8(ascii: "u") else { return }
          number(at: second.end, radix: 16, 4...4, level) { low, end in
            guard (0xDC00...0xDFFF).contains(low) else { return }
            tell((0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), false, end))
          }
        }
      }
    }
  }

  /// A reference of XML or HTML; HTML reads some without their semicolon.
  private func reference(at start: Int, _ level: Int, _ tell: (Unit) -> Void) {
    func closed(_ value: UInt32, _ end: Int) {
      tell((value, false, end))
      units(at: end, level: level) { unit in
        if unit.value == UInt8(ascii: ";") { tell((value, false, unit.end)) }
      }
    }
    units(at: start, level: level) { sign in
      guard sign.value == UInt8(ascii: "#") else { return }
      number(at: sign.end, radix: 10, 1...Self.mostDigits, level, closed)
      units(at: sign.end, level: level) { mark in
        guard mark.value | 0x20 == UInt8(ascii: "x") else { return }
        number(at: mark.end, radix: 16, 1...Self.mostDigits, level, closed)
      }
    }
    var end = start
    while end < bytes.count, end - start < CharacterReference.longestName,
      Self.isAlphanumeric(bytes[end])
    {
      end += 1
    }
    guard end > start else { return }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if let scalar = CharacterReference.scalar(named: name) { closed(scalar.value, end) }
  }

  /// Digits, as many as allowed; told of every number of them.
  private func number(
    at start: Int,
    radix: UInt32,
    _ counts: ClosedRange<Int>,
    _ level: Int,
    value: UInt32 = 0,
    count: Int = 0,
    _ tell: (UInt32, Int) -> Void
  ) {
    if counts.contains(count) { tell(value, start) }
    guard count < counts.upperBound else { return }
    units(at: start, level: level) { unit in
      guard !unit.isByte, let digit = Self.digit(unit.value), digit < radix else { return }
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      guard !overflows, product <= 0x10FFFF else { return }
      number(
        at: unit.end,
        radix: radix,
        counts,
        level,
        value: product + digit,
        count: count + 1,
        tell
      )
    }
  }

  private static func digit(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x41 + 10
    case 0x61...0x66: value - 0x61 + 10
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
