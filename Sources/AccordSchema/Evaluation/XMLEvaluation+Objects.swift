extension XMLEvaluation {
  /// What the elements of an object have shown so far.
  private struct Progress {
    var present = MemberSet()
    var rank = Int.min
    var last: XMLName?
    /// The elements of lists without an element of their own, by member.
    var bare: [(member: Int, elements: [Int])] = []
  }

  /// Checks the elements and attributes of an object.
  mutating func evaluateObject(at place: Int, _ schema: CompiledSchema) -> Bool {
    if schema.xml.entries { return evaluateEntries(at: place, schema) }
    guard let keywords = schema.object else { return hasNoText(place, schema) }
    var progress = Progress()
    var valid = hasNoText(place, schema)
    guard valid || collects else { return false }
    for child in children(of: place) {
      valid = evaluate(child, keywords, &progress, schema) && valid
      guard valid || collects else { return false }
    }
    for (member, elements) in progress.bare {
      guard let index = keywords.members.list[member].schema else { continue }
      valid = evaluate(bare: elements, of: place, program.schemas[index]) && valid
    }
    valid = evaluateAttributes(of: place, keywords, &progress, schema) && valid
    guard valid || collects else { return false }
    for member in keywords.required where !progress.present.contains(member) {
      let declared = keywords.members.list[member]
      guard !declared.isAbsentFromXML else { continue }
      valid = fail(
        "required",
        schema,
        place,
        declared.isAttribute
          ? .missingAttribute(declared.element) : .missingElement(declared.element)
      )
      guard collects else { return false }
    }
    return valid
  }

  /// Checks one element of an object.
  private mutating func evaluate(
    _ child: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    let name = tape.name(of: tape.entries[child])
    guard let place = keywords.elements[name] else {
      return evaluate(undeclared: child, name, keywords, &progress, schema)
    }
    let member = keywords.members.list[place]
    guard !member.isAbsentFromXML else {
      return fail("xml.absent", schema, child, .elementNotInXML(name))
    }
    if member.isBareList {
      if let index = progress.bare.firstIndex(where: { $0.member == place }) {
        progress.bare[index].elements.append(child)
      } else {
        progress.bare.append((place, [child]))
      }
    } else if progress.present.contains(place) {
      return fail("xml.occurrence", schema, child, .repeatedElement(name))
    }
    progress.present.insert(place)
    var valid = true
    if schema.xml.order != .any {
      if member.rank < progress.rank, let last = progress.last {
        valid = fail("xml.order", schema, child, .misplacedElement(name, after: last))
      } else {
        progress.rank = member.rank
        progress.last = name
      }
    }
    guard valid || collects, let index = member.schema, !member.isBareList else { return valid }
    return evaluate(index, at: child) && valid
  }

  /// Checks an element whose expanded name no member has.
  ///
  /// An element with the local name of a member but another namespace was meant to be that member:
  /// a reader that goes by namespaces loses it silently.
  private mutating func evaluate(
    undeclared child: Int,
    _ name: XMLName,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    let namesake = keywords.members.list.firstIndex {
      !$0.isAttribute && $0.element.local.isIdentical(to: name.local)
    }
    if let namesake {
      progress.present.insert(namesake)
      let expected = keywords.members.list[namesake].element
      return fail(
        "xml.namespace",
        schema,
        child,
        .elementNamespace(expected: expected, actual: name)
      )
    }
    if keywords.additionalForbidden {
      return fail("additionalProperties", schema, child, .undeclaredElement(name))
    }
    guard let additional = keywords.additional else { return true }
    return evaluate(additional, at: child)
  }

  private mutating func evaluateAttributes(
    of place: Int,
    _ keywords: ObjectKeywords,
    _ progress: inout Progress,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for attribute in XMLElement(document: document, index: place).attributes {
      let known = keywords.members.list.firstIndex {
        $0.isAttribute && $0.element == attribute.name
      }
      if let known {
        progress.present.insert(known)
        if let index = keywords.members.list[known].schema {
          valid = evaluate(attribute: attribute.value, index, at: place) && valid
        }
      } else if keywords.additionalForbidden, attribute.name.namespace == nil {
        valid = fail(
          "additionalProperties",
          schema,
          place,
          .undeclaredAttribute(attribute.name)
        )
      }
    }
    return valid
  }

  /// Text beside the elements of an object or a list is no part of it.
  mutating func hasNoText(_ place: Int, _ schema: CompiledSchema) -> Bool {
    let text = tape.text(in: place)
    guard !LexicalForm.isBlank(text) else { return true }
    return fail("xml.content", schema, place, .strayText(.text(LexicalForm.collapsed(text))))
  }
}
