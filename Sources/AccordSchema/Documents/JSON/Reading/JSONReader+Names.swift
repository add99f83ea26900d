/// Names that stand twice in an object.
extension JSONReader {
  /// The bytes between the quotes of a key, unescaped.
  func name(_ entry: JSONTapeEntry) -> String {
    let content = entry.content
    assert(content.upperBound < count, "a name that lies outside the text")
    let buffer = UnsafeBufferPointer(start: bytes + content.lowerBound, count: content.count)
    guard entry.isEscaped else { return String(decoding: buffer, as: UTF8.self) }
    return String(decoding: JSONEscapes.unescaped(buffer), as: UTF8.self)
  }

  /// The index of the key after a key in the same object.
  @inline(__always)
  private func key(after key: Int) -> Int {
    assert(key + 1 < used && tape[key].isKey, "a key that is none, or has no value")
    let value = tape[key + 1]
    return value.kind == .array || value.kind == .object ? Int(value.next) : key + 2
  }

  /// Looks for names that stand twice in the object that was just closed.
  ///
  /// Most objects are small: a bit set of hashes rules almost every repetition out, and what is
  /// left is compared. Large objects go through a hash table, whose hashes cannot be foreseen.
  mutating func checkNames(of object: Int) {
    if let members = tape[object].count, members <= 64 {
      checkFewNames(of: object)
    } else {
      checkManyNames(of: object)
    }
  }

  private mutating func checkFewNames(of object: Int) {
    var seen: SIMD8<UInt64> = .zero
    var key = object + 1
    while key < used {
      let hash = tape[key].next
      let word = Int(hash & 7)
      let bit = UInt64(1) << UInt64(hash >> 3 & 63)
      if seen[word] & bit != 0 {
        compare(key, withNamesOf: object)
      }
      seen[word] |= bit
      key = self.key(after: key)
    }
  }

  private mutating func compare(_ key: Int, withNamesOf object: Int) {
    var other = object + 1
    while other < key {
      if tape[other].next == tape[key].next, isSameName(other, key) {
        return add(Duplicate(name: name(tape[key]), first: start(other), second: start(key)))
      }
      other = self.key(after: other)
    }
  }

  private func isSameName(_ left: Int, _ right: Int) -> Bool {
    let left = tape[left]
    let right = tape[right]
    guard !left.isEscaped, !right.isEscaped else {
      return name(left).isIdentical(to: name(right))
    }
    guard left.content.count == right.content.count else { return false }
    let first = UnsafeBufferPointer(
      start: bytes + left.content.lowerBound,
      count: left.content.count
    )
    let second = UnsafeBufferPointer(
      start: bytes + right.content.lowerBound,
      count: right.content.count
    )
    return first.elementsEqual(second)
  }

  private mutating func checkManyNames(of object: Int) {
    var places: [JSONName: Int] = [:]
    var key = object + 1
    while key < used {
      let name = JSONName(bytes: Array(self.name(tape[key]).utf8))
      if let first = places[name] {
        add(Duplicate(name: self.name(tape[key]), first: first, second: start(key)))
      } else {
        places[name] = start(key)
      }
      key = self.key(after: key)
    }
  }

  private func start(_ key: Int) -> Int {
    Int(tape[key].start)
  }

  private mutating func add(_ duplicate: Duplicate) {
    guard duplicates.count < duplicateLimit else {
      hasFurtherDuplicates = true
      return
    }
    duplicates.append(duplicate)
  }
}

/// A name by its bytes, because Swift's strings are equal by canonical equivalence.
private struct JSONName: Hashable {
  let bytes: [UInt8]
}
