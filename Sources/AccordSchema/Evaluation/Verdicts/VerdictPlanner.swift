/// Lays out a program as a plan.
struct VerdictPlanner {
  let arena = VerdictArena()
  let program: Program
  let nodes: UnsafeMutablePointer<VerdictNode>
  /// The node that admits everything, and the keywords that say nothing.
  let anything: UnsafeMutablePointer<VerdictNode>
  private let anyObject: UnsafeMutablePointer<VerdictObject>
  private let anyArray: UnsafeMutablePointer<VerdictArray>

  /// How many more patterns are turned into automata, which takes time and memory.
  private var automata = 200

  init(_ program: Program) {
    self.program = program
    nodes = arena.room(for: program.schemas.count + 1)
    anything = nodes + program.schemas.count
    anyObject = arena.room(for: 1)
    anyArray = arena.room(for: 1)
  }

  /// Fills in every node; the result is the root.
  mutating func plan() -> UnsafeMutablePointer<VerdictNode> {
    anyObject.initialize(to: emptyObject())
    anyArray.initialize(to: emptyArray())
    anything.initialize(to: emptyNode(types: .all, schema: -1))
    for (index, schema) in program.schemas.enumerated() {
      (nodes + index).initialize(to: node(schema, index))
    }
    return node(at: program.root)
  }

  private func node(at index: Program.Index) -> UnsafeMutablePointer<VerdictNode> {
    let place = program.schemas[index].forward ?? index
    assert(program.schemas.indices.contains(place))
    return nodes + place
  }

  private func nodes(
    at indices: [Program.Index]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<VerdictNode>> {
    arena.copy(indices.map { node(at: $0) })
  }

  private func emptyNode(types: Schema.Types, schema: Int) -> VerdictNode {
    VerdictNode(
      types: types.rawValue,
      flags: .isPlain,
      schema: Int32(schema),
      object: anyObject,
      array: anyArray,
      choices: arena.room(for: 0),
      branches: arena.room(for: 0)
    )
  }

  private func emptyObject() -> VerdictObject {
    VerdictObject(
      members: arena.room(for: 0),
      slots: arena.copy([-1]),
      additional: anything,
      patterns: arena.room(for: 0),
      dependencies: arena.room(for: 0)
    )
  }

  /// Lays out what each keyword says; what has no place in the plan leaves the schema to the evaluation.
  private mutating func node(_ schema: CompiledSchema, _ index: Int) -> VerdictNode {
    var node = emptyNode(types: .all, schema: index)
    var layout = VerdictLayout(array: emptyArray(), object: emptyObject())
    for keyword in schema.keywords {
      guard add(keyword, to: &node, &layout) else {
        node.flags = .isApart
        return node
      }
    }
    if layout.speaksOfArrays { node.array = arena.copy([layout.array]) }
    if layout.speaksOfObjects { node.object = arena.copy([object(layout, of: index)]) }
    node.choiceCount = layout.choices.count
    node.choices = arena.copy(layout.choices)
    node.branchCount = layout.branches.count
    node.branches = arena.copy(layout.branches)
    if layout.walksFirst { node.flags.insert(.walksFirst) }
    if !layout.branches.isEmpty { node.flags.remove(.isPlain) }
    return node
  }

  /// Adds what a keyword says; false where the plan has no place for it.
  ///
  /// There is no `default`, so that each keyword is asked about.
  private mutating func add(
    _ keyword: CompiledKeyword,
    to node: inout VerdictNode,
    _ layout: inout VerdictLayout
  ) -> Bool {
    switch keyword {
    case .boolean(let boolean): node.types = boolean ? Schema.Types.all.rawValue : 0
    case .type(let types, integersAsWritten: _): node.types = types.rawValue
    case .const(let keyword): layout.choices.append(choice(keyword.admitted))
    case .enumeration(let keyword): layout.choices.append(choice(keyword.admitted))
    case .limit(let keyword): set(keyword, of: &node)
    case .numberFormat: node.flags.insert(.slowNumbers)
    case .minLength(let keyword):
      node.minLength = keyword.bound
      node.flags.insert(.hasLengths)
    case .maxLength(let keyword):
      node.maxLength = keyword.bound
      node.flags.insert(.hasLengths)
    case .pattern(let keyword): set(keyword, of: &node)
    case .stringFormat, .contentEncoding, .contentMediaType: node.flags.insert(.slowStrings)
    case .prefixItems(let indices):
      layout.array.prefix = nodes(at: indices)
      layout.array.prefixCount = indices.count
    case .items(let index): layout.array.items = self.node(at: index)
    // What is evaluated matters only where a keyword asks for it, and that one is not planned.
    case .contains(let index, evaluates: _): layout.array.contains = self.node(at: index)
    case .minContains(let bound): layout.array.minContains = bound
    case .maxContains(let bound): layout.array.maxContains = bound
    case .minItems(let bound): layout.array.minItems = bound
    case .maxItems(let bound): layout.array.maxItems = bound
    case .uniqueItems: layout.array.isUnique = true
    case .properties(let table): layout.members = table
    case .required(let places): return require(places, &layout)
    case .patternProperties(let entries):
      for entry in entries { _ = automaton(of: entry.pattern) }
      layout.object.patterns = nodes(at: entries.map(\.schema))
      layout.object.patternCount = entries.count
      layout.object.looksAtNames = true
    case .additionalProperties(let index, isForbidden: _):
      layout.object.additional = self.node(at: index)
    case .propertyNames(let index):
      layout.object.names = self.node(at: index)
      layout.object.looksAtNames = true
    case .minProperties(let bound): layout.object.minProperties = bound
    case .maxProperties(let bound): layout.object.maxProperties = bound
    case .dependentRequired(let dependencies):
      return depend(dependencies.map { ($0.name, $0.needs, nil) }, &layout)
    case .dependentSchemas(let entries):
      return depend(entries.map { ($0.name, [], self.node(at: $0.schema)) }, &layout)
    case .branch(let keyword):
      layout.branches.append(branch(keyword))
      if !keyword.needsSyntax { return true }
    case .unevaluatedProperties, .unevaluatedItems: return false
    // JSON text has nothing to do with XML.
    case .xml: return true
    }
    layout.walksFirst = true
    return true
  }

  // MARK: - Scalars

  private mutating func set(_ keyword: PatternKeyword, of node: inout VerdictNode) {
    if let automaton = automaton(of: keyword.pattern) {
      node.automaton = arena.keep(automaton)
    } else {
      node.flags.insert(.slowStrings)
    }
  }

  private mutating func automaton(of pattern: Pattern) -> PatternAutomaton? {
    guard automata > 0 else { return nil }
    automata -= 1
    return pattern.automaton
  }

  private func set(_ keyword: LimitKeyword, of node: inout VerdictNode) {
    node.flags.insert(.hasLimits)
    guard let bound = keyword.bound.int64 else {
      node.flags.insert(.slowNumbers)
      return
    }
    switch keyword.limit {
    case .minimum where !node.flags.contains(.excludesMinimum):
      node.minimum = bound
    case .exclusiveMinimum where node.minimum == .min:
      node.minimum = bound
      node.flags.insert(.excludesMinimum)
    case .maximum where !node.flags.contains(.excludesMaximum):
      node.maximum = bound
    case .exclusiveMaximum where node.maximum == .max:
      node.maximum = bound
      node.flags.insert(.excludesMaximum)
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
      // A multiple, or two limits on the same side.
      node.flags.insert(.slowNumbers)
    }
  }

  private func choice(_ values: [JSON]) -> VerdictChoice {
    var choice = VerdictChoice(bytes: arena.room(for: 0), ends: arena.room(for: 0))
    var bytes: [UInt8] = []
    var ends: [Int32] = []
    var strings: [[UInt8]] = []
    for value in values {
      switch value {
      case .null: choice.literals |= Schema.Types.null.rawValue
      case .boolean(true): choice.literals |= Schema.Types.boolean.rawValue
      case .boolean(false): choice.literals |= Schema.Types.integer.rawValue
      case .number: choice.hasNumbers = true
      case .string(let text): strings.append(Array(text.utf8))
      case .array, .object: choice.hasContainers = true
      }
    }
    // A string among many is found by halves.
    strings.sort { left, right in
      left.count != right.count
        ? left.count < right.count : left.lexicographicallyPrecedes(right)
    }
    for string in strings {
      bytes += string
      ends.append(Int32(bytes.count))
    }
    choice.bytes = arena.copy(bytes)
    choice.ends = arena.copy(ends)
    choice.stringCount = ends.count
    return choice
  }

  // MARK: - Containers

  private func emptyArray() -> VerdictArray {
    VerdictArray(prefix: arena.room(for: 0), items: anything)
  }

  /// Looks for members; false where there are more than bits.
  private func require(_ places: [Int], _ layout: inout VerdictLayout) -> Bool {
    for place in places {
      guard let bit = layout.bit(of: place) else { return false }
      layout.object.required |= bit
    }
    layout.walksFirst = true
    return true
  }

  private func depend(
    _ dependencies: [(name: String, needs: [String], node: UnsafeMutablePointer<VerdictNode>?)],
    _ layout: inout VerdictLayout
  ) -> Bool {
    for dependency in dependencies {
      guard let trigger = layout.bit(of: dependency.name) else { return false }
      var needs: UInt64 = 0
      for name in dependency.needs {
        guard let bit = layout.bit(of: name) else { return false }
        needs |= bit
      }
      layout.dependencies.append(
        VerdictDependency(bit: trigger, needs: needs, node: dependency.node)
      )
    }
    layout.walksFirst = true
    return true
  }

  /// The object with its members, once it is known which of them are looked for.
  private func object(_ layout: VerdictLayout, of schema: Int) -> VerdictObject {
    var object = layout.object
    let list = layout.members.list
    object.schema = schema
    object.dependencies = arena.copy(layout.dependencies)
    object.dependencyCount = layout.dependencies.count
    object.members = arena.copy(list.indices.map { member(list[$0], bit: layout.bits[$0] ?? 0) })
    object.memberCount = list.count
    setSlots(of: &object)
    return object
  }

  private func member(_ member: CompiledMember, bit: UInt64) -> VerdictMember {
    let text = Array(("\"" + member.name + "\":").utf8)
    let wordCount = (text.count + 7) / 8
    var words = Array(repeating: UInt64(0), count: wordCount)
    for (index, byte) in text.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    let rest = text.count % 8
    return VerdictMember(
      text: arena.copy(words.map { $0.littleEndian }),
      wordCount: wordCount,
      lastMask: (rest == 0 ? .max : (1 << UInt64(rest * 8)) - 1).littleEndian,
      length: text.count,
      hash: JSONKeyHash.of(member.name),
      node: member.schema.map { node(at: $0) },
      bit: bit
    )
  }

  private func setSlots(of object: inout VerdictObject) {
    var count = 4
    while count < object.memberCount * 2 { count *= 2 }
    var slots = Array(repeating: Int32(-1), count: count)
    object.slotMask = count - 1
    for place in 0..<object.memberCount {
      var slot = Int(object.members[place].hash) & object.slotMask
      while slots[slot] >= 0 { slot = (slot + 1) & object.slotMask }
      slots[slot] = Int32(place)
    }
    object.slots = arena.copy(slots)
  }

  // MARK: - Branches

  private func branch(_ keyword: BranchKeyword) -> VerdictBranch {
    func branch(_ kind: VerdictBranch.Kind, _ indices: [Program.Index]) -> VerdictBranch {
      VerdictBranch(kind: kind, nodes: nodes(at: indices), count: indices.count)
    }
    switch keyword {
    case .allOf(let indices): return branch(.all, indices)
    case .anyOf(let indices, _): return branch(.any, indices)
    case .oneOf(let indices, _): return branch(.one, indices)
    case .not(let index): return branch(.not, [index])
    case .conditional(let condition, let consequence, let alternative):
      var result = branch(.conditional, [condition])
      result.consequence = consequence.map { node(at: $0) }
      result.alternative = alternative.map { node(at: $0) }
      return result
    case .reference(let index, _), .dynamicReference(_, let index, _):
      return branch(.all, [index])
    }
  }
}

extension BranchKeyword {
  /// Whether the keyword holds for a value that is refused by its schemas, so that they do not see
  /// to it that the value is JSON.
  fileprivate var needsSyntax: Bool {
    switch self {
    case .not, .conditional: true
    case .allOf(let indices), .anyOf(let indices, _), .oneOf(let indices, _): indices.isEmpty
    case .reference, .dynamicReference: false
    }
  }
}
