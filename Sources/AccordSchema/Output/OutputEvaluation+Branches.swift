extension OutputEvaluation {
  /// Adds the units of a keyword that applies schemas to the value itself.
  mutating func add(_ branch: BranchKeyword, to unit: inout OutputUnit, _ target: Target) {
    switch branch {
    case .allOf(let branches):
      var keyword = target.unit("allOf")
      for index in branches { keyword.add(inner(index, of: target)) }
      unit.add(keyword)
    case .anyOf(let branches, _):
      unit.add(choice(branches, "anyOf", target))
    case .oneOf(let branches, _):
      unit.add(choice(branches, "oneOf", target))
    case .not(let index):
      var keyword = target.unit("not")
      if inner(index, of: target).isValid {
        keyword.isValid = false
        keyword.error = Evidence.excluded(found(target.place)).sentence
      }
      unit.add(keyword)
    case .conditional(let condition, let consequence, let alternative):
      let condition = inner(condition, of: target)
      if condition.isValid { unit.add(condition) }
      if let index = condition.isValid ? consequence : alternative {
        unit.add(inner(index, of: target))
      }
    case .reference(let index, let keyword):
      unit.add(reference(index, keyword, target))
    case .dynamicReference(let table, let fallback, let keyword):
      unit.add(reference(dynamicTarget(table: table, fallback: fallback), keyword, target))
    }
  }

  private mutating func reference(
    _ index: Program.Index,
    _ keyword: String,
    _ target: Target
  ) -> OutputUnit {
    unit(index, at: target.place, instance: target.instance, path: target.path + "/" + keyword)
  }

  private mutating func choice(
    _ branches: [Program.Index],
    _ name: String,
    _ target: Target
  ) -> OutputUnit {
    var keyword = target.unit(name)
    var admitting: [Int] = []
    for (number, index) in branches.enumerated() {
      let branch = inner(index, of: target)
      keyword.children.append(branch)
      guard branch.isValid else { continue }
      admitting.append(number)
      keyword.evaluated.formUnion(branch.evaluated)
    }
    if admitting.isEmpty {
      keyword.isValid = false
      let evidence = Evidence.noBranch(count: branches.count, found(target.place))
      keyword.error = evidence.sentence
    } else if name == "oneOf", admitting.count > 1 {
      keyword.isValid = false
      keyword.error = Evidence.severalBranches(admitting, found(target.place)).sentence
    }
    return keyword
  }
}
