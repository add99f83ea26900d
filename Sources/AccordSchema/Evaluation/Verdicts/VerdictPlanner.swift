/// Lays out a program as a plan.
struct VerdictPlanner {
  let arena = VerdictArena()
  let program: Program
  let nodes: UnsafeMutablePointer<VerdictNode>
  /// The node that admits everything, and the keywords that say nothing.
  let anything: UnsafeMutablePointer<VerdictNode>
  private let anyObject: UnsafeMutablePointer<VerdictObject>
  private let anyArray: UnsafeMutablePointer<VerdictArray>

  /// How many members may be looked for in one object, one a bit.
  private static let bitLimit = 64

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
    anyArray.initialize(
      to: VerdictArray(prefix: arena.room(for: 0), items: anything)
    )
    anything.initialize(to: emptyNode(types: .all, schema: -1))
    for (index, schema) in program.schemas.enumerated() {
      (nodes + index).initialize(to: node(schema, index))
    }
    return node(at: 0)
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

  private mutating func node(_ schema: CompiledSchema, _ index: Int) -> VerdictNode {
    var node = emptyNode(types: schema.types, schema: index)
    if let boolean = schema.boolean {
      node.types = boolean ? Schema.Types.all.rawValue : 0
      return node
    }
    var object: VerdictObject?
    if let keywords = schema.object { object = self.object(keywords, of: index) }
    if schema.speaksOfUnevaluated || object == nil && schema.object != nil {
      node.flags = .isApart
      return node
    }
    if let object { node.object = arena.copy([object]) }
    if let array = schema.array { node.array = arena.copy([self.array(array)]) }
    setStrings(schema.strings, of: &node)
    setNumbers(schema.numbers, of: &node)
    node.choiceCount = schema.values.count
    node.choices = arena.copy(schema.values.enumerated().map { choice($1.admitted, at: $0) })
    node.branchCount = schema.branches.count
    node.branches = arena.copy(schema.branches.map { branch($0) })
    if schema.hasOwnKeywords || schema.branches.contains(where: \.needsSyntax) {
      node.flags.insert(.walksFirst)
    }
    if !schema.branches.isEmpty { node.flags.remove(.isPlain) }
    return node
  }

  // MARK: - Scalars

  private mutating func setStrings(_ keywords: [any StringKeyword], of node: inout VerdictNode) {
    for keyword in keywords {
      switch keyword {
      case let keyword as MinLengthKeyword:
        node.minLength = keyword.bound
        node.flags.insert(.hasLengths)
      case let keyword as MaxLengthKeyword:
        node.maxLength = keyword.bound
        node.flags.insert(.hasLengths)
      case let keyword as PatternKeyword:
        if let automaton = automaton(of: keyword.pattern) {
          node.automaton = arena.keep(automaton)
        } else {
          node.flags.insert(.slowStrings)
        }
      default:
        node.flags.insert(.slowStrings)
      }
    }
  }

  private mutating func automaton(of pattern: Pattern) -> PatternAutomaton? {
    guard automata > 0 else { return nil }
    automata -= 1
    return pattern.automaton
  }

  private func setNumbers(_ keywords: [any NumberKeyword], of node: inout VerdictNode) {
    for keyword in keywords {
      guard let keyword = keyword as? LimitKeyword, let bound = keyword.bound.int64 else {
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
      default:
        // A multiple, or two limits on the same side.
        node.flags.insert(.slowNumbers)
      }
      node.flags.insert(.hasLimits)
    }
  }

  private func choice(_ values: [JSON], at place: Int) -> VerdictChoice {
    var choice = VerdictChoice(bytes: arena.room(for: 0), ends: arena.room(for: 0), place: place)
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

  private func array(_ keywords: ArrayKeywords) -> VerdictArray {
    VerdictArray(
      prefix: nodes(at: keywords.prefixItems),
      prefixCount: keywords.prefixItems.count,
      items: keywords.items.map { node(at: $0) } ?? anything,
      minItems: keywords.minItems ?? 0,
      maxItems: keywords.maxItems ?? .max,
      contains: keywords.contains.map { node(at: $0) },
      minContains: keywords.minContains ?? 1,
      maxContains: keywords.maxContains ?? .max,
      isUnique: keywords.uniqueItems
    )
  }

  /// The keywords of an object; nil if more members are looked for than there are bits.
  private mutating func object(_ keywords: ObjectKeywords, of schema: Int) -> VerdictObject? {
    var object = emptyObject()
    let list = keywords.members.list
    var bits = Array(repeating: UInt64(0), count: list.count)
    var used = 0
    func bit(_ place: Int) -> UInt64? {
      if bits[place] == 0 {
        guard used < Self.bitLimit else { return nil }
        bits[place] = 1 << UInt64(used)
        used += 1
      }
      return bits[place]
    }
    func bit(_ name: String) -> UInt64? {
      keywords.members.place(of: name).flatMap { bit($0) }
    }
    for place in keywords.required {
      guard let bit = bit(place) else { return nil }
      object.required |= bit
    }
    var dependencies: [VerdictDependency] = []
    for dependency in keywords.dependentRequired {
      guard let trigger = bit(dependency.name) else { return nil }
      var needs: UInt64 = 0
      for name in dependency.needs {
        guard let bit = bit(name) else { return nil }
        needs |= bit
      }
      dependencies.append(VerdictDependency(bit: trigger, needs: needs))
    }
    for (name, index) in keywords.dependentSchemas {
      guard let trigger = bit(name) else { return nil }
      dependencies.append(VerdictDependency(bit: trigger, needs: 0, node: node(at: index)))
    }
    object.dependencies = arena.copy(dependencies)
    object.dependencyCount = dependencies.count
    object.members = arena.copy(list.indices.map { member(list[$0], bit: bits[$0]) })
    object.memberCount = list.count
    setSlots(of: &object)
    object.minProperties = keywords.minProperties ?? 0
    object.maxProperties = keywords.maxProperties ?? .max
    if let additional = keywords.additional { object.additional = node(at: additional) }
    object.names = keywords.names.map { node(at: $0) }
    object.patternCount = keywords.patterns.count
    for entry in keywords.patterns { _ = automaton(of: entry.pattern) }
    object.patterns = nodes(at: keywords.patterns.map(\.schema))
    object.schema = schema
    object.looksAtNames = object.names != nil || object.patternCount > 0
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

extension CompiledSchema {
  /// Whether the schema says anything beside its branches.
  fileprivate var hasOwnKeywords: Bool {
    types != .all || !values.isEmpty || !numbers.isEmpty || !strings.isEmpty || array != nil
      || object != nil
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
