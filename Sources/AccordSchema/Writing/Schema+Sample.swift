extension Schema {
  /// A value that conforms to the schema; `nil` if none was found.
  ///
  /// Examples, constants and enumerations of the schema are used before anything is made up. The
  /// same seed gives the same value; another seed gives another one where the schema leaves a
  /// choice. What is returned was held to the schema.
  package func sample(seed: UInt64 = 0) -> JSON? {
    guard let validator = try? SchemaValidator(self) else { return nil }
    for attempt in 0..<16 {
      let seed = attempt == 0 ? seed : seed &* 31 &+ UInt64(attempt)
      var sampler = Sampler(seed: seed, attempt: attempt)
      guard let value = sampler.value(of: self) else { continue }
      if validator.admits(value) { return value }
    }
    return nil
  }
}

/// Makes values that a schema is likely to admit.
struct Sampler {
  private var state: UInt64
  /// The seed zero takes the first of every choice, so that the commonest sample is the plainest.
  private let isPlain: Bool

  /// Which way to go at an `if`: neither, as if it held, as if it did not.
  private let side: Int

  /// Whether examples are believed to conform, as they should.
  private let trustsExamples: Bool

  /// The schemas that are being followed, and those that were met, of those that may lead back to
  /// themselves.
  private var open: Set<Schema.Identity> = []
  private var met: Set<Schema.Identity> = []

  /// How often a schema may still be met again: each may hold two of the next.
  private var rest = 10_000

  /// How often schemas are met again before what need not be there is left out: of things that refer to
  /// each other in many ways there are more ways than anybody reads.
  private static let plenty = 100
  private var isPlenty: Bool { rest < 10_000 - Self.plenty }

  init(seed: UInt64, attempt: Int = 0) {
    state = seed
    isPlain = seed == 0
    side = attempt % 3
    trustsExamples = attempt < 10
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private mutating func pick(_ count: Int) -> Int {
    isPlain || count < 2 ? 0 : Int(next() % UInt64(count))
  }

  mutating func value(of schema: Schema) -> JSON? {
    guard schema.mayRecur else { return newValue(of: schema) }
    // What holds itself ends where it need not be there.
    guard rest > 0, open.insert(schema.identity).inserted else {
      return schema.isNullable ? .null : nil
    }
    if !met.insert(schema.identity).inserted { rest -= 1 }
    defer { open.remove(schema.identity) }
    return newValue(of: schema)
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

  private mutating func typed(_ content: Schema.Content) -> JSON? {
    let types = content.types ?? (content.members.isEmpty ? .string : .object)
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
      guard let value = value(of: member.schema) else {
        // What cannot be made can be left out when it is optional.
        if member.isRequired { return nil }
        continue
      }
      members.append(JSONMember(member.name, value))
    }
    for name in content.namesNeeded(beside: members)
    where !members.contains(where: { $0.key == name }) {
      members.append(JSONMember(name, value(of: content.valuesOfOthers ?? .string) ?? ""))
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

  /// Whether a schema, or that of the items of a list, was met before.
  private func isMetAgain(_ schema: Schema) -> Bool {
    if schema.mayRecur, met.contains(schema.identity) { return true }
    guard let items = schema.content.items else { return false }
    return items.mayRecur && met.contains(items.identity)
  }

  private mutating func array(_ content: Schema.Content) -> JSON? {
    let least = max(content.minItems ?? 0, content.prefixItems.count, content.minContains ?? 0)
    let count = min(max(least, 1), content.maxItems ?? .max, 1000)
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
        var other = Sampler(seed: next() | 1)
        item = other.value(of: source)
      }
      guard let item else { return number >= least ? .array(items) : nil }
      items.append(item)
    }
    return .array(items)
  }

  private mutating func string(_ content: Schema.Content) -> JSON? {
    if let sample = content.contentSample { return sample }
    if let format = content.stringFormat, content.pattern == nil || !trustsExamples {
      return isPlain ? format.sample : varied(format) ?? format.sample
    }
    if let pattern = content.pattern { return text(pattern, content).map { .string($0) } }
    var text = isPlain ? "text" : "text-" + String(next() % 1_000_000_000)
    if let least = content.minLength, text.unicodeScalars.count < least {
      text += String(repeating: "x", count: min(least, 1_000_000) - text.unicodeScalars.count)
    }
    if let most = content.maxLength { text = String(text.unicodeScalars.prefix(most)) }
    return .string(text)
  }

  /// A text in which a pattern is found, of a length that is asked for.
  private mutating func text(_ pattern: String, _ content: Schema.Content) -> String? {
    let least = max(content.minLength ?? 0, 0)
    let length = least...max(least, content.maxLength ?? .max)
    var sampler = self
    defer { self = sampler }
    return PatternSampler(pattern, syntax: .lenient)?.text(length: length) { sampler.pick($0) }
  }

  /// Another value of the formats whose values should differ between samples.
  private mutating func varied(_ format: StringFormat) -> JSON? {
    switch format.name {
    case "guid", "uuid":
      let digits = String(next() | 1 << 63, radix: 16) + String(next() | 1 << 63, radix: 16)
      return Canonical.guid(digits).map { .string($0) }
    case "dotnet-date-time":
      return .string("/Date(\(1_600_000_000_000 + Int(next() % 100_000_000) * 1000))/")
    case "date-time":
      let seconds = 1_600_000_000 + Int(next() % 100_000_000)
      return .string(Timestamp(seconds: seconds, ticks: 0, hasZone: true).rfc3339)
    case "email":
      return .string("contact\(next() % 1_000_000)@example.com")
    default:
      guard format.samples.count > 1 else { return nil }
      return format.samples[Int(next() % UInt64(format.samples.count))]
    }
  }

  private mutating func number(_ content: Schema.Content) -> JSON? {
    if content.format == "epoch-milliseconds" {
      let offset = isPlain ? 0 : Int(next() % 100_000_000) * 1000
      return .number(JSONNumber(1_709_209_800_000 + offset))
    }
    let isWhole = content.types?.contains(.number) != true
    var least = content.minimum?.double ?? content.exclusiveMinimum.map { $0.double + 1 }
    let most = content.maximum?.double ?? content.exclusiveMaximum.map { $0.double - 1 }
    if least == nil, let most, most < 1 { least = most }
    let start = max(least ?? 1, -9e15)
    var value = start.rounded(.up)
    if !isPlain {
      let span = min((most ?? start + 1_000_000) - start, 1_000_000)
      if span >= 1 { value += Double(next() % (UInt64(span) + 1)) }
    }
    if let multiple = content.multipleOf?.double, multiple > 0 {
      value = (value / multiple).rounded(.up) * multiple
    }
    if let most, value > most {
      // No whole number lies between the limits.
      return isWhole ? nil : JSONNumber((start + most) / 2).map { .number($0) }
    }
    guard value == value.rounded(), abs(value) < 9e15 else {
      return JSONNumber(value).map { .number($0) }
    }
    return .number(JSONNumber(Int(value)))
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

  /// Takes over from an outer schema what a branch does not say itself.
  fileprivate mutating func adoptLimits(of outer: Self) {
    if types == nil { types = outer.types }
    let known = members.map(\.name)
    members += outer.members.filter { !known.contains($0.name) }
  }
}
