extension TextWalker {
  /// Steps over a value that the keywords of a schema and its branches admit.
  @inline(__always)
  mutating func branches(_ start: Cursor, _ node: Node) -> Cursor? {
    var last: Cursor?
    if node.pointee.flags.contains(.walksFirst) {
      last = own(start, node)
      guard last != nil else { return nil }
    }
    for index in 0..<node.pointee.branchCount {
      guard let behind = apply(node.pointee.branches + index, start, last) else { return nil }
      last = behind
    }
    return last
  }

  /// Applies one keyword; the result is the end of the value, which `last` is if it is known.
  private mutating func apply(
    _ branch: UnsafeMutablePointer<VerdictBranch>,
    _ start: Cursor,
    _ last: Cursor?
  ) -> Cursor? {
    let nodes = branch.pointee.nodes
    var last = last
    switch branch.pointee.kind {
    case .all:
      for index in 0..<branch.pointee.count {
        last = value(start, nodes[index])
        guard last != nil else { return nil }
      }
      return last
    case .any:
      for index in 0..<branch.pointee.count {
        if let behind = value(start, nodes[index]) { return behind }
      }
      return nil
    case .one:
      var admitting: Cursor?
      for index in 0..<branch.pointee.count {
        guard let behind = value(start, nodes[index]) else { continue }
        guard admitting == nil else { return nil }
        admitting = behind
      }
      return admitting
    case .not:
      return value(start, nodes[0]) == nil ? last : nil
    case .conditional:
      let holds = value(start, nodes[0]) != nil
      guard let node = holds ? branch.pointee.consequence : branch.pointee.alternative else {
        return last
      }
      return value(start, node)
    }
  }
}
