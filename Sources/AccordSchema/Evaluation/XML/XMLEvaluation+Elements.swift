extension XMLEvaluation {
  /// The member of an object that an element holds.
  struct HeldMember {
    /// The name as JSON has it.
    var name: String
    /// Its place in the table if the schema itself names it.
    var known: Int?
    var element: XMLName
  }

  /// Says whether an element of an object stands where one of its name may, and which member it
  /// holds; an item of a list without an element of its own is kept for later.
  mutating func hasPlace(
    _ child: Int,
    _ number: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema,
    _ held: inout HeldMember?
  ) -> Bool {
    let name = tape.name(of: tape.entries[child])
    guard let (member, known) = member(ofElement: name, keywords) else {
      guard hasNoNamesake(child, name, keywords, &progress, schema) else { return false }
      if keywords.evaluates(name.local, nil) { marks.mark(number, of: progress.marking) }
      held = HeldMember(name: name.local, known: nil, element: name)
      return true
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
    if schema.xml.isOrdered, known != nil {
      if member.rank < progress.rank, let last = progress.last {
        valid = fail("xml.order", schema, child, .misplacedElement(name, after: last))
      } else {
        progress.rank = member.rank
        progress.last = name
      }
    }
    guard valid || continues else { return false }
    guard member.isBareList else {
      held = HeldMember(name: member.name, known: known, element: name)
      return valid
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

  /// Checks the name of an element that no member has.
  ///
  /// An element with the local name of a member but another namespace was meant to be that member:
  /// a reader that goes by namespaces loses it silently.
  private mutating func hasNoNamesake(
    _ child: Int,
    _ name: XMLName,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    let namesake = keywords.members.list.firstIndex {
      !$0.isAttribute && $0.element.local.isIdentical(to: name.local)
        && ($0.schema != nil || group?.members[$0.name] == nil)
    }
    guard let namesake else {
      progress.count(name, keywords)
      return true
    }
    progress.insert(namesake)
    let expected = keywords.members.list[namesake].element
    let evidence = Evidence.elementNamespace(expected: expected, actual: name)
    return fail("xml.namespace", schema, child, evidence)
  }
}
