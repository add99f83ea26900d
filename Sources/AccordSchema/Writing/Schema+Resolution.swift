extension Schema {
  /// The schema that speaks of a value: of alternatives, the first one that the value can be meant
  /// by.
  func resolved(for value: JSON) -> Schema {
    var schema = self
    // A schema holds its branches, so that the chain ends; the bound only says so.
    for _ in 0..<64 {
      let branches =
        schema.content.anyOf.isEmpty ? schema.content.oneOf : schema.content.anyOf
      guard !branches.isEmpty else { return schema }
      let fitting = branches.filter { $0.canMean(value) }
      guard let first = fitting.first else { return schema }
      // What is the only one need not be the closest.
      schema =
        fitting.count == 1 ? first : fitting.first { $0.hasMembers(of: value) } ?? first
    }
    return schema
  }

  /// Says whether the type and the enumeration of the schema allow a value.
  private func canMean(_ value: JSON) -> Bool {
    var known: [Identity: Bool] = [:]
    return canMean(value, &known)
  }

  private func canMean(_ value: JSON, _ known: inout [Identity: Bool]) -> Bool {
    if mayRecur {
      if let known = known[identity] { return known }
      // One that comes back to itself allows nothing by that.
      known[identity] = false
    }
    let canMean = content.allows(value) { $0.canMean(value, &known) }
    if mayRecur { known[identity] = canMean }
    return canMean
  }

  /// Says whether an object has the required members of the schema and no undeclared ones.
  private func hasMembers(of value: JSON) -> Bool {
    guard case .object(let members) = value else { return true }
    let declared = withMergedMembers.content.members
    let isComplete = declared.allSatisfy { member in
      !member.isRequired || members.contains { $0.key.isIdentical(to: member.name) }
    }
    return isComplete
      && members.allSatisfy { member in
        declared.contains { $0.name.isIdentical(to: member.key) }
      }
  }

  /// The schema itself, its parts and its alternatives in turn, each once.
  package var withAlternatives: [Schema] {
    var met: Set<Identity> = []
    return withAlternatives(&met)
  }

  private func withAlternatives(_ met: inout Set<Identity>) -> [Schema] {
    guard met.enter(self) else { return [] }
    let content = self.content
    var found = [self]
    for part in content.allOf + content.anyOf + content.oneOf {
      found += part.withAlternatives(&met)
    }
    return found
  }

  /// The schema with the members of its `allOf` among its own.
  package var withMergedMembers: Schema {
    guard !content.allOf.isEmpty else { return self }
    return merged {
      var met: Set<Identity> = []
      return merged(&met)
    }
  }

  private func merged(_ met: inout Set<Identity>) -> Schema {
    guard !content.allOf.isEmpty else { return self }
    return with { content in
      // What was merged once says nothing new.
      for branch in content.allOf where met.enter(branch) {
        let merged = branch.merged(&met)
        for var member in merged.content.members {
          let known = content.members.firstIndex { $0.name.isIdentical(to: member.name) }
          if let known {
            // Of what holds others the first alone counts: two that lead back to themselves would be
            // merged for ever.
            if member.schema.content.isPlain {
              let closer = member.schema.content
              content.members[known].schema = content.members[known].schema.with {
                $0.adoptTighter(closer)
              }
            }
            if member.isRequired { content.members[known].isRequired = true }
            continue
          }
          if member.xml.inherited == nil {
            let namespace = merged.content.xml.namespace ?? content.xml.namespace
            member.xml.inherited = InheritedNamespace(namespace: namespace)
          }
          content.members.append(member)
        }
        content.adoptTighter(merged.content)
      }
      content.allOf = []
      content.requireMembers()
    }
  }

  /// The name of the element of an item when it is written; numbers get the commonest .NET type.
  func writtenItemName(for value: JSON) -> XMLName? {
    let schema = resolved(for: value)
    if let name = xmlElementName ?? schema.xmlElementName { return name }
    if let name = xmlItemName ?? schema.xmlItemName { return name }
    let namespace = content.xml.namespace ?? Self.arraysNamespace
    switch value {
    case .number(let number):
      let isWhole = schema.content.types?.contains(.number) != true && number.isInteger
      return XMLName(namespace: namespace, local: isWhole ? "int" : "double")
    case .string: return XMLName(namespace: namespace, local: "string")
    case .boolean: return XMLName(namespace: namespace, local: "boolean")
    default: return nil
    }
  }

  /// The text of a value that is neither an object nor a list, as XML spells it.
  func xmlText(of value: JSON) -> String {
    switch value {
    case .null: return ""
    case .boolean(let value): return value ? "true" : "false"
    case .number(let number): return number.text
    case .string(let text):
      switch content.format {
      case "guid": return Canonical.guid(text) ?? text
      case "dotnet-date-time":
        // What is no xs:dateTime yet becomes one.
        var copy = text
        let isXSD = copy.withUTF8 { TimestampReader.xsDateTime($0.span) != nil }
        return isXSD ? text : TimestampReader.any(text)?.rfc3339 ?? text
      default: return text
      }
    case .array, .object: return ""
    }
  }
}

extension Schema.Content {
  /// Whether it holds no other schemas.
  fileprivate var isPlain: Bool {
    let lists = [allOf, anyOf, oneOf, prefixItems]
    return lists.allSatisfy(\.isEmpty) && members.isEmpty && items == nil && contains == nil
      && not == nil && condition == nil && additionalProperties == nil && patternProperties.isEmpty
  }

  /// Says whether type and values allow a value, given what the alternatives say of it.
  fileprivate func allows(_ value: JSON, _ canMean: (Schema) -> Bool) -> Bool {
    if boolean == false { return false }
    if let types, !types.admits(value) { return false }
    if let constant, constant != value { return false }
    if let enumeration, !enumeration.contains(value) { return false }
    let branches = anyOf + oneOf
    return branches.isEmpty || branches.contains(where: canMean)
  }

  /// Takes over what another schema that holds as well says more strictly.
  mutating func adoptTighter(_ other: Self) {
    func tighter<Bound: Comparable>(
      _ left: Bound?,
      _ right: Bound?,
      _ choice: (Bound, Bound) -> Bound
    ) -> Bound? {
      guard let left, let right else { return left ?? right }
      return choice(left, right)
    }
    if let mine = types, let others = other.types {
      types = mine.withIntegers.intersection(others.withIntegers)
    } else {
      types = types ?? other.types
    }
    if boolean != false { boolean = other.boolean == false ? false : boolean }
    if constant == nil { constant = other.constant }
    if let mine = enumeration, let others = other.enumeration {
      let known = Set(others)
      enumeration = mine.filter(known.contains)
    } else {
      enumeration = enumeration ?? other.enumeration
    }
    if examples.isEmpty { examples = other.examples }
    if prefixItems.isEmpty { prefixItems = other.prefixItems }
    if items == nil { items = other.items }
    if format == nil { (format, ownFormat) = (other.format, other.ownFormat) }
    if pattern == nil { pattern = other.pattern }
    if multipleOf == nil { multipleOf = other.multipleOf }
    minimum = tighter(minimum, other.minimum, max)
    maximum = tighter(maximum, other.maximum, min)
    exclusiveMinimum = tighter(exclusiveMinimum, other.exclusiveMinimum, max)
    exclusiveMaximum = tighter(exclusiveMaximum, other.exclusiveMaximum, min)
    minLength = tighter(minLength, other.minLength, max)
    maxLength = tighter(maxLength, other.maxLength, min)
    minItems = tighter(minItems, other.minItems, max)
    maxItems = tighter(maxItems, other.maxItems, min)
    uniqueItems = uniqueItems || other.uniqueItems
    if contains == nil {
      (contains, minContains) = (other.contains, other.minContains)
      maxContains = other.maxContains
    }
    minProperties = tighter(minProperties, other.minProperties, max)
    maxProperties = tighter(maxProperties, other.maxProperties, min)
    requiredNames += other.requiredNames
    patternProperties += other.patternProperties
    if additionalProperties == nil { additionalProperties = other.additionalProperties }
    if propertyNames == nil { propertyNames = other.propertyNames }
    dependentRequired += other.dependentRequired
    dependentSchemas += other.dependentSchemas
    if anyOf.isEmpty { anyOf = other.anyOf }
    if oneOf.isEmpty { oneOf = other.oneOf }
    if not == nil { not = other.not }
    if condition == nil {
      (condition, consequence) = (other.condition, other.consequence)
      alternative = other.alternative
    }
  }
}

extension Schema.Content {
  /// Makes members of the names that are required, where they are declared.
  mutating func requireMembers() {
    requiredNames = requiredNames.filter { name in
      guard let index = members.firstIndex(where: { $0.name.isIdentical(to: name) }) else {
        return true
      }
      members[index].isRequired = true
      return false
    }
  }
}

extension Schema.Types {
  /// The types with the whole numbers among them, where numbers are.
  var withIntegers: Self { contains(.number) ? union(.integer) : self }

  /// Says whether a value is of one of the types.
  package func admits(_ value: JSON) -> Bool {
    switch value {
    case .null: contains(.null)
    case .boolean: contains(.boolean)
    case .number(let number): contains(.number) || contains(.integer) && number.isInteger
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    }
  }
}
