/// Schemas that apply themselves to the value to which they are applied, which never ends (JSON
/// Schema core, section 9.4.1).
extension Program {
  /// The first schema that applies itself whatever the value is; nil if there is none.
  var endlessSchema: CompiledSchema? {
    // Each schema is entered once; one that is still open when it is met again is in a circle.
    var states = Array(repeating: State.unseen, count: schemas.count)
    for start in schemas.indices where states[start] == .unseen {
      var open = [(index: start, targets: schemas[start].appliedInPlace(always: true))]
      states[start] = .open
      while let last = open.indices.last {
        guard let target = open[last].targets.popLast() else {
          states[open[last].index] = .done
          open.removeLast()
          continue
        }
        switch states[target] {
        case .open: return schemas[target]
        case .done: continue
        case .unseen:
          states[target] = .open
          open.append((target, schemas[target].appliedInPlace(always: true)))
        }
      }
    }
    return nil
  }

  private enum State {
    case unseen, open, done
  }

  /// Whether a schema is in a circle of schemas that apply each other to the same value, or is
  /// applied to it from one.
  func isEndless(_ schema: CompiledSchema) -> Bool {
    var appliers: [[Index]] = Array(repeating: [], count: schemas.count)
    for (number, applier) in schemas.enumerated() {
      for target in mayApplyInPlace(applier) { appliers[target].append(number) }
    }
    var pending = schemas.indices.filter { schemas[$0] === schema }
    var above = Set(pending)
    while let next = pending.popLast() {
      pending += appliers[next].filter { above.insert($0).inserted }
    }
    // What nothing applies is taken away until nothing is left, or only circles.
    var counts: [Index: Int] = [:]
    for target in above { counts[target] = appliers[target].count }
    var free = above.filter { counts[$0] == 0 }
    var left = above.count
    while let next = free.popFirst() {
      left -= 1
      for target in mayApplyInPlace(schemas[next]) {
        guard let count = counts[target] else { continue }
        counts[target] = count - 1
        if count == 1 { free.insert(target) }
      }
    }
    return left > 0
  }

  /// The schemas that one can apply to its own value, those of dynamic references among them.
  private func mayApplyInPlace(_ schema: CompiledSchema) -> [Index] {
    schema.appliedInPlace(always: false)
      + schema.branches.flatMap { branch -> [Index] in
        guard case .dynamicReference(let table, let fallback, _) = branch else { return [] }
        return tables[table].compactMap(\.self) + [fallback]
      }
  }
}

extension CompiledSchema {
  /// The schemas that this one applies to its own value; those of conditions and dependencies and
  /// dynamic references are not always applied.
  fileprivate func appliedInPlace(always: Bool) -> [Program.Index] {
    var targets: [Program.Index] = []
    for branch in branches {
      switch branch {
      case .allOf(let indices), .anyOf(let indices, _), .oneOf(let indices, _):
        targets += indices
      case .not(let index), .reference(let index, _):
        targets.append(index)
      case .conditional(let condition, let consequence, let alternative):
        targets.append(condition)
        if !always { targets += [consequence, alternative].compactMap(\.self) }
      case .dynamicReference(_, let fallback, _):
        if !always { targets.append(fallback) }
      }
    }
    if !always { targets += object?.dependentSchemas.map(\.schema) ?? [] }
    return targets
  }
}
