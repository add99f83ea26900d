extension OutputEvaluation {
  /// Adds the units of the keywords that apply schemas to items.
  mutating func addItems(to unit: inout OutputUnit, _ target: Target) {
    guard let keywords = target.schema.array, keywords.speaksOfItems else { return }
    let children = children(of: target)
    var prefix: OutputUnit?
    var rest: OutputUnit?
    for child in children {
      guard let index = keywords.schema(ofItem: child.number) else { break }
      let inner = inner(index, of: target, at: child.place, instance: child.instance)
      let name = keyword(of: index, in: target)
      if child.number < keywords.prefixItems.count {
        if prefix == nil { prefix = target.unit(name) }
        prefix?.add(inner.withoutMarks)
        prefix?.evaluated.insert(child.number)
        let isAll = child.number == children.count - 1
        prefix?.annotation = isAll ? true : .number(JSONNumber(child.number))
      } else {
        if rest == nil { rest = target.unit(name) }
        rest?.add(inner.withoutMarks)
        rest?.evaluated.insert(child.number)
        rest?.annotation = true
      }
    }
    for keyword in [prefix, rest] { if let keyword { unit.add(keyword) } }
    if let contains = keywords.contains {
      addContains(contains, keywords, children, to: &unit, target)
    }
  }

  private mutating func addContains(
    _ index: Program.Index,
    _ keywords: ArrayKeywords,
    _ children: [Child],
    to unit: inout OutputUnit,
    _ target: Target
  ) {
    var matching: [Int] = []
    var inside: [OutputUnit] = []
    for child in children {
      let inner = inner(index, of: target, at: child.place, instance: child.instance)
      guard inner.isValid else { continue }
      matching.append(child.number)
      inside.append(inner.withoutMarks)
    }
    let finding = keywords.findings(matching: matching.count)
    var keyword = target.unit(finding?.keyword ?? "contains")
    keyword.children = inside
    if let finding {
      keyword.isValid = false
      keyword.error = finding.evidence.sentence
    } else {
      keyword.annotation =
        matching.count == children.count && !children.isEmpty
        ? true : .array(matching.map { .number(JSONNumber($0)) })
      if keywords.containsEvaluates { keyword.evaluated = Set(matching) }
    }
    unit.add(keyword)
  }

  /// Adds the units of the keywords that apply schemas to members.
  mutating func addMembers(to unit: inout OutputUnit, _ target: Target) {
    guard let keywords = target.schema.object else { return }
    // The keywords in the order in which they are reported, each with what it was applied to.
    var units: [(name: String, unit: OutputUnit, names: [JSON])] = []
    func add(_ inner: OutputUnit, _ name: String, _ child: Child, marks: Bool) {
      let place = units.firstIndex { $0.name == name } ?? units.count
      if place == units.count { units.append((name, target.unit(name), [])) }
      units[place].unit.add(inner.withoutMarks)
      guard marks else { return }
      units[place].names.append(.string(child.name))
      units[place].unit.evaluated.insert(child.number)
    }
    var present: Set<[UInt8]> = []
    for child in children(of: target) {
      present.insert(Array(child.name.utf8))
      var indices: [Program.Index] = []
      if let known = keywords.members.place(of: child.name),
        let index = keywords.members.schema(at: known)
      {
        indices.append(index)
      }
      for (pattern, index) in keywords.patterns where pattern.matches(in: child.name) == .matches {
        indices.append(index)
      }
      if indices.isEmpty, let additional = keywords.additional { indices.append(additional) }
      for index in indices {
        let inner = inner(index, of: target, at: child.place, instance: child.instance)
        add(inner, keyword(of: index, in: target), child, marks: true)
      }
      if let names = keywords.names {
        let inner = inner(names, of: target, at: child.place - 1, instance: child.instance)
        add(inner, "propertyNames", child, marks: false)
      }
    }
    for var entry in units {
      if entry.name != "propertyNames" { entry.unit.annotation = .array(entry.names) }
      unit.add(entry.unit)
    }
    for (name, index) in keywords.dependentSchemas where present.contains(Array(name.utf8)) {
      unit.add(inner(index, of: target))
    }
  }

  /// Adds the units of `unevaluatedItems` and `unevaluatedProperties`.
  mutating func addUnevaluated(to unit: inout OutputUnit, _ target: Target) {
    let isObject = tape.entries[target.place].kind == .object
    let isArray = tape.entries[target.place].kind == .array
    let schema = target.schema
    let index =
      isObject ? schema.unevaluatedProperties : isArray ? schema.unevaluatedItems : nil
    guard let index else { return }
    var keyword = target.unit(self.keyword(of: index, in: target))
    var names: [JSON] = []
    for child in children(of: target) where !unit.evaluated.contains(child.number) {
      let inner = inner(index, of: target, at: child.place, instance: child.instance)
      keyword.add(inner.withoutMarks)
      keyword.evaluated.insert(child.number)
      names.append(.string(child.name))
    }
    guard !keyword.children.isEmpty else { return }
    keyword.annotation = isObject ? .array(names) : true
    unit.add(keyword)
  }

  /// The keyword under which a schema stands in another one.
  private func keyword(of index: Program.Index, in target: Target) -> String {
    let rest = program.schemas[index].location.dropFirst(target.schema.location.count + 1)
    return String(rest.prefix { $0 != "/" })
  }

  // MARK: - Children

  /// An item or a member of a value.
  private struct Child {
    var number: Int
    var place: Int
    var name: String
    var instance: String
  }

  private func children(of target: Target) -> [Child] {
    let entry = tape.entries[target.place]
    let isObject = entry.kind == .object
    var children: [Child] = []
    var index = target.place + 1
    while index < Int(entry.next) {
      let name = isObject ? tape.string(tape.entries[index]) : String(children.count)
      let place = isObject ? index + 1 : index
      let instance = target.instance + "/" + JSONPointer.escaped(name)
      children.append(
        Child(number: children.count, place: place, name: name, instance: instance)
      )
      index = Int(tape.entries[place].next)
    }
    return children
  }
}

extension OutputUnit {
  /// The unit of another value: what was evaluated in it says nothing about this one.
  fileprivate var withoutMarks: OutputUnit {
    var copy = self
    copy.evaluated = []
    return copy
  }
}
