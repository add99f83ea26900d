extension XMLEvaluation {
  /// Applies the keywords that speak of which members there are, after all of them were seen.
  mutating func hasMembers(
    _ keywords: ObjectKeywords,
    _ progress: Progress,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for member in keywords.required where !progress.present.contains(member) {
      let declared = declaration(of: keywords.members.list[member])
      guard !canBeAbsent(declared, at: place) else { continue }
      valid = fail(
        "required",
        schema,
        place,
        declared.isAttribute
          ? .missingAttribute(declared.element) : .missingElement(declared.element)
      )
      guard continues else { return false }
    }
    valid = hasFittingCount(progress, keywords, at: place, schema) && valid
    guard valid || continues, keywords.hasDependencies else { return valid }
    return hasDependencies(keywords, progress, at: place, schema) && valid
  }

  /// Applies `dependentSchemas` (core, section 10.2.2.4).
  mutating func applyDependencies(
    _ keywords: ObjectKeywords,
    _ present: MemberSet,
    at place: Int
  ) -> Bool {
    var valid = true
    for number in keywords.dependentSchemas.indices
    where keywords.has(keywords.dependentSchemas[number].name, among: present) {
      valid = apply(keywords.dependentSchemas[number].schema, .object, at: place, .known) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// The member as the schema declares it that gives it a form in XML.
  private func declaration(of member: CompiledMember) -> CompiledMember {
    guard member.schema == nil, let declared = group?.members[member.name] else { return member }
    return declared
  }

  /// Whether a member can be in the value though XML does not show it: it is never in XML, or it is
  /// a list without an element of its own that has no items.
  private mutating func canBeAbsent(_ member: CompiledMember, at place: Int) -> Bool {
    if member.isAbsentFromXML { return true }
    guard member.isBareList, let index = member.schema else { return false }
    let mode = collects
    collects = false
    defer { collects = mode }
    return apply(index, .bare([]), at: place, .known)
  }

  /// Applies `minProperties` and `maxProperties`; what XML does not show may be there.
  private mutating func hasFittingCount(
    _ progress: Progress,
    _ keywords: ObjectKeywords,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let (keyword, evidence) = keywords.findings(count: progress.count) else { return true }
    if keyword == "minProperties" {
      let hidden = keywords.members.list.indices.count { member in
        !progress.present.contains(member)
          && canBeAbsent(declaration(of: keywords.members.list[member]), at: place)
      }
      guard keywords.findings(count: progress.count + hidden)?.keyword == keyword else {
        return true
      }
    }
    return fail(keyword, schema, place, evidence)
  }

  /// Applies `dependentRequired` (validation, section 6.5.4).
  private mutating func hasDependencies(
    _ keywords: ObjectKeywords,
    _ progress: Progress,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    func isPresent(_ name: String) -> Bool {
      keywords.members.place(of: name).map(progress.present.contains) ?? false
    }
    var valid = true
    for dependency in keywords.dependentRequired where isPresent(dependency.name) {
      for name in dependency.needs where !isPresent(name) {
        if let member = keywords.members.place(of: name),
          canBeAbsent(declaration(of: keywords.members.list[member]), at: place)
        {
          continue
        }
        let evidence = Evidence.missingDependency(name, of: dependency.name)
        valid = fail(dependency.keyword, schema, place, evidence)
      }
    }
    return valid
  }

  /// Checks a dictionary as DataContract writes it: entries with a key and a value.
  mutating func applyEntries(
    _ schema: CompiledSchema,
    at place: Int,
    _ present: inout MemberSet
  ) -> Bool {
    let namespace = Schema.arraysNamespace
    let key = XMLName(namespace: namespace, local: "Key")
    let value = XMLName(namespace: namespace, local: "Value")
    let marking = marks.suspend()
    defer { marks.resume(marking) }
    var progress = Progress(marking: marking)
    var valid = hasNoText(place, schema)
    guard valid || continues else { return false }
    var keys: Set<[UInt8]> = []
    for (number, entry) in tape.children(of: place).enumerated() {
      guard valid || continues else { return false }
      marks.mark(number, of: marking)
      let name = tape.name(of: tape.entries[entry])
      guard name.local.hasPrefix("KeyValueOfstring"), name.namespace == namespace else {
        let expected = XMLName(namespace: namespace, local: "KeyValueOfstringstring")
        valid = hasName(expected, entry, schema)
        continue
      }
      valid = hasNoText(entry, schema) && valid
      let parts = tape.children(of: entry)
      let names = parts.map { tape.name(of: tape.entries[$0]) }
      for wanted in [key, value] where !names.contains(wanted) {
        valid = fail("required", schema, entry, .missingElement(wanted))
      }
      for (part, name) in zip(parts, names) where name != key && name != value {
        valid = fail("xml.name", schema, part, .undeclaredElement(name))
      }
      if let first = names.firstIndex(of: value), let second = names.firstIndex(of: key),
        first < second
      {
        valid = fail("xml.order", schema, entry, .misplacedElement(key, after: value))
      }
      let text = names.firstIndex(of: key).map { tape.text(in: parts[$0]) } ?? ""
      for (part, name) in zip(parts, names) {
        if name == key, let child = tape.children(of: part).first {
          let name = tape.name(of: tape.entries[child])
          valid = fail("type", schema, child, .elementsInText(name))
        }
        if name == key, !keys.insert(Array(tape.text(in: part).utf8)).inserted {
          valid = fail("xml.occurrence", schema, part, .repeatedElement(key))
        } else if name == value, let keywords = schema.object {
          let known = keywords.members.place(of: text)
          if let known { progress.insert(known) } else { progress.count += 1 }
          valid = evaluate(member: text, known, nil, at: part, keywords, schema) && valid
        }
      }
    }
    marks.resume(marking)
    present = progress.present
    guard valid || continues, let keywords = schema.object else { return valid }
    return hasMembers(keywords, progress, at: place, schema) && valid
  }
}
