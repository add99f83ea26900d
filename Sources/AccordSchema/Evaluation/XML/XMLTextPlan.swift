/// What is checked of a text of one type, on its bytes.
struct XMLTextPlan: Sendable {
  enum Kind: UInt8, Sendable {
    case string, integer, number, boolean
  }

  let kind: Kind
  /// The fewest and the most characters.
  private var least = 0
  private var most = Int.max
  private let strings: [PatternKeyword]
  private let formats: [FormatKeyword]
  private let choices: [[[UInt8]]]
  private let limits: [(limit: Evidence.Limit, bound: Decimal)]

  /// The plan of a schema; nil if it says what cannot be checked here.
  init?(_ schema: CompiledSchema, _ schemas: [CompiledSchema]) {
    var layout = XMLTextLayout(schemas)
    guard layout.addAll(of: schema) else { return nil }
    var types = schema.types
    // What `allOf` adds may leave texts only.
    if ![.string, .integer, .number, .boolean].contains(types), layout.types == .string {
      types = .string
    }
    switch types {
    case .string: kind = .string
    case .integer: kind = .integer
    case .number: kind = .number
    case .boolean: kind = .boolean
    default: return nil
    }
    guard layout.types == types, kind == .string || layout.choices.isEmpty else { return nil }
    least = layout.least
    most = layout.most
    strings = layout.patterns
    formats = layout.formats
    choices = layout.choices
    limits = layout.limits
  }

  /// Says whether a text conforms; nil if that is not easily said.
  func admits(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch kind {
    case .string: return admits(string: text)
    case .boolean:
      let text = Self.trimmed(text)
      return Self.equals(text, "true") || Self.equals(text, "false") || Self.equals(text, "1")
        || Self.equals(text, "0")
    case .integer, .number:
      let text = Self.trimmed(text)
      guard let value = Decimal(text), kind == .number || value.isWritten(asIntegerIn: text) else {
        return nil
      }
      if limits.isEmpty { return true }
      for (limit, bound) in limits {
        guard let order = value.compared(to: bound) else { return nil }
        let holds =
          switch limit {
          case .minimum: order >= 0
          case .maximum: order <= 0
          case .exclusiveMinimum: order > 0
          case .exclusiveMaximum: order < 0
          case .multipleOf: false
          }
        guard holds else { return false }
      }
      return true
    }
  }

  private func admits(string text: UnsafeBufferPointer<UInt8>) -> Bool? {
    // A character takes one to four bytes.
    if text.count > most || text.count / 4 < least {
      var length = 0
      for byte in text where byte & 0xC0 != 0x80 { length += 1 }
      guard length >= least, length <= most else { return false }
    }
    if !choices.isEmpty {
      for choice in choices where !choice.contains(where: { text.elementsEqual($0) }) {
        return false
      }
    }
    if !strings.isEmpty {
      var work = WorkBudget(.default, bytes: text.count)
      for keyword in strings {
        guard let isAdmitted = keyword.admits(text, &work) else { return nil }
        guard isAdmitted else { return false }
      }
    }
    guard !formats.isEmpty else { return true }
    let string = String(decoding: text, as: UTF8.self)
    var work = WorkBudget(.default, bytes: text.count)
    return formats.allSatisfy { $0.finding(string, inXML: true, &work) == nil }
  }

  private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
    guard text.count == other.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] != other.utf8Start[index] { return false }
    return true
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = text.count
    while start < end, XMLCharacters.isWhiteSpace(text[start]) { start += 1 }
    while start < end, XMLCharacters.isWhiteSpace(text[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }
}

extension XMLTextPlan {
  /// A number of at most eighteen digits, exactly.
  struct Decimal: Sendable {
    private var digits: Int64
    private var scale: Int

    init?(_ number: JSONNumber) {
      var text = number.text
      let value = text.withUTF8 { Decimal($0) }
      guard let value else { return nil }
      self = value
    }

    /// Reads `xs:decimal`; nil if the text is none, or too long.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var index = 0
      let isNegative = text.first == UInt8(ascii: "-")
      if isNegative || text.first == UInt8(ascii: "+") { index = 1 }
      guard text.count > index, text.count - index <= 19 else { return nil }
      var value: Int64 = 0
      var point: Int?
      var count = 0
      while index < text.count {
        let byte = text[index]
        if byte == UInt8(ascii: "."), point == nil {
          point = index
        } else {
          guard byte &- 0x30 < 10, count < 18 else { return nil }
          value = value &* 10 &+ Int64(byte &- 0x30)
          count += 1
        }
        index += 1
      }
      guard count > 0 else { return nil }
      digits = isNegative ? -value : value
      scale = point.map { text.count - $0 - 1 } ?? 0
    }

    /// Whether the text has no point.
    func isWritten(asIntegerIn text: UnsafeBufferPointer<UInt8>) -> Bool {
      scale == 0 && text.last != UInt8(ascii: ".")
    }

    /// Below zero if the number is less than the other; nil if the two are too far apart.
    func compared(to other: Self) -> Int? {
      var left = digits
      var right = other.digits
      var difference = scale - other.scale
      while difference != 0 {
        let isRight = difference > 0
        let (value, overflow) = (isRight ? right : left).multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        if isRight { right = value } else { left = value }
        difference += isRight ? -1 : 1
      }
      return left < right ? -1 : left > right ? 1 : 0
    }
  }
}
