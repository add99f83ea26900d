extension Schema {
  /// Two schemas that are compared.
  private struct Pair: Hashable {
    var left: Identity
    var right: Identity
  }

  /// Whether two schemas say the same but for their own descriptions, wherever in a graph they stand.
  ///
  /// A member may describe a schema that others have too. Where both come back to where they were, they
  /// are as alike as they are elsewhere.
  package func isAlike(_ other: Schema) -> Bool {
    var assumed: Set<Pair> = []
    return isAlike(other, &assumed)
  }

  private func isAlike(_ other: Schema, _ assumed: inout Set<Pair>) -> Bool {
    guard identity != other.identity else { return true }
    if mayRecur || other.mayRecur {
      let pair = Pair(left: identity, right: other.identity)
      guard assumed.insert(pair).inserted else { return true }
    }
    var (left, right): ([Schema], [Schema]) = ([], [])
    guard outline(into: &left) == other.outline(into: &right), left.count == right.count else {
      return false
    }
    for (one, another) in zip(left, right) {
      guard one.isAlike(another, &assumed) else { return false }
    }
    return true
  }

  /// The keywords without the schemas inside, which are listed.
  private func outline(into schemas: inout [Schema]) -> Content {
    var content = self.content
    content.description = nil
    var bare = content
    bare.reading = Reading()
    bare.xml = XMLFacet()
    // What says nothing is read in no way.
    if bare == Content() { return bare }
    content.mapSchemas { inner in
      schemas.append(inner)
      return .any
    }
    return content
  }
}
