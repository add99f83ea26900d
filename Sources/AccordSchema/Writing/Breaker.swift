/// Collects changes that are likely to break a schema; what does not is sorted out afterwards.
struct Breaker {
  var candidates: [Counterexample] = []

  mutating func visit(_ schema: Schema, _ value: JSON, at pointer: JSONPointer) {
    let schema = schema.resolved(for: value).withMergedMembers
    let content = schema.content
    if let types = content.types { breakType(types, at: pointer) }
    breakChoice(content, value, at: pointer)
    breakBranches(content, at: pointer)
    switch value {
    case .number: breakLimits(content, at: pointer)
    case .string: breakStrings(content, at: pointer)
    case .array(let items): visit(items, content, at: pointer)
    case .object(let members): visit(members, content, at: pointer)
    case .null, .boolean: break
    }
  }

  private mutating func replace(
    _ value: JSON,
    at pointer: JSONPointer,
    _ keyword: String,
    _ what: String
  ) {
    candidates.append(
      Counterexample(
        pointer: pointer,
        change: .replaced(value),
        keyword: keyword,
        sentence: Self.name(pointer) + " is " + what + "."
      )
    )
  }

  private static func name(_ pointer: JSONPointer) -> String {
    pointer.isRoot ? "The whole value" : pointer.description
  }

  /// One value of a wrong type, and `null`.
  private mutating func breakType(_ types: Schema.Types, at pointer: JSONPointer) {
    let wrong: [(JSON, String)] = [
      ("not-a-number", "a string"), (17, "a number"), ([:], "an object"), ([], "an array"),
    ]
    // A number is the least likely to be taken for a string; a string for anything else.
    let preferred = types.contains(.string) ? [1, 2, 3, 0] : [0, 1, 2, 3]
    if let index = preferred.first(where: { !types.admits(wrong[$0].0) }) {
      let (value, what) = wrong[index]
      replace(value, at: pointer, "type", what + " instead of " + types.words)
    }
    if types.contains(.integer), !types.contains(.number) {
      replace(1.5, at: pointer, "type", "a number with a fraction")
    }
    if !types.contains(.null) {
      replace(.null, at: pointer, "type", "null")
    }
  }

  private mutating func breakChoice(
    _ content: Schema.Content,
    _ value: JSON,
    at pointer: JSONPointer
  ) {
    for (keyword, isThere) in [
      ("const", content.constant != nil), ("enum", content.enumeration != nil),
    ] where isThere {
      switch value {
      case .string(let text):
        replace("no-such-value", at: pointer, keyword, "a string that is not listed")
        let upper = text.uppercased()
        let other = upper == text ? text.lowercased() : upper
        replace(.string(other), at: pointer, keyword, "a listed string in another case")
        replace("", at: pointer, keyword, "an empty string")
      case .number:
        replace(987_654_321, at: pointer, keyword, "a number that is not listed")
      case .boolean(let flag):
        replace(.boolean(!flag), at: pointer, keyword, "the other boolean")
      case .array, .object:
        replace([:], at: pointer, keyword, "an empty object, which is not listed")
        replace([], at: pointer, keyword, "an empty array, which is not listed")
      case .null:
        break
      }
    }
  }

  private mutating func breakLimits(_ content: Schema.Content, at pointer: JSONPointer) {
    if let bound = content.minimum?.int, bound > .min {
      replace(.number(JSONNumber(bound - 1)), at: pointer, "minimum", "below \(bound)")
    } else if let bound = content.minimum?.double, let value = JSONNumber(bound - 1) {
      replace(.number(value), at: pointer, "minimum", "below \(bound)")
    }
    if let bound = content.maximum?.int, bound < .max {
      replace(.number(JSONNumber(bound + 1)), at: pointer, "maximum", "above \(bound)")
    } else if let bound = content.maximum?.double, let value = JSONNumber(bound + 1) {
      replace(.number(value), at: pointer, "maximum", "above \(bound)")
    }
    if let bound = content.exclusiveMinimum {
      replace(.number(bound), at: pointer, "exclusiveMinimum", "not above \(bound)")
    }
    if let bound = content.exclusiveMaximum {
      replace(.number(bound), at: pointer, "exclusiveMaximum", "not below \(bound)")
    }
    if let bound = content.multipleOf, let value = JSONNumber(bound.double * 1.5) {
      replace(.number(value), at: pointer, "multipleOf", "no multiple of \(bound)")
    }
    breakFormat(content, at: pointer)
  }

  private mutating func breakStrings(_ content: Schema.Content, at pointer: JSONPointer) {
    let least = content.minLength ?? 0
    if least >= 1 {
      replace("", at: pointer, "minLength", "an empty string")
    }
    if least >= 2, least <= 1_000_000 {
      let text = String(repeating: "x", count: least - 1)
      replace(.string(text), at: pointer, "minLength", "a string of \(least - 1) characters")
    }
    if let most = content.maxLength, most < 1_000_000 {
      let text = String(repeating: "x", count: most + 1)
      replace(.string(text), at: pointer, "maxLength", "a string of \(most + 1) characters")
    }
    if content.pattern != nil {
      for text in ["", "no match", "0", "!"] {
        replace(.string(text), at: pointer, "pattern", "a string without the pattern")
      }
    }
    breakFormat(content, at: pointer)
    for (keyword, value, what) in content.contentCounterexamples {
      replace(value, at: pointer, keyword, what)
    }
  }

  private mutating func breakFormat(_ content: Schema.Content, at pointer: JSONPointer) {
    guard let format = content.stringFormat else { return }
    for value in format.counterexamples {
      replace(value, at: pointer, "format", "not " + format.phrase)
    }
    if format.types.contains(.string) {
      replace("", at: pointer, "format", "an empty string")
    }
  }

  private mutating func visit(
    _ items: [JSON],
    _ content: Schema.Content,
    at pointer: JSONPointer
  ) {
    if let least = content.minItems, least >= 1, items.count >= least {
      let fewer = Array(items.prefix(least - 1))
      replace(.array(fewer), at: pointer, "minItems", "an array of \(fewer.count) items")
    }
    if let most = content.maxItems, most < 10_000, let item = items.first {
      let more = Array(repeating: item, count: most + 1)
      replace(.array(more), at: pointer, "maxItems", "an array of \(more.count) items")
    }
    if content.uniqueItems, let item = items.first {
      replace(.array([item, item]), at: pointer, "uniqueItems", "an array with a repeated item")
    }
    if let contained = content.contains {
      let keyword = content.minContains == nil ? "contains" : "minContains"
      replace(.array([]), at: pointer, keyword, "an array without the items that it has to contain")
      if let most = content.maxContains, most < 10_000,
        let item = (try? SchemaValidator(contained)).flatMap({ items.first(where: $0.admits) })
      {
        let more = Array(repeating: item, count: most + 1)
        replace(.array(more), at: pointer, "maxContains", "an array of \(more.count) such items")
      }
    }
    let isClosed = content.items ?? content.unevaluatedItems
    if isClosed?.content.boolean == false {
      let keyword = content.items == nil ? "unevaluatedItems" : "items"
      candidates.append(
        Counterexample(
          pointer: pointer.appending(items.count),
          change: .added("surplus"),
          keyword: keyword,
          sentence: pointer.appending(items.count).description
            + " is added, which the array has no place for."
        )
      )
    }
    for (number, item) in items.enumerated() {
      let isPrefix = number < content.prefixItems.count
      // The items of a list share a schema: one of them is enough.
      if !isPrefix, number > content.prefixItems.count { break }
      guard let schema = isPrefix ? content.prefixItems[number] : content.items else { continue }
      visit(schema, item, at: pointer.appending(number))
    }
  }

  private mutating func visit(
    _ members: [JSONMember],
    _ content: Schema.Content,
    at pointer: JSONPointer
  ) {
    for member in content.members {
      let place = pointer.appending(member.name)
      guard let found = members.first(where: { $0.key.isIdentical(to: member.name) }) else {
        continue
      }
      if member.isRequired {
        candidates.append(
          Counterexample(
            pointer: place,
            change: .removed,
            keyword: "required",
            sentence: place.description + " is left out."
          )
        )
      }
      visit(member.schema, found.value, at: place)
    }
    if let values = content.additionalProperties, values.content.boolean == nil {
      let other = members.first { member in
        !content.members.contains { $0.name.isIdentical(to: member.key) }
      }
      if let other { visit(values, other.value, at: pointer.appending(other.key)) }
    }
    for (keyword, values) in [
      ("additionalProperties", content.additionalProperties),
      ("unevaluatedProperties", content.unevaluatedProperties),
    ] where values?.content.boolean == false {
      add("undeclaredMember", keyword, "which is not declared", at: pointer)
    }
    breakNames(members, content, at: pointer)
  }

  /// Names that are not admitted, missing ones and counts.
  private mutating func breakNames(
    _ members: [JSONMember],
    _ content: Schema.Content,
    at pointer: JSONPointer
  ) {
    for entry in content.patternProperties {
      guard let pattern = try? Pattern(entry.name) else { continue }
      let found = members.filter { member in
        pattern.matches(in: member.key) == .matches
          && !content.members.contains { $0.name.isIdentical(to: member.key) }
      }
      for member in found.prefix(1) {
        visit(entry.schema, member.value, at: pointer.appending(member.key))
      }
    }
    if content.propertyNames != nil {
      for name in ["no such name", "", "?"] {
        add(name, "propertyNames", "whose name is not admitted", at: pointer)
      }
    }
    let needs = content.dependentRequired.filter { need in members.contains { $0.key == need.name }
    }
    let needed = content.requiredNames + needs.flatMap(\.needs)
    for name in needed where members.contains(where: { $0.key.isIdentical(to: name) }) {
      let isRequired = content.requiredNames.contains { $0.isIdentical(to: name) }
      let place = pointer.appending(name)
      candidates.append(
        Counterexample(
          pointer: place,
          change: .removed,
          keyword: isRequired ? "required" : "dependentRequired",
          sentence: place.description + " is left out."
        )
      )
    }
    if let least = content.minProperties, least >= 1, members.count >= least {
      let fewer = Array(members.prefix(least - 1))
      let what = "an object of \(fewer.count) members"
      replace(.object(fewer), at: pointer, "minProperties", what)
    }
    if let most = content.maxProperties, most < 1000, let value = members.first?.value {
      let more = (0...most).map { number in
        JSONMember(number < members.count ? members[number].key : "more\(number)", value)
      }
      let kept = members.prefix(most + 1) + more.dropFirst(members.count)
      let what = "an object of \(kept.count) members"
      replace(.object(Array(kept)), at: pointer, "maxProperties", what)
    }
  }

  /// A value that what is not to hold admits.
  private mutating func breakBranches(_ content: Schema.Content, at pointer: JSONPointer) {
    guard let value = content.not?.sample() else { return }
    replace(value, at: pointer, "not", "what it must not be")
  }

  private mutating func add(
    _ name: String,
    _ keyword: String,
    _ why: String,
    at pointer: JSONPointer
  ) {
    let place = pointer.appending(name)
    candidates.append(
      Counterexample(
        pointer: place,
        change: .added("surplus"),
        keyword: keyword,
        sentence: place.description + " is added, " + why + "."
      )
    )
  }
}
