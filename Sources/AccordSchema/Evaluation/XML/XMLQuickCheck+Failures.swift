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
      isNamed || hasStatedName(index, place)
    else { return false }
    // A child that is wrong is noted, and what is around it may still be right.
    switch nodes[index].kind {
    case .object:
      return walkObject(index, at: place, unclear: false) { check, schema, child in
        check.isRightOrFound(schema, at: child, isNamed: true, depth: depth, &failures)
      }
    case .list:
      return walkList(index, at: place, unclear: false) { check, item, child in
        check.isRightOrFound(item, at: child, isNamed: false, depth: depth, &failures)
      }
    case .general, .text, .any: return false
    }
  }

  /// Whether a child conforms, or what is wrong in it is noted; nil where that is not easily told.
  private mutating func isRightOrFound(
    _ index: Program.Index,
    at place: Int,
    isNamed: Bool,
    depth: Int,
    _ failures: inout [Failure]
  ) -> Bool? {
    guard let isAdmitted = admits(index, at: place, isNamed: isNamed) else { return nil }
    guard !isAdmitted else { return true }
    return find(index, at: place, isNamed: isNamed, depth: depth + 1, &failures) ? true : nil
  }

  private func hasStatedName(_ index: Program.Index, _ place: Int) -> Bool {
    nodes[index].name.map { hasName($0, place) } ?? true
  }
}
