/// Values that are compared as a whole, or judged on a tape of their own.
extension TextWalker {
  /// How many items are compared each with each.
  private static let comparedItems = 32

  /// Whether no item of an array that is known to be JSON equals another.
  @inline(never)
  func hasDistinctItems(_ start: Cursor, _ last: Cursor, count: Int) -> Bool {
    guard count <= Self.comparedItems,
      let isDistinct = hasDistinctScalars(start, count: count)
    else {
      guard case .array(let items) = value(start, last) else { return true }
      return ArrayKeywords.repeated(items) == nil
    }
    return isDistinct
  }

  /// Compares the items as they are written; nil if one of them may be written in another way.
  private func hasDistinctScalars(_ start: Cursor, count: Int) -> Bool? {
    withUnsafeTemporaryAllocation(
      of: UnsafeBufferPointer<UInt8>.self,
      capacity: count
    ) { items -> Bool? in
      var place = skipSpace(start + 1)
      for index in 0..<count {
        guard let last = behindPlainScalar(place) else { return nil }
        let item = UnsafeBufferPointer(start: place, count: last - place)
        for earlier in items[..<index] where earlier.count == item.count {
          guard let base = earlier.baseAddress else { continue }
          if Self.isEqual(base, place, item.count) { return false }
        }
        items.initializeElement(at: index, to: item)
        // The comma.
        place = skipSpace(skipSpace(last) + 1)
      }
      return true
    }
  }

  /// The end of a scalar that is equal to no other that is written in another way.
  private func behindPlainScalar(_ start: Cursor) -> Cursor? {
    assert(start > base && start < end, "an item that lies outside the text")
    switch start.pointee {
    case UInt8(ascii: "\""):
      guard let (quote, isSimple) = closingQuote(start + 1), isSimple else { return nil }
      return quote + 1
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      var place = start
      while place < end, place.pointee &- 0x30 < 10 { place += 1 }
      guard place == end || place.pointee != UInt8(ascii: ".") else { return nil }
      return place == end || place.pointee | 0x20 != UInt8(ascii: "e") ? place : nil
    case UInt8(ascii: "t"), UInt8(ascii: "n"): return start + 4
    case UInt8(ascii: "f"): return start + 5
    default: return nil
    }
  }

  /// Whether an array or object is among the values that `const` and `enum` admit.
  @inline(never)
  func isChosen(_ start: Cursor, _ last: Cursor, _ node: Node) -> Bool {
    for place in 0..<node.pointee.choiceCount
    where !node.pointee.choices[place].hasContainers {
      return false
    }
    guard let found = value(start, last), let schema = plan.schema(of: node) else { return false }
    return schema.values.allSatisfy { $0.admits(found) }
  }

  /// Whether a value that is known to be JSON conforms to a schema that the plan does not know.
  @inline(never)
  mutating func isAdmittedApart(_ start: Cursor, _ last: Cursor, _ node: Node) -> Bool {
    guard let document = document(start, last) else { return false }
    var evaluation = JSONEvaluation(plan.program, on: document.tape)
    evaluation.applications = steps
    evaluation.work = work
    let isAdmitted = evaluation.admits(at: 0, Int(node.pointee.schema))
    steps = evaluation.applications
    work = evaluation.work
    if evaluation.isExhausted { giveUp() }
    return isAdmitted
  }

  private func value(_ start: Cursor, _ last: Cursor) -> JSON? {
    document(start, last)?.tape.value(at: 0)
  }

  private func document(_ start: Cursor, _ last: Cursor) -> JSONDocument? {
    assert(start >= base && start <= last && last <= end, "a value that lies outside the text")
    let bytes = Array(UnsafeBufferPointer(start: start, count: last - start))
    return try? JSONDocument(parsing: bytes)
  }
}
