/// Finds where an element does not conform, so that the evaluation looks at nothing else.
extension XMLQuickCheck {
  /// An element that does not conform to a schema.
  struct Failure {
    var schema: Program.Index
    var place: Int
    /// Whether the name of the element is known to be right.
    var isNamed: Bool
    /// How many schemas are applied around it.
    var depth: Int
  }

  /// How deep it goes: each level is looked at once more.
  private static let failureDepth = 8

  /// Finds the elements that do not conform inside one; false where that is not easily told, or the
  /// element itself does not conform.
  mutating func findFailures(
    _ index: Program.Index,
    at place: Int,
    _ failures: inout [Failure]
  ) -> Bool {
    findInside(index, at: place, isNamed: false, depth: 0, &failures) == true
  }

  /// Finds the elements that do not conform in one that is known not to; false where that is not easily
  /// told.
  private mutating func find(
    _ index: Program.Index,
    at place: Int,
    isNamed: Bool,
    depth: Int,
    _ failures: inout [Failure]
  ) -> Bool {
    let before = failures.count
    guard
      let isFound = findInside(index, at: place, isNamed: isNamed, depth: depth, &failures)
    else { return false }
    if isFound, failures.count > before { return true }
    // It is wrong itself.
    failures.removeLast(failures.count - before)
    failures.append(Failure(schema: index, place: place, isNamed: isNamed, depth: depth))
    return true
  }

  /// Whether only what is inside an element is wrong, which is noted; nil where that is not easily told.
  private mutating func findInside(
    _ index: Program.Index,
    at place: Int,
    isNamed: Bool,
    depth: Int,
    _ failures: inout [Failure]
  ) -> Bool? {
    guard depth < Self.failureDepth, entries[place].attributeCount == 0,
      isNamed || hasStatedName(index, place), isBlank(place)
    else { return false }
    switch nodes[index].kind {
    case .object: return findInObject(index, at: place, depth: depth, &failures)
    case .list: return findInList(index, at: place, depth: depth, &failures)
    case .general, .text, .any: return false
    }
  }

  private func hasStatedName(_ index: Program.Index, _ place: Int) -> Bool {
    nodes[index].name.map { hasName($0, place) } ?? true
  }

  /// Whether only members of an object are wrong, which are noted; nil where that is not easily told.
  private mutating func findInObject(
    _ index: Program.Index,
    at place: Int,
    depth: Int,
    _ failures: inout [Failure]
  ) -> Bool? {
    let (first, count) = (nodes[index].first, nodes[index].count)
    let (isOrdered, isClosed) = (nodes[index].isOrdered, nodes[index].isClosed)
    var marks = XMLMarks()
    var rank = Int.min
    var expected = 0
    var child = place + 1
    let end = Int(entries[place].next)
    while child < end {
      defer { child = Int(entries[child].next) }
      guard entries[child].kind == .element else {
        guard isBlankEntry(child) else { return false }
        continue
      }
      guard let member = member(child, first, count, from: expected) else {
        guard !isClosed, !hasNamesake(child, first, count) else { return false }
        continue
      }
      expected = member + 1
      let (schema, memberRank) = (members[first + member].schema, members[first + member].rank)
      guard !members[first + member].isAbsent, !marks.contains(member) else { return false }
      marks.insert(member)
      if isOrdered {
        guard memberRank >= rank else { return false }
        rank = memberRank
      }
      guard schema >= 0 else { continue }
      guard let isAdmitted = admits(schema, at: child, isNamed: true) else { return nil }
      guard isAdmitted || find(schema, at: child, isNamed: true, depth: depth + 1, &failures) else {
        return nil
      }
    }
    return nodes[index].required.isSubset(of: marks)
  }

  /// Whether only items of a list are wrong, which are noted; nil where that is not easily told.
  private mutating func findInList(
    _ index: Program.Index,
    at place: Int,
    depth: Int,
    _ failures: inout [Failure]
  ) -> Bool? {
    guard let item = nodes[index].item else { return false }
    let name = nodes[index].itemName
    var count = 0
    var child = place + 1
    let end = Int(entries[place].next)
    while child < end {
      if entries[child].kind == .element {
        count += 1
        if let name, !hasName(name, child) { return false }
        guard let isAdmitted = admits(item, at: child, isNamed: false) else { return nil }
        guard isAdmitted || find(item, at: child, isNamed: false, depth: depth + 1, &failures)
        else { return nil }
      } else if !isBlankEntry(child) {
        return false
      }
      child = Int(entries[child].next)
    }
    return count >= nodes[index].least && count <= nodes[index].most
  }
}
