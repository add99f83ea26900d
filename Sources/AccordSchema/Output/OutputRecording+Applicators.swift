extension OutputRecording {
  /// The units of the keywords that apply schemas, in the order in which they did.
  func applicators(of applied: AppliedSchema, _ target: Target) -> [OutputUnit] {
    var units = ApplicatorUnits()
    let isInside = applied.inner.contains { $0.place != applied.place }
    let children = isInside ? children(of: target) : [:]
    for inner in applied.inner {
      if let reference = inner.reference {
        let path = target.path + "/" + reference
        units.add(unit(of: inner, instance: target.instance, path: path))
        continue
      }
      let child = children[inner.place]
      let way = program.schemas[inner.index].location.dropFirst(target.schema.location.count)
      let unit = unit(
        of: inner,
        instance: child?.instance ?? target.instance,
        path: target.path + way
      )
      let name = String(way.dropFirst().prefix { $0 != "/" })
      switch Keyword(rawValue: name) {
      // A condition that does not hold is no error.
      case .if?: if unit.isValid { units.add(unit) }
      case .then?, .else?, .dependentSchemas?, .dependencies?: units.add(unit)
      case .not?: units.open(name, target)
      // Nor is an item that is not one of those that are looked for.
      case .contains? where !unit.isValid: units.open(name, target)
      default: units.add(unit, to: name, target, child)
      }
    }
    if tape.entries[target.place].kind == .array, target.schema.array?.contains != nil {
      units.open("contains", target)
    }
    return units.list.map { finished($0, applied, target) }
  }

  /// A unit with what its keyword says of all that it was applied to.
  private func finished(
    _ entry: ApplicatorUnits.Entry,
    _ applied: AppliedSchema,
    _ target: Target
  ) -> OutputUnit {
    var unit = entry.unit
    let keyword = entry.keyword.flatMap(Keyword.init(rawValue:))
    switch keyword {
    case nil, .allOf?, .propertyNames?: return unit
    case .anyOf?, .oneOf?, .not?:
      unit.error = applied.findings.sentence(of: entry.keyword ?? "")
      unit.isValid = unit.error == nil
    case .contains?:
      let names: [Keyword] = [.contains, .minContains, .maxContains]
      guard let wrong = names.first(where: { applied.findings.speak(of: $0) }) else {
        unit.annotation = matching(entry.numbers, target)
        break
      }
      unit.keywordLocation = target.path + "/" + wrong.rawValue
      unit.absoluteLocation = target.schema.absoluteLocation.map { $0 + "/" + wrong.rawValue }
      unit.error = applied.findings.sentence(of: wrong.rawValue)
      unit.isValid = false
    default: unit.annotation = annotation(entry, target)
    }
    return unit
  }

  private func matching(_ numbers: [Int], _ target: Target) -> JSON {
    let isAll = numbers.count == count(target) && !numbers.isEmpty
    return isAll ? true : .array(numbers.map { .number(JSONNumber($0)) })
  }

  /// To which children a keyword was applied (core, sections 10.3 and 11).
  private func annotation(_ entry: ApplicatorUnits.Entry, _ target: Target) -> JSON? {
    guard tape.entries[target.place].kind == .array else {
      return .array(entry.names.map { .string($0) })
    }
    guard let last = entry.numbers.last, last < target.schema.array?.prefixItems.count ?? 0,
      entry.keyword != Keyword.unevaluatedItems.rawValue
    else { return true }
    return last == count(target) - 1 ? true : .number(JSONNumber(last))
  }

  // MARK: - Children

  /// An item or a member of a value.
  struct Child {
    var number: Int
    var name: String
    var instance: String
  }

  /// The items or members of a value by their places; a member is found at that of its name too.
  private func children(of target: Target) -> [Int: Child] {
    let entry = tape.entries[target.place]
    let isObject = entry.kind == .object
    var children: [Int: Child] = [:]
    var number = 0
    var index = target.place + 1
    while index < Int(entry.next) {
      let name = isObject ? tape.string(tape.entries[index]) : String(number)
      let instance = target.instance + "/" + JSONPointer.escaped(name)
      let child = Child(number: number, name: name, instance: instance)
      let place = isObject ? index + 1 : index
      children[index] = child
      children[place] = child
      number += 1
      index = Int(tape.entries[place].next)
    }
    return children
  }

  private func count(_ target: Target) -> Int {
    JSONEvaluation(program, on: tape).count(target.place)
  }
}

/// The units of keywords that apply schemas, while they are gathered.
private struct ApplicatorUnits {
  /// A unit with what it was applied to.
  struct Entry {
    /// The keyword; `nil` of a schema that stands for itself.
    var keyword: String?
    var unit: OutputUnit
    var numbers: [Int] = []
    var names: [String] = []
  }

  private(set) var list: [Entry] = []

  /// Adds a unit that stands for itself.
  mutating func add(_ unit: OutputUnit) { list.append(Entry(keyword: nil, unit: unit)) }

  /// Adds a unit to that of a keyword.
  mutating func add(
    _ unit: OutputUnit,
    to keyword: String,
    _ target: OutputRecording.Target,
    _ child: OutputRecording.Child?
  ) {
    let place = open(keyword, target)
    list[place].unit.children.append(unit)
    list[place].unit.isValid = list[place].unit.isValid && unit.isValid
    guard let child, list[place].numbers.last != child.number else { return }
    list[place].numbers.append(child.number)
    list[place].names.append(child.name)
  }

  /// The place of a keyword's unit, which is there from then on.
  @discardableResult
  mutating func open(_ keyword: String, _ target: OutputRecording.Target) -> Int {
    if let place = list.firstIndex(where: { $0.keyword == keyword }) { return place }
    list.append(Entry(keyword: keyword, unit: target.unit(keyword)))
    return list.count - 1
  }
}

extension [Finding] {
  /// Whether a keyword found something wrong.
  fileprivate func speak(of keyword: Keyword) -> Bool {
    contains { $0.keyword == keyword.rawValue }
  }
}
