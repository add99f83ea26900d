/// What is checked of a text of one type, on its bytes.
struct XMLTextPlan: Sendable {
  enum Kind: UInt8, Sendable {
    case string, integer, number, boolean
  }

  let kind: Kind
  /// The fewest and the most characters.
  private var least = 0
  private var most = Int.max
  private let strings: [any StringKeyword]
  private let formats: [any StringKeyword]
  private let choices: [[[UInt8]]]
  private let limits: [(limit: Evidence.Limit, bound: Decimal)]

  /// The plan of a schema; nil if it says what cannot be checked here.
  init?(_ schema: CompiledSchema, _ schemas: [CompiledSchema]) {
    let kind: Kind? =
      switch schema.types {
      case .string: .string
      case .integer: .integer
      case .number: .number
      case .boolean: .boolean
      default: nil
      }
    var strings: [any StringKeyword] = []
    var choices: [[[UInt8]]] = []
    var limits: [(limit: Evidence.Limit, bound: Decimal)] = []
    var pending = [schema]
    var types = Schema.Types.all
    var rest = 64
    // Branches of allOf say more of the same text.
    while let next = pending.popLast() {
      rest -= 1
      guard rest > 0 else { return nil }
      types.formIntersection(next.types)
      guard next.boolean == nil, next.forward == nil else { return nil }
      // A pattern that may take long is searched for within the bounds of the evaluation.
      guard !next.strings.contains(where: { ($0 as? PatternKeyword)?.pattern.isCostly == true })
      else { return nil }
      strings += next.strings
      for keyword in next.values {
        var choice: [[UInt8]] = []
        for value in keyword.admitted {
          guard case .string(let text) = value else { return nil }
          choice.append(Array(text.utf8))
        }
        choices.append(choice)
      }
      for keyword in next.numbers {
        guard let limit = keyword as? LimitKeyword, limit.limit != .multipleOf,
          let bound = Decimal(limit.bound)
        else { return nil }
        limits.append((limit.limit, bound))
      }
      for branch in next.branches {
        guard case .allOf(let all) = branch else { return nil }
        let branches = all.map { schemas[$0] }
        // A branch may state a name, which only matters where the element's name is not known.
        guard branches.allSatisfy({ $0.xml.name == nil }) else { return nil }
        pending += branches
      }
    }
    let wanted = kind ?? (types == .string ? .string : nil)
    guard let wanted, kind == nil || types == schema.types else { return nil }
    guard wanted == .string || choices.isEmpty else { return nil }
    self.kind = wanted
    for keyword in strings {
      if let length = keyword as? MinLengthKeyword { least = max(least, length.bound) }
      if let length = keyword as? MaxLengthKeyword { most = min(most, length.bound) }
    }
    self.strings = strings.filter {
      !($0 is FormatKeyword) && !($0 is MinLengthKeyword) && !($0 is MaxLengthKeyword)
    }
    formats = strings.filter { $0 is FormatKeyword }
    self.choices = choices
    self.limits = limits
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
