extension TextWalker {
  // MARK: - Strings

  /// Moves from the byte behind the opening quote to the closing one.
  ///
  /// - Returns: The place of the quote, and whether there were bytes that need another look.
  @inline(__always)
  func closingQuote(_ start: Cursor) -> (quote: Cursor, isSimple: Bool)? {
    assert(start > base && start <= end, "a string that lies outside the text")
    var place = start
    while end - place >= 8 {
      let marks = JSONStringScanner.marks(in: UnsafeRawPointer(place))
      if marks == 0 {
        place += 8
        continue
      }
      place += marks.trailingZeroBitCount >> 3
      return place.pointee == UInt8(ascii: "\"") ? (place, true) : specialString(start, from: place)
    }
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: "\"") { return (place, true) }
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\\") {
        return specialString(start, from: place)
      }
      place += 1
    }
    return nil
  }

  /// Finds the closing quote of a string with escapes or bytes beyond ASCII.
  @inline(never)
  private func specialString(_ start: Cursor, from place: Cursor) -> (Cursor, Bool)? {
    var scanner = JSONStringScanner(bytes: base, count: end - base, index: place - base)
    do throws(JSONReader.Failure) {
      try scanner.scan()
    } catch {
      return nil
    }
    return (base + scanner.index - 1, false)
  }

  @inline(__always)
  mutating func string(_ start: Cursor, _ node: Node) -> Cursor? {
    guard node.pointee.types & Schema.Types.string.rawValue != 0,
      let (quote, isSimple) = closingQuote(start + 1)
    else { return nil }
    let count = quote - start - 1
    if count > 64 { steps &-= count >> 6 }
    guard isSimple else { return isAdmitted(start + 1, count, node) ? quote + 1 : nil }
    if node.pointee.flags.contains(.hasLengths) {
      guard count >= node.pointee.minLength, count <= node.pointee.maxLength else { return nil }
    }
    if let automaton = node.pointee.automaton {
      let isFound = automaton._withUnsafeGuaranteedRef { $0.finds(in: start + 1, count: count) }
      guard isFound == true else { return nil }
    }
    for place in 0..<node.pointee.choiceCount
    where !has(node.pointee.choices + place, start + 1, count) {
      return nil
    }
    if node.pointee.flags.contains(.slowStrings) {
      let text = UnsafeBufferPointer(start: start + 1, count: count)
      guard passesKeywords(text, node) else { return nil }
    }
    return quote + 1
  }

  /// Whether a string conforms that has escapes or bytes beyond ASCII.
  @inline(never)
  private mutating func isAdmitted(_ start: Cursor, _ count: Int, _ node: Node) -> Bool {
    let content = UnsafeBufferPointer(start: start, count: count)
    guard content.contains(UInt8(ascii: "\\")) else { return conforms(content, node) }
    return JSONEscapes.unescaped(content).withUnsafeBufferPointer { conforms($0, node) }
  }

  private mutating func conforms(_ text: UnsafeBufferPointer<UInt8>, _ node: Node) -> Bool {
    for place in 0..<node.pointee.choiceCount {
      guard let base = text.baseAddress else { return false }
      guard has(node.pointee.choices + place, base, text.count) else { return false }
    }
    return passesKeywords(text, node)
  }

  private mutating func passesKeywords(
    _ text: UnsafeBufferPointer<UInt8>,
    _ node: Node
  ) -> Bool {
    guard let keywords = plan.schema(of: node)?.strings else { return true }
    for keyword in keywords {
      switch keyword.admits(text, &work) {
      case true?: continue
      case false?: return false
      case nil:
        giveUp()
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func has(
    _ choice: UnsafeMutablePointer<VerdictChoice>,
    _ start: Cursor,
    _ count: Int
  ) -> Bool {
    let stringCount = choice.pointee.stringCount
    guard stringCount <= Self.walkedStrings else { return hasAmongMany(choice, start, count) }
    var from = 0
    for index in 0..<stringCount {
      let to = Int(choice.pointee.ends[index])
      assert(to >= from, "strings of a choice that overlap")
      if to &- from == count, Self.isEqual(choice.pointee.bytes + from, start, count) {
        return true
      }
      from = to
    }
    return false
  }

  /// Up to this many strings are compared one after another.
  private static let walkedStrings = 8

  /// Looks for a string among those of a choice, which stand in the order of their lengths and bytes.
  @inline(never)
  private func hasAmongMany(
    _ choice: UnsafeMutablePointer<VerdictChoice>,
    _ start: Cursor,
    _ count: Int
  ) -> Bool {
    let ends = choice.pointee.ends
    var low = 0
    var high = choice.pointee.stringCount
    while low < high {
      let middle = (low &+ high) / 2
      let from = middle == 0 ? 0 : Int(ends[middle &- 1])
      let length = Int(ends[middle]) &- from
      var order = length &- count
      if order == 0 {
        let text = choice.pointee.bytes + from
        var index = 0
        while index < count, text[index] == start[index] { index &+= 1 }
        if index == count { return true }
        order = Int(text[index]) &- Int(start[index])
      }
      if order < 0 { low = middle &+ 1 } else { high = middle }
    }
    return false
  }

  @inline(__always)
  static func isEqual(
    _ left: UnsafePointer<UInt8>,
    _ right: UnsafePointer<UInt8>,
    _ count: Int
  ) -> Bool {
    var index = 0
    while index &+ 8 <= count {
      let first = UnsafeRawPointer(left + index).loadUnaligned(as: UInt64.self)
      let second = UnsafeRawPointer(right + index).loadUnaligned(as: UInt64.self)
      if first != second { return false }
      index &+= 8
    }
    while index < count {
      if left[index] != right[index] { return false }
      index &+= 1
    }
    return true
  }

  // MARK: - Numbers

  /// The powers of ten by which a whole limit can be multiplied.
  private static let largestScale = 18

  @inline(__always)
  mutating func number(_ start: Cursor, _ node: Node) -> Cursor? {
    var place = start
    let isNegative = place.pointee == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let first = place
    var digits: UInt64 = 0
    while place < end, place.pointee &- 0x30 < 10 {
      digits = digits &* 10 &+ UInt64(place.pointee &- 0x30)
      place += 1
    }
    let whole = place - first
    guard whole > 0, first.pointee != UInt8(ascii: "0") || whole == 1 else { return nil }
    let isEnd =
      place == end
      || place.pointee != UInt8(ascii: ".") && place.pointee | 0x20 != UInt8(ascii: "e")
    guard isEnd else { return decimal(start, place, digits, whole, node) }
    guard node.pointee.types & 12 != 0 else { return nil }
    guard node.pointee.choiceCount == 0, !node.pointee.flags.contains(.slowNumbers),
      whole <= Self.largestScale
    else { return isAdmittedNumber(start, place, node) ? place : nil }
    if node.pointee.flags.contains(.hasLimits) {
      let value = isNegative ? 0 &- Int64(bitPattern: digits) : Int64(bitPattern: digits)
      guard isWithinLimits(value, scale: 1, node) else { return nil }
    }
    return place
  }

  /// Steps over a number with a fraction or an exponent.
  @inline(never)
  private mutating func decimal(
    _ start: Cursor,
    _ point: Cursor,
    _ whole: UInt64,
    _ wholeCount: Int,
    _ node: Node
  ) -> Cursor? {
    var place = point
    var digits = whole
    var scale: Int64 = 1
    var isExact = true
    if place.pointee == UInt8(ascii: ".") {
      place += 1
      let first = place
      while place < end, place.pointee &- 0x30 < 10 {
        digits = digits &* 10 &+ UInt64(place.pointee &- 0x30)
        scale = scale &* 10
        place += 1
      }
      guard place > first else { return nil }
      isExact = wholeCount + (place - first) <= Self.largestScale
    }
    if place < end, place.pointee | 0x20 == UInt8(ascii: "e") {
      isExact = false
      place += 1
      if place < end, place.pointee == UInt8(ascii: "+") || place.pointee == UInt8(ascii: "-") {
        place += 1
      }
      let first = place
      while place < end, place.pointee &- 0x30 < 10 { place += 1 }
      guard place > first else { return nil }
    }
    let types = Schema.Types(rawValue: node.pointee.types)
    guard isExact, types.contains(.number), node.pointee.choiceCount == 0,
      !node.pointee.flags.contains(.slowNumbers)
    else { return isAdmittedNumber(start, place, node) ? place : nil }
    guard node.pointee.flags.contains(.hasLimits) else { return place }
    let isNegative = start.pointee == UInt8(ascii: "-")
    let value = isNegative ? 0 &- Int64(bitPattern: digits) : Int64(bitPattern: digits)
    return isWithinLimits(value, scale: scale, node) ? place : nil
  }

  /// Compares digits with limits that are moved by as many places; a limit that overflows is beyond
  /// all digits.
  @inline(__always)
  private func isWithinLimits(_ value: Int64, scale: Int64, _ node: Node) -> Bool {
    let least = node.pointee.minimum.multipliedReportingOverflow(by: scale)
    let most = node.pointee.maximum.multipliedReportingOverflow(by: scale)
    let isAbove =
      least.overflow
      ? node.pointee.minimum < 0
      : node.pointee.flags.contains(.excludesMinimum)
        ? value > least.partialValue : value >= least.partialValue
    let isBelow =
      most.overflow
      ? node.pointee.maximum > 0
      : node.pointee.flags.contains(.excludesMaximum)
        ? value < most.partialValue : value <= most.partialValue
    return isAbove && isBelow
  }

  /// Whether a number conforms that is compared with all its digits.
  @inline(never)
  private mutating func isAdmittedNumber(_ start: Cursor, _ last: Cursor, _ node: Node) -> Bool {
    let types = Schema.Types(rawValue: node.pointee.types)
    guard !types.isDisjoint(with: [.number, .integer]) else { return false }
    let text = String(
      decoding: UnsafeBufferPointer(start: start, count: last - start),
      as: UTF8.self
    )
    let number = JSONNumber(checked: text)
    guard let schema = plan.schema(of: node) else { return true }
    if !types.contains(.number) {
      let isInteger =
        schema.readsIntegersAsWritten ? Self.isWrittenAsInteger(text) : number.isInteger
      guard isInteger else { return false }
    }
    guard schema.values.allSatisfy({ $0.admits(.number(number)) }) else { return false }
    for keyword in schema.numbers {
      guard let evidence = keyword.finding(number, &work) else { continue }
      if evidence.isOfLimit { giveUp() }
      return false
    }
    return true
  }

  private static func isWrittenAsInteger(_ text: String) -> Bool {
    !text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
  }
}
