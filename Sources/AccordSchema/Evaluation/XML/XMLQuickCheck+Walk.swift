/// The one walk through objects and lists, for the verdict and for the places of failures.
///
/// Both are inlined with what looks at a child, so that the verdict pays for no closure.
extension XMLQuickCheck {
  /// Whether an object holds what it may and must hold.
  ///
  /// `isRight` says so of each member that has a schema; where it cannot say, neither can the walk.
  /// `unclear` is the answer where text stands between the members.
  @inline(__always)
  mutating func walkObject(
    _ index: Program.Index,
    at place: Int,
    unclear: Bool?,
    _ isRight: (inout Self, Program.Index, Int) -> Bool?
  ) -> Bool? {
    guard isBlank(place) else { return unclear }
    let (first, count) = (nodes[index].first, nodes[index].count)
    let (isOrdered, isClosed) = (nodes[index].isOrdered, nodes[index].isClosed)
    var marks = XMLMarks()
    var rank = Int.min
    // Elements come mostly in the order in which the members are declared.
    var expected = 0
    var child = place + 1
    let end = Int(entries[place].next)
    while child < end {
      defer { child = Int(entries[child].next) }
      guard entries[child].kind == .element else {
        guard isBlankEntry(child) else { return unclear }
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
      guard let isAdmitted = isRight(&self, schema, child) else { return nil }
      guard isAdmitted else { return false }
    }
    return nodes[index].required.isSubset(of: marks)
  }

  /// Whether a list holds as many items as it may, each under its name; `isRight` and `unclear` are as
  /// for objects.
  @inline(__always)
  mutating func walkList(
    _ index: Program.Index,
    at place: Int,
    unclear: Bool?,
    _ isRight: (inout Self, Program.Index, Int) -> Bool?
  ) -> Bool? {
    guard isBlank(place), let item = nodes[index].item else { return unclear }
    let name = nodes[index].itemName
    var count = 0
    var child = place + 1
    let end = Int(entries[place].next)
    while child < end {
      if entries[child].kind == .element {
        count += 1
        if let name, !hasName(name, child) { return false }
        guard let isAdmitted = isRight(&self, item, child) else { return nil }
        guard isAdmitted else { return false }
      } else if !isBlankEntry(child) {
        return unclear
      }
      child = Int(entries[child].next)
    }
    return count >= nodes[index].least && count <= nodes[index].most
  }
}
