extension InstancePath {
  /// The path with those names told apart that are data: of members that no schema declares and that
  /// `patternProperties`, `additionalProperties` or `unevaluatedProperties` speak of.
  ///
  /// `schemas` are those that may speak of the document.
  package func markingEntries(of schemas: [Schema]) -> InstancePath {
    var marked: [Step] = []
    var known = schemas.flatMap(\.partsAndBranches)
    for (index, step) in steps.enumerated() {
      guard !known.isEmpty else { return InstancePath(marked + steps[index...]) }
      var step = step
      switch step {
      case .member(let name), .entry(let name):
        let declared = known.flatMap { $0.members(named: name) }
        let entries = declared.isEmpty ? known.flatMap { $0.entrySchemas(named: name) } : []
        if !entries.isEmpty { step = .entry(name) }
        known = declared + entries
      case .item(let number):
        known = known.flatMap { $0.itemSchemas(at: number) }
      case .element(let name, _), .entryElement(let name):
        // The root element is the document.
        guard index > 0 else { break }
        let declared = known.flatMap { $0.members(inXML: name) }
        let items = declared.isEmpty ? known.flatMap(\.content.allItems) : []
        let isList =
          !declared.isEmpty || !items.isEmpty || known.contains(where: \.content.xml.entries)
        let entries = isList ? [] : known.flatMap { $0.entrySchemas(named: name) }
        if !entries.isEmpty { step = .entryElement(name) }
        known = declared + items + entries
      case .attribute: known = []
      }
      known = known.flatMap(\.partsAndBranches)
      marked.append(step)
    }
    return InstancePath(marked)
  }
}

extension Schema {
  /// The schema with all that may speak of the same value, each once.
  fileprivate var partsAndBranches: [Schema] {
    var met: Set<Identity> = []
    return partsAndBranches(&met)
  }

  private func partsAndBranches(_ met: inout Set<Identity>) -> [Schema] {
    guard met.enter(self) else { return [] }
    let content = self.content
    let branches = [content.consequence, content.alternative].compactMap(\.self)
    let parts = content.allOf + content.anyOf + content.oneOf + branches
    return [self]
      + (parts + content.dependentSchemas.map(\.schema)).flatMap { part in
        part.partsAndBranches(&met)
      }
  }

  fileprivate func members(named name: String) -> [Schema] {
    content.members.filter { $0.name.isIdentical(to: name) }.map(\.schema)
  }

  /// The members that an element of this local name holds; of a list without an element of its own,
  /// its items.
  fileprivate func members(inXML name: String) -> [Schema] {
    content.members.filter { $0.xmlName.isIdentical(to: name) }.flatMap { member in
      member.schema.isBareList ? member.schema.content.allItems : [member.schema]
    }
  }

  /// What speaks of a member that is not declared.
  fileprivate func entrySchemas(named name: String) -> [Schema] {
    let content = self.content
    let matching = content.patternProperties.filter { entry in
      guard let pattern = try? Pattern(entry.name, syntax: .lenient) else { return false }
      return pattern.matches(in: name) == .matches
    }.map(\.schema)
    guard matching.isEmpty else { return matching.filter { !$0.isNever } }
    // That others are admitted does not make an object a map, unless it declares no member.
    return [content.additionalProperties, content.unevaluatedProperties].compactMap(\.self).filter {
      !$0.isNever && (!$0.admitsEverything || content.members.isEmpty)
    }
  }

  private var admitsEverything: Bool { content.boolean == true || content == Schema.Content() }

  fileprivate func itemSchemas(at number: Int) -> [Schema] {
    let content = self.content
    if content.prefixItems.indices.contains(number) { return [content.prefixItems[number]] }
    return [content.items, content.unevaluatedItems].compactMap(\.self)
  }
}

extension Schema.Content {
  /// What speaks of any of the items.
  fileprivate var allItems: [Schema] { prefixItems + [items].compactMap(\.self) }
}
