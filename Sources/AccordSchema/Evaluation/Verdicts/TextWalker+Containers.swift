extension TextWalker {
  // MARK: - Objects

  /// Steps over an object, one member after another.
  @inline(__always)
  mutating func object(
    _ start: Cursor,
    _ object: UnsafeMutablePointer<VerdictObject>
  ) -> Cursor? {
    var place = skipSpace(start + 1)
    guard place < end else { return nil }
    var present: UInt64 = 0
    var count = 0
    if place.pointee == UInt8(ascii: "}") {
      place += 1
    } else {
      var next = 0
      while true {
        let key = place
        var node: Node?
        // Members mostly come in the order in which they are declared.
        if next < object.pointee.memberCount,
          let behind = behindName(key, object.pointee.members + next)
        {
          let member = object.pointee.members + next
          place = behind
          present |= member.pointee.bit
          node = member.pointee.node
          next &+= 1
        } else {
          guard let (behind, found) = behindName(key, of: object) else { return nil }
          place = behind
          if found >= 0 {
            let member = object.pointee.members + found
            present |= member.pointee.bit
            node = member.pointee.node
            next = found &+ 1
          }
        }
        place = skipSpace(place)
        let last =
          object.pointee.looksAtNames
          ? namedValue(place, key, node, object)
          : value(place, node ?? object.pointee.additional)
        guard let last else {
          note(Stop(place: key, present: present, count: count, next: max(next &- 1, 0)))
          return nil
        }
        count &+= 1
        place = skipSpace(last)
        guard place < end else { return nil }
        if place.pointee == UInt8(ascii: ",") {
          place = skipSpace(place + 1)
          continue
        }
        guard place.pointee == UInt8(ascii: "}") else { return nil }
        place += 1
        break
      }
    }
    guard object.pointee.required & ~present == 0, count >= object.pointee.minProperties,
      count <= object.pointee.maxProperties
    else { return nil }
    guard object.pointee.dependencyCount > 0 else { return place }
    return hasDependencies(start, present, object) ? place : nil
  }

  /// The place behind a name and its colon, if it is the name of this member as it is mostly written.
  @inline(__always)
  private func behindName(
    _ key: Cursor,
    _ member: UnsafeMutablePointer<VerdictMember>
  ) -> Cursor? {
    let count = member.pointee.wordCount
    assert(key >= base && key <= end, "a name that lies outside the text")
    assert(count >= 1 && (count * 8 - 7...count * 8).contains(member.pointee.length))
    guard end - key >= count &* 8 else {
      // Near the end of the text there is no room for whole words.
      let length = member.pointee.length
      let name = UnsafeRawPointer(member.pointee.text).assumingMemoryBound(to: UInt8.self)
      return end - key >= length && Self.isEqual(name, key, length) ? key + length : nil
    }
    let last = count &- 1
    let text = UnsafeRawPointer(key)
    var index = 0
    while index < last {
      let word = text.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
      guard word == member.pointee.text[index] else { return nil }
      index &+= 1
    }
    let word = text.loadUnaligned(fromByteOffset: last &* 8, as: UInt64.self)
    guard (word ^ member.pointee.text[last]) & member.pointee.lastMask == 0 else { return nil }
    return key + member.pointee.length
  }

  /// Steps over any name and its colon, and looks the member up.
  @inline(never)
  private mutating func behindName(
    _ key: Cursor,
    of object: UnsafeMutablePointer<VerdictObject>
  ) -> (place: Cursor, member: Int)? {
    guard key < end, key.pointee == UInt8(ascii: "\""),
      let (quote, isSimple) = closingQuote(key + 1)
    else { return nil }
    let colon = skipSpace(quote + 1)
    guard colon < end, colon.pointee == UInt8(ascii: ":") else { return nil }
    steps &-= (quote - key) >> 6
    let content = UnsafeBufferPointer(start: key + 1, count: quote - key - 1)
    let member =
      isSimple
      ? self.member(content, of: object)
      : withUnescaped(content) { self.member($0, of: object) }
    return (colon + 1, member)
  }

  /// The place behind a name and its colon, and that of its member or -1; the members mostly come in
  /// the order in which they are declared.
  mutating func behindName(
    _ key: Cursor,
    expecting next: inout Int,
    of object: UnsafeMutablePointer<VerdictObject>
  ) -> (place: Cursor, member: Int)? {
    if next < object.pointee.memberCount,
      let behind = behindName(key, object.pointee.members + next)
    {
      next &+= 1
      return (behind, next &- 1)
    }
    let found = behindName(key, of: object)
    if let found, found.member >= 0 { next = found.member &+ 1 }
    return found
  }

  /// The name between the quotes at a place.
  func name(at key: Cursor) -> String {
    guard let (quote, _) = closingQuote(key + 1) else { return "" }
    let content = UnsafeBufferPointer(start: key + 1, count: quote - key - 1)
    return withUnescaped(content) { String(decoding: $0, as: UTF8.self) }
  }

  /// The place of the member of a name; -1 if the object does not know it.
  private func member(
    _ name: UnsafeBufferPointer<UInt8>,
    of object: UnsafeMutablePointer<VerdictObject>
  ) -> Int {
    guard let base = name.baseAddress else { return -1 }
    // The table has a free slot, so that every search ends.
    assert((object.pointee.slotMask + 1).nonzeroBitCount == 1)
    assert(object.pointee.slotMask >= object.pointee.memberCount)
    let hash = JSONKeyHash.of(UnsafeRawPointer(base), count: name.count)
    var slot = Int(hash) & object.pointee.slotMask
    while true {
      let place = Int(object.pointee.slots[slot])
      guard place >= 0 else { return -1 }
      assert(place < object.pointee.memberCount, "a slot that holds no member")
      let member = object.pointee.members + place
      if member.pointee.hash == hash, member.pointee.length == name.count + 3 {
        let text = UnsafeRawPointer(member.pointee.text).assumingMemoryBound(to: UInt8.self)
        if Self.isEqual(text + 1, base, name.count) { return place }
      }
      slot = (slot &+ 1) & object.pointee.slotMask
    }
  }

  /// Calls with the bytes that a string denotes; there is an address even if there are none.
  private func withUnescaped<Result>(
    _ content: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard content.contains(UInt8(ascii: "\\")) else { return body(content) }
    return JSONEscapes.unescaped(content).withUnsafeBufferPointer(body)
  }

  /// Steps over the value of a member whose name is held to patterns or to a schema.
  @inline(never)
  private mutating func namedValue(
    _ place: Cursor,
    _ key: Cursor,
    _ declared: Node?,
    _ object: UnsafeMutablePointer<VerdictObject>
  ) -> Cursor? {
    if let names = object.pointee.names {
      guard value(key, names) != nil else { return nil }
    }
    var last: Cursor?
    if let declared {
      last = value(place, declared)
      guard last != nil else { return nil }
    }
    if object.pointee.patternCount > 0, let (quote, _) = closingQuote(key + 1),
      let keywords = plan.program.schemas[object.pointee.schema].object
    {
      let name = UnsafeBufferPointer(start: key + 1, count: quote - key - 1)
      for (index, entry) in keywords.patterns.enumerated() {
        var work = work
        let verdict = withUnescaped(name) { entry.pattern.matches(utf8: $0, &work) }
        self.work = work
        if verdict == .gaveUp {
          giveUp()
          return nil
        }
        guard verdict == .matches else { continue }
        last = value(place, object.pointee.patterns[index])
        guard last != nil else { return nil }
      }
    }
    return last ?? value(place, object.pointee.additional)
  }

  /// Applies `dependentRequired` and `dependentSchemas`.
  @inline(never)
  private mutating func hasDependencies(
    _ start: Cursor,
    _ present: UInt64,
    _ object: UnsafeMutablePointer<VerdictObject>
  ) -> Bool {
    for index in 0..<object.pointee.dependencyCount {
      let dependency = object.pointee.dependencies[index]
      guard dependency.bit & present != 0 else { continue }
      guard dependency.needs & ~present == 0 else { return false }
      if let node = dependency.node, value(start, node) == nil { return false }
    }
    return true
  }

  // MARK: - Arrays

  /// Steps over an array, one item after another.
  @inline(__always)
  mutating func array(
    _ start: Cursor,
    _ array: UnsafeMutablePointer<VerdictArray>
  ) -> Cursor? {
    var place = skipSpace(start + 1)
    guard place < end else { return nil }
    var count = 0
    var matching = 0
    if place.pointee == UInt8(ascii: "]") {
      place += 1
    } else {
      while true {
        let node =
          count < array.pointee.prefixCount ? array.pointee.prefix[count] : array.pointee.items
        guard let last = value(place, node) else {
          note(Stop(place: place, count: count))
          return nil
        }
        if let contains = array.pointee.contains, value(place, contains) != nil { matching &+= 1 }
        count &+= 1
        place = skipSpace(last)
        guard place < end else { return nil }
        if place.pointee == UInt8(ascii: ",") {
          place = skipSpace(place + 1)
          continue
        }
        guard place.pointee == UInt8(ascii: "]") else { return nil }
        place += 1
        break
      }
    }
    guard count >= array.pointee.minItems, count <= array.pointee.maxItems else { return nil }
    if array.pointee.contains != nil {
      guard matching >= array.pointee.minContains, matching <= array.pointee.maxContains else {
        return nil
      }
    }
    guard array.pointee.isUnique, count > 1 else { return place }
    return hasDistinctItems(start, place, count: count) ? place : nil
  }
}
