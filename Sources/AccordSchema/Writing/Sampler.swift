/// Makes values that a schema is likely to admit.
struct Sampler {
  /// How many values are made at most, in one way after the other.
  static let mostAttempts = 32

  /// From which attempt on everything that a schema says is looked at, where before the usual is enough.
  private static let firstThorough = 16

  private var state: UInt64
  /// The seed zero takes the first of every choice, so that the commonest sample is the plainest.
  let isPlain: Bool

  /// Which way to go at an `if`: neither, as if it held, as if it did not.
  private let side: Int

  /// Whether examples are believed to conform, as they should.
  let trustsExamples: Bool

  /// Which members of objects are made: all, those that are required, or some.
  private let choice: MemberChoice

  private enum MemberChoice: Int {
    case all, required, some
  }

  /// Whether everything that a schema says is looked at.
  let isThorough: Bool

  /// How often a part of a value may still be held to its schema before the whole is.
  var looks = 2_000

  /// The schemas that are being followed, and those that were met, of those that may lead back to
  /// themselves.
  var open: Set<Schema.Identity> = []
  private var met: Set<Schema.Identity> = []

  /// How often a schema may still be met again: each may hold two of the next.
  private var rest = 10_000

  /// Whether schemas were met again as often as they may be: another value would take as long.
  var isExhausted: Bool { rest <= 0 }

  /// How often schemas are met again before what need not be there is left out: of things that refer to
  /// each other in many ways there are more ways than anybody reads.
  private static let plenty = 100
  private var isPlenty: Bool { rest < 10_000 - Self.plenty }

  init(seed: UInt64, attempt: Int = 0) {
    state = seed
    isPlain = seed == 0
    side = attempt % 3
    isThorough = attempt >= Self.firstThorough
    trustsExamples = attempt < 10 || isThorough && attempt % 4 == 0
    choice = isThorough ? MemberChoice(rawValue: attempt / 3 % 3) ?? .all : .all
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func pick(_ count: Int) -> Int {
    isPlain || count < 2 ? 0 : Int(next() % UInt64(count))
  }

  mutating func value(of schema: Schema) -> JSON? {
    guard schema.mayRecur else { return isThorough ? soundValue(of: schema) : newValue(of: schema) }
    // What holds itself ends where it need not be there.
    guard rest > 0, open.insert(schema.identity).inserted else {
      return schema.isNullable ? .null : nil
    }
    if !met.insert(schema.identity).inserted { rest -= 1 }
    defer { open.remove(schema.identity) }
    return isThorough ? soundValue(of: schema) : newValue(of: schema)
  }

  private mutating func newValue(of schema: Schema) -> JSON? {
    let content = schema.content
    if content.boolean == false { return nil }
    if trustsExamples, !content.examples.isEmpty {
      return content.examples[pick(content.examples.count)]
    }
    if let constant = content.constant { return constant }
    if let enumeration = content.enumeration {
      let values = enumeration.filter { $0 != .null }
      return values.isEmpty ? enumeration.first : values[pick(values.count)]
    }
    if let guided = schema.guided(to: side) { return value(of: guided) }
    let branches = (content.anyOf + content.oneOf).filter { $0.content.types != .null }
    if !branches.isEmpty {
      let first = pick(branches.count)
      for offset in branches.indices {
        let branch = branches[(first + offset) % branches.count]
        guard let value = value(of: branch, within: content) else { continue }
        return value
      }
      return schema.isNullable ? .null : nil
    }
    if !content.allOf.isEmpty { return value(of: schema.withMergedMembers) }
    return typed(content)
  }

  /// A value of an alternative, of which the schema around it says more.
  private mutating func value(of branch: Schema, within content: Schema.Content) -> JSON? {
    guard content.types != nil || !content.members.isEmpty else { return value(of: branch) }
    if branch.mayRecur, open.contains(branch.identity) { return nil }
    let isOpen = branch.mayRecur && open.insert(branch.identity).inserted
    defer { if isOpen { open.remove(branch.identity) } }
    return value(of: branch.with { $0.adoptLimits(of: content) })
  }

  mutating func typed(_ content: Schema.Content) -> JSON? {
    var types = content.types ?? (content.members.isEmpty ? .string : .object)
    if isThorough {
      let possible = content.types ?? content.likelyTypes
      let named = Schema.Types.spoken.map(\.type).filter(possible.contains)
      guard !named.isEmpty else { return nil }
      types = named[pick(named.count)]
    }
    if types.contains(.object) { return object(content) }
    if types.contains(.array) { return array(content) }
    if types.contains(.string) { return string(content) }
    if types.contains(.integer) || types.contains(.number) { return number(content) }
    if types.contains(.boolean) { return .boolean(isPlain ? true : next() % 2 == 0) }
    return types.contains(.null) ? .null : nil
  }

  private mutating func object(_ content: Schema.Content) -> JSON? {
    var members: [JSONMember] = []
    for member in content.members {
      if !member.isRequired, isPlenty, isMetAgain(member.schema) { continue }
      if !member.isRequired, isDeep, leadsOn(member.schema) { continue }
      if !member.isRequired, isLeftOut() { continue }
      let schema = isThorough ? content.everything(of: member) : member.schema
      guard let value = value(of: schema) else {
        // What cannot be made can be left out when it is optional.
        if member.isRequired { return nil }
        continue
      }
      members.append(JSONMember(member.name, value))
    }
    for name in content.namesNeeded(beside: members)
    where !members.contains(where: { $0.key == name }) {
      let schema =
        isThorough ? content.everything(of: name) : content.valuesOfOthers ?? .string
      members.append(JSONMember(name, value(of: schema) ?? ""))
    }
    if isThorough {
      addDependents(&members, content)
      addOthers(&members, content)
      return .object(members)
    }
    let least = content.minProperties ?? 0
    let values =
      members.isEmpty || members.count < least
      ? content.valuesOfOthers ?? (members.count < least ? .string : nil) : nil
    if let values, let value = value(of: values) {
      let stem = content.propertyNames.flatMap { self.value(of: $0)?.string } ?? "key"
      for number in 0..<min(max(least, 1) - members.count, 100) {
        let name = number == 0 ? stem : stem + "\(number + 1)"
        if !members.contains(where: { $0.key == name }) { members.append(JSONMember(name, value)) }
      }
    }
    return .object(members)
  }

  /// Whether a member is left out that need not be there.
  private mutating func isLeftOut() -> Bool {
    switch choice {
    case .all: false
    case .required: true
    case .some: next() % 2 == 0
    }
  }

  /// Adds what `dependentSchemas` of the members that are there require.
  private mutating func addDependents(_ members: inout [JSONMember], _ content: Schema.Content) {
    for entry in content.dependentSchemas where members.contains(where: { $0.key == entry.name }) {
      guard case .object(let others)? = value(of: entry.schema) else { continue }
      members += others.filter { other in !members.contains { $0.key == other.key } }
    }
  }

  /// Adds members that are not declared, as many as there have to be, or one where none is.
  private mutating func addOthers(_ members: inout [JSONMember], _ content: Schema.Content) {
    let least = content.minProperties ?? (members.isEmpty && choice == .all ? 1 : 0)
    let most = content.maxProperties ?? .max
    let wanted = min(least, most, 1000)
    var number = 0
    while members.count < wanted, number < wanted * 2 + 16 {
      number += 1
      guard let name = nameOfOther(content, number),
        !members.contains(where: { $0.key == name }),
        let value = value(of: content.everything(of: name))
      else { continue }
      members.append(JSONMember(name, value))
    }
  }

  /// A name that an object may have and does not declare, or one that it declares and that was left out.
  private mutating func nameOfOther(_ content: Schema.Content, _ number: Int) -> String? {
    if choice != .all, number <= content.members.count { return content.members[number - 1].name }
    let isTurn = number % 2 == 0
    if !content.patternProperties.isEmpty, isTurn || content.additionalProperties == .never {
      let entry = content.patternProperties[number % content.patternProperties.count]
      var sampler = self
      defer { self = sampler }
      let length = 0...(number % 3 == 0 ? Int.max : 8)
      return PatternSampler(entry.name, syntax: .lenient)?.text(length: length) { count in
        count < 2 ? 0 : Int(sampler.next() % UInt64(count))
      }
    }
    guard let names = content.propertyNames else { return number == 1 ? "key" : "key\(number)" }
    return value(of: names)?.string
  }

  /// How many things that refer to one another stand inside one another before what need not be there is
  /// left out.
  private static let deepest = 8
  private var isDeep: Bool { open.count >= Self.deepest }

  /// Whether a schema, or that of the items of a list, may lead back to where it was.
  private func leadsOn(_ schema: Schema) -> Bool {
    schema.mayRecur || schema.content.items?.mayRecur == true
  }

  /// Whether a schema, or that of the items of a list, was met before.
  private func isMetAgain(_ schema: Schema) -> Bool {
    if schema.mayRecur, met.contains(schema.identity) { return true }
    guard let items = schema.content.items else { return false }
    return items.mayRecur && met.contains(items.identity)
  }

  private mutating func array(_ content: Schema.Content) -> JSON? {
    let least = max(content.minItems ?? 0, content.prefixItems.count, content.minContains ?? 0)
    let usual = isThorough ? Int(next() % 3) : 1
    let count = min(max(least, usual), content.maxItems ?? .max, 1000)
    var items: [JSON] = []
    var wanted = content.contains == nil ? 0 : content.minContains ?? 1
    for number in 0..<count {
      let isPrefix = number < content.prefixItems.count
      var schema = isPrefix ? content.prefixItems[number] : content.items
      if !isPrefix, wanted > 0, let contained = content.contains {
        wanted -= 1
        // What is contained has to be an item too; what it says more closely counts.
        schema = schema.map { contained.adopting($0) } ?? contained
      }
      let source = schema ?? content.contains ?? .string
      var item = value(of: source)
      for _ in 0..<8 {
        guard content.uniqueItems, let repeated = item, items.contains(repeated) else { break }
        if isThorough {
          item = value(of: source)
        } else {
          var other = Sampler(seed: next() | 1)
          item = other.value(of: source)
        }
      }
      guard let item else { return number >= least ? .array(items) : nil }
      items.append(item)
    }
    return .array(items)
  }
}

extension Schema {
  /// The schema on one side of its `if`, without it; nil where there is none to decide.
  fileprivate func guided(to side: Int) -> Schema? {
    let content = self.content
    guard side > 0, let condition = content.condition else { return nil }
    let parts = side == 1 ? [condition, content.consequence] : [content.alternative]
    return with { content in
      content.condition = nil
      content.allOf += parts.compactMap(\.self)
    }
  }

  /// The schema with what another one says that it does not say itself.
  fileprivate func adopting(_ other: Schema) -> Schema {
    guard content.boolean == nil, other.content.boolean == nil else { return self }
    return with { $0.allOf.append(other) }.withMergedMembers
  }
}

extension Schema.Content {
  /// The names that an object with these members needs, declared or not.
  fileprivate func namesNeeded(beside members: [JSONMember]) -> [String] {
    var names = requiredNames
    let present = Set(members.map(\.key) + requiredNames)
    for dependency in dependentRequired where present.contains(dependency.name) {
      names += dependency.needs.filter { need in !self.members.contains { $0.name == need } }
    }
    return names
  }

  /// What the values of undeclared members have to be, where something is said of them.
  fileprivate var valuesOfOthers: Schema? { additionalProperties ?? unevaluatedProperties }

  /// All that is said of the value of a declared member.
  fileprivate func everything(of member: Schema.Member) -> Schema {
    let others = patterned(member.name)
    return others.isEmpty
      ? member.schema : Schema.any.with { $0.allOf = [member.schema] + others }
  }

  /// All that is said of the value under a name, declared or not.
  fileprivate func everything(of name: String) -> Schema {
    if let member = members.first(where: { $0.name == name }) { return everything(of: member) }
    let others = patterned(name)
    switch others.count {
    case 0: return valuesOfOthers ?? .string
    case 1: return others[0]
    default: return Schema.any.with { $0.allOf = others }
    }
  }

  /// What patterns of names say of the value under a name.
  private func patterned(_ name: String) -> [Schema] {
    patternProperties.filter { entry in
      (try? Pattern(entry.name, syntax: .lenient))?.matches(in: name) == .matches
    }.map(\.schema)
  }

  /// The types of which its keywords speak; all where they speak of none.
  fileprivate var likelyTypes: Schema.Types {
    var types: Schema.Types = []
    let isOfObjects =
      !members.isEmpty || !requiredNames.isEmpty || !patternProperties.isEmpty
      || additionalProperties != nil || propertyNames != nil || minProperties != nil
      || maxProperties != nil || !dependentRequired.isEmpty || !dependentSchemas.isEmpty
    if isOfObjects { types.insert(.object) }
    let isOfArrays =
      !prefixItems.isEmpty || items != nil || contains != nil || minItems != nil
      || maxItems != nil || uniqueItems
    if isOfArrays { types.insert(.array) }
    if minLength != nil || maxLength != nil || pattern != nil || format != nil {
      types.insert(.string)
    }
    let bounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf]
    if bounds.contains(where: { $0 != nil }) { types.insert(.number) }
    // What is not said of a type, it admits: that is the way out where what is said is too much.
    return not == nil && !types.isEmpty ? types.union(.boolean) : .all
  }

  /// Takes over from an outer schema what a branch does not say itself.
  fileprivate mutating func adoptLimits(of outer: Self) {
    if types == nil { types = outer.types }
    let known = members.map(\.name)
    members += outer.members.filter { !known.contains($0.name) }
  }
}
