extension XMLEvaluation {
  /// What the elements and attributes of an object have shown so far.
  struct Progress {
    var present = MemberSet()
    /// How many members are there; the elements of one list are one member.
    var count = 0
    var rank = Int.min
    var last: XMLName?
    /// The elements of lists without an element of their own, by member.
    var bare: [(name: String, member: Int?, elements: [Int])] = []
    /// The names that no member has, where members are counted.
    var undeclared: Set<XMLName> = []
    /// Where evaluated children are marked.
    var marking: EvaluatedChildren.Region

    mutating func insert(_ member: Int) {
      if !present.contains(member) { count += 1 }
      present.insert(member)
    }
  }

  /// Applies the keywords that speak of objects to the elements and attributes of an element.
  mutating func applyObject(_ schema: CompiledSchema, at place: Int) -> Bool {
    var valid = hasNoText(place, schema)
    guard valid || continues else { return false }
    if schema.xml.entries { return applyEntries(schema, at: place) && valid }
    guard let keywords = schema.object else { return valid }
    let marking = marks.suspend()
    defer { marks.resume(marking) }
    var progress = Progress(marking: marking)
    var number = 0
    var next = tape.firstElement(in: place)
    while let child = next {
      valid = evaluate(child, number, keywords, &progress, schema) && valid
      guard valid || continues else { return false }
      number += 1
      next = tape.element(after: child)
    }
    for (name, member, elements) in progress.bare {
      let reading = XMLReading.bare(elements)
      valid = evaluate(member: name, member, reading, at: place, keywords, schema) && valid
      guard valid || continues else { return false }
    }
    valid = evaluateAttributes(of: place, number, keywords, &progress, schema) && valid
    guard valid || continues else { return false }
    marks.resume(marking)
    return hasMembers(keywords, progress, at: place, schema) && valid
  }

  /// Checks one element of an object.
  private mutating func evaluate(
    _ child: Int,
    _ number: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    let name = tape.name(of: tape.entries[child])
    guard let (member, known) = member(ofElement: name, keywords) else {
      return evaluate(undeclared: child, number, name, keywords, &progress, schema)
    }
    guard !member.isAbsentFromXML else {
      return fail("xml.absent", schema, child, .elementNotInXML(name))
    }
    if keywords.evaluates(member.name, known) { marks.mark(number, of: progress.marking) }
    if !member.isBareList, let known, progress.present.contains(known) {
      return fail("xml.occurrence", schema, child, .repeatedElement(name))
    }
    if let known { progress.insert(known) } else { progress.count(name, keywords) }
    var valid = true
    if schema.xml.order != .any, known != nil {
      if member.rank < progress.rank, let last = progress.last {
        valid = fail("xml.order", schema, child, .misplacedElement(name, after: last))
      } else {
        progress.rank = member.rank
        progress.last = name
      }
    }
    guard valid || continues else { return false }
    guard member.isBareList else {
      return evaluate(member: member.name, known, nil, at: child, keywords, schema) {
        .undeclaredElement(name)
      } && valid
    }
    if let index = progress.bare.firstIndex(where: { $0.name.isIdentical(to: member.name) }) {
      progress.bare[index].elements.append(child)
    } else {
      progress.bare.append((member.name, known, [child]))
    }
    return valid
  }

  /// The member that an element holds, and its place in the table if the schema itself names it.
  private func member(
    ofElement name: XMLName,
    _ keywords: ObjectKeywords
  ) -> (member: CompiledMember, known: Int?)? {
    let own = keywords.elements[name]
    if let own, group == nil || keywords.members.list[own].schema != nil {
      return (keywords.members.list[own], own)
    }
    if let member = group?.elements[name] {
      return (member, keywords.members.place(of: member.name))
    }
    return own.map { (keywords.members.list[$0], $0) }
  }

  /// Checks an element whose expanded name no member has.
  ///
  /// An element with the local name of a member but another namespace was meant to be that member:
  /// a reader that goes by namespaces loses it silently.
  private mutating func evaluate(
    undeclared child: Int,
    _ number: Int,
    _ name: XMLName,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    let namesake = keywords.members.list.firstIndex {
      !$0.isAttribute && $0.element.local.isIdentical(to: name.local)
        && ($0.schema != nil || group?.members[$0.name] == nil)
    }
    if let namesake {
      progress.insert(namesake)
      let expected = keywords.members.list[namesake].element
      let evidence = Evidence.elementNamespace(expected: expected, actual: name)
      return fail("xml.namespace", schema, child, evidence)
    }
    progress.count(name, keywords)
    if keywords.evaluates(name.local, nil) { marks.mark(number, of: progress.marking) }
    return evaluate(member: name.local, nil, nil, at: child, keywords, schema) {
      .undeclaredElement(name)
    }
  }

  /// Checks the attributes of an object; those of other namespaces are none of its members.
  private mutating func evaluateAttributes(
    of place: Int,
    _ elementCount: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for (number, attribute) in tape.attributePlaces(of: place).enumerated() {
      let name = tape.attributeName(attribute)
      var known = keywords.members.list.firstIndex { $0.isAttribute && $0.element == name }
      let shared = known == nil ? group?.attributes[name] : nil
      if let shared { known = keywords.members.place(of: shared.name) }
      guard known != nil || shared != nil || name.namespace == nil else { continue }
      let member = shared?.name ?? known.map { keywords.members.list[$0].name } ?? name.local
      if let known { progress.insert(known) } else { progress.count(name, keywords) }
      if keywords.evaluates(member, known) {
        marks.mark(elementCount + number, of: progress.marking)
      }
      let holds = evaluate(member: member, known, nil, at: attribute, keywords, schema) {
        .undeclaredAttribute(name)
      }
      valid = holds && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// Applies the schemas that the name of one member selects to its value: an element, an attribute,
  /// or a list without an element of its own.
  mutating func evaluate(
    member name: String,
    _ known: Int?,
    _ reading: XMLReading?,
    at place: Int,
    _ keywords: ObjectKeywords,
    _ schema: CompiledSchema,
    undeclared: () -> Evidence? = { nil }
  ) -> Bool {
    var valid = true
    var isDeclared = false
    if let known, let index = keywords.members.list[known].schema {
      isDeclared = true
      valid = evaluate(index, reading, at: place)
    }
    var text = name
    for (pattern, index) in keywords.patterns {
      switch text.withUTF8({ pattern.matches(utf8: $0, &work) }) {
      case .doesNotMatch: continue
      case .gaveUp:
        let evidence = Evidence.patternUndecided(pattern.source, Found(.string(name)))
        return exhaust("patternProperties", schema, at: place, evidence)
      case .matches:
        isDeclared = true
        valid = evaluate(index, reading, at: place) && valid
      }
    }
    if !isDeclared {
      if keywords.additionalForbidden {
        let evidence = undeclared() ?? .undeclaredMember(name)
        valid = fail("additionalProperties", schema, place, evidence)
      } else if let additional = keywords.additional {
        valid = evaluate(additional, reading, at: place) && valid
      }
    }
    if let names = keywords.names {
      valid = evaluate(name: name, names, at: place) && valid
    }
    return valid
  }

  private mutating func evaluate(
    _ index: Program.Index,
    _ reading: XMLReading?,
    at place: Int
  ) -> Bool {
    guard let reading else { return evaluate(index, at: place) }
    return apply(index, reading, at: place, .known)
  }

  /// Applies `propertyNames` (core, section 10.3.2.4) to the name as JSON has it.
  private mutating func evaluate(
    name: String,
    _ index: Program.Index,
    at place: Int
  ) -> Bool {
    guard let document = try? JSONDocument(parsing: JSON.string(name).bytes()) else { return false }
    var evaluation = JSONEvaluation(program, on: document.tape)
    evaluation.work = work
    defer { work = evaluation.work }
    guard !evaluation.admits(at: 0, index) else { return true }
    if var exhaustion = evaluation.exhaustion {
      exhaustion.place = place
      adopt(exhaustion)
      return false
    }
    guard continues else { return false }
    for var finding in evaluation.collect(at: 0, index) {
      finding.place = place
      findings.append(finding)
    }
    return false
  }
}

extension XMLEvaluation.Progress {
  /// Counts an undeclared name once, where the count matters.
  fileprivate mutating func count(_ name: XMLName, _ keywords: ObjectKeywords) {
    guard keywords.minProperties != nil || keywords.maxProperties != nil else { return }
    if undeclared.insert(name).inserted { count += 1 }
  }
}

extension ObjectKeywords {
  /// Whether `properties`, `patternProperties` or `additionalProperties` speak of a member.
  func evaluates(_ name: String, _ known: Int?) -> Bool {
    if additional != nil { return true }
    if let known, members.list[known].schema != nil { return true }
    return patterns.contains { $0.pattern.matches(in: name) == .matches }
  }
}
