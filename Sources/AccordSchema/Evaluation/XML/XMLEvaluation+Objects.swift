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

    /// Counts an undeclared name once, where the count matters.
    mutating func count(_ name: XMLName, _ keywords: ObjectKeywords) {
      guard keywords.minProperties != nil || keywords.maxProperties != nil else { return }
      if undeclared.insert(name).inserted { count += 1 }
    }
  }

  /// Applies the keywords that speak of objects to the elements and attributes of an element.
  mutating func applyObject(_ schema: CompiledSchema, at place: Int) -> Bool {
    // What is nested as deep as the document keeps its frames small: each way down has its own.
    var present = MemberSet()
    let valid =
      schema.xml.entries
      ? applyEntries(schema, at: place, &present) : applyMembers(schema, at: place, &present)
    guard valid || continues, let keywords = schema.object, !keywords.dependentSchemas.isEmpty
    else { return valid }
    return applyDependencies(keywords, present, at: place) && valid
  }

  /// Applies all but the schemas of dependencies, and tells which members are there.
  private mutating func applyMembers(
    _ schema: CompiledSchema,
    at place: Int,
    _ present: inout MemberSet
  ) -> Bool {
    var valid = hasNoText(place, schema)
    guard valid || continues, let keywords = schema.object else { return valid }
    let marking = marks.suspend()
    var progress = Progress(marking: marking)
    valid = evaluateMembers(of: place, keywords, &progress, schema) && valid
    marks.resume(marking)
    guard valid || continues else { return false }
    present = progress.present
    return hasMembers(keywords, progress, at: place, schema) && valid
  }

  private mutating func evaluateMembers(
    of place: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    var number = 0
    var next = tape.firstElement(in: place)
    while let child = next {
      valid = evaluate(child, number, keywords, &progress, schema) && valid
      guard valid || continues else { return false }
      number += 1
      next = tape.element(after: child)
    }
    if !progress.bare.isEmpty {
      valid = evaluateLists(of: place, keywords, progress, schema) && valid
      guard valid || continues else { return false }
    }
    return evaluateAttributes(of: place, number, keywords, &progress, schema) && valid
  }

  /// Checks the lists without an element of their own.
  private mutating func evaluateLists(
    of place: Int,
    _ keywords: ObjectKeywords,
    _ progress: Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for (name, member, elements) in progress.bare {
      let reading = XMLReading.bare(elements)
      valid = evaluate(member: name, member, reading, at: place, keywords, schema) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// Checks one element of an object.
  private mutating func evaluate(
    _ child: Int,
    _ number: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    var held: HeldMember?
    let valid = hasPlace(child, number, keywords, &progress, schema, &held)
    guard let held, valid || continues else { return valid }
    return evaluate(member: held.name, held.known, nil, at: child, keywords, schema) {
      .undeclaredElement(held.element)
    } && valid
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
    if let known, let index = keywords.members.schema(at: known) {
      isDeclared = true
      valid = evaluate(index, reading, at: place)
    }
    if !keywords.patterns.isEmpty {
      valid =
        evaluatePatterns(of: name, reading, at: place, keywords, schema, &isDeclared) && valid
    }
    if !isDeclared {
      if keywords.additionalForbidden {
        valid = fail("additionalProperties", schema, place, undeclared() ?? .undeclaredMember(name))
      } else if let additional = keywords.additional {
        valid = evaluate(additional, reading, at: place) && valid
      }
    }
    if let names = keywords.names {
      valid = evaluate(name: name, names, at: place) && valid
    }
    return valid
  }

  /// Applies the schemas of the patterns that a name matches.
  private mutating func evaluatePatterns(
    of name: String,
    _ reading: XMLReading?,
    at place: Int,
    _ keywords: ObjectKeywords,
    _ schema: CompiledSchema,
    _ isDeclared: inout Bool
  ) -> Bool {
    var valid = true
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

extension ObjectKeywords {
  /// Whether `properties`, `patternProperties` or `additionalProperties` speak of a member.
  func evaluates(_ name: String, _ known: Int?) -> Bool {
    if additional != nil { return true }
    if let known, members.list[known].schema != nil { return true }
    return patterns.contains { $0.pattern.matches(in: name) == .matches }
  }
}
