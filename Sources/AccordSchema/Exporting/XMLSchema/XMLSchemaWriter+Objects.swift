extension XMLSchemaWriter {
  /// What an element of an object is, and how often it may stand there.
  private struct Part {
    var name: XMLName
    var type: ElementType
    var isRequired: Bool
    /// The bounds of the count of a list without an element of its own.
    var bare: (least: Int, most: Int?)?
  }

  /// The type of an object.
  mutating func objectType(
    of schema: Schema,
    at location: String,
    hint: String
  ) -> ElementType.Form {
    if schema.content.xml.entries {
      return entriesType(of: schema, at: location, hint: hint)
    }
    noteMembers(schema.content, at: location)
    let parts = parts(of: schema, at: location)
    let file = file(for: parts.first?.name.namespace ?? schema.content.xml.namespace)
    let name = unique(hint, in: file)
    let additional = schema.content.additionalProperties
    let admitsMore = additional?.content.boolean != false
    if admitsMore, let additional, additional.content.boolean == nil, additional.content.saysMore {
      note(.looser, .undeclaredValues, at: location + "/additionalProperties")
    }
    var children: [XSDNode] = []
    if parts.isEmpty, !admitsMore { note(.stricter, .emptyContent, at: location) }
    let isFree = schema.content.xml.order == .any && parts.count > 1
    if isFree, parts.contains(where: { $0.bare != nil }) {
      children = [freeChoice(parts, in: file, admitsMore, at: location)]
    } else if isFree {
      if admitsMore { note(.stricter, .undeclaredInAnyOrder, at: location) }
      children = [freeElements(parts, in: file, at: location)]
    } else {
      children = [sequence(parts, in: file, admitsMore, at: location)]
    }
    children += attributes(of: schema, in: file, at: location)
    children.append(Self.anyAttribute(admitsMore ? "##any" : "##other"))
    files[file].declarations.append(XSDNode("complexType", [("name", name)], children))
    return .named(file: file, name)
  }

  /// Notes what is said of members that XML Schema has no words for.
  private mutating func noteMembers(_ content: Schema.Content, at location: String) {
    let keywords = [
      ("patternProperties", !content.patternProperties.isEmpty),
      ("propertyNames", content.propertyNames != nil),
      ("minProperties", content.minProperties != nil),
      ("maxProperties", content.maxProperties != nil),
      ("dependentRequired", !content.dependentRequired.isEmpty),
      ("dependentSchemas", !content.dependentSchemas.isEmpty),
      ("unevaluatedProperties", content.unevaluatedProperties != nil),
      ("const", content.constant != nil), ("enum", content.enumeration != nil),
    ]
    for (keyword, isThere) in keywords where isThere {
      note(.looser, .keyword(keyword), at: location + "/" + keyword)
    }
  }

  // MARK: - Parts

  private mutating func parts(of schema: Schema, at location: String) -> [Part] {
    let members = schema.content.members
    let ranks = schema.xmlRanks
    let sorted = members.indices.sorted { ranks[$0] < ranks[$1] }
    var parts: [Part] = []
    for index in sorted where !members[index].xml.attribute && !members[index].xml.absent {
      let member = members[index]
      let location = location + "/properties/" + JSONPointer.escaped(member.name)
      let name = XMLName(namespace: schema.xmlNamespace(of: member), local: member.xmlName)
      add(part(member, name, at: location), to: &parts, at: location)
    }
    let content = schema.content
    let dependents = content.dependentRequired.flatMap { [$0.name] + $0.needs }
    let others = content.requiredNames + dependents + content.dependentSchemas.map(\.name)
    var seen = Set(members.map(\.name))
    for name in others where seen.insert(name).inserted {
      let name = XMLName(namespace: content.xml.namespace, local: name)
      let isRequired = content.requiredNames.contains(name.local)
      add(Part(name: name, type: anyType(), isRequired: isRequired), to: &parts, at: location)
    }
    return parts
  }

  private mutating func add(_ part: Part, to parts: inout [Part], at location: String) {
    guard !parts.contains(where: { $0.name == part.name }) else {
      note(.looser, .sharedName(part.name.local), at: location)
      note(.stricter, .sharedName(part.name.local), at: location)
      return
    }
    parts.append(part)
  }

  private mutating func part(
    _ member: Schema.Member,
    _ name: XMLName,
    at location: String
  ) -> Part {
    let hint = member.name
    guard member.schema.isBareList else {
      let type = elementType(of: member.schema, at: location, hint: hint)
      return Part(name: name, type: type, isRequired: member.isRequired)
    }
    let content = member.schema.content
    noteItems(content, at: location)
    let items = content.prefixItems.isEmpty ? content.items : nil
    var type = elementType(of: items ?? .any, at: location + "/items", hint: hint)
    // Without an element there is no list, and nothing holds for its items.
    let least = max(1, content.minItems ?? 0)
    let isEmpty = content.maxItems.map { $0 < least } ?? false
    if isEmpty { type = ElementType(form: .simple(.never)) }
    let bare = (least: isEmpty ? 1 : least, most: isEmpty ? 1 : content.maxItems)
    // No element is the empty list, which is there.
    let isRequired = member.isRequired && content.minItems ?? 0 > 0
    return Part(name: name, type: type, isRequired: isRequired, bare: bare)
  }

  private mutating func attributes(
    of schema: Schema,
    in file: Int,
    at location: String
  ) -> [XSDNode] {
    var nodes: [XSDNode] = []
    for member in schema.content.members where member.xml.attribute {
      let location = location + "/properties/" + JSONPointer.escaped(member.name)
      let types = (member.schema.content.types ?? .all).subtracting([.null, .object, .array])
      var type = simpleType(member.schema.content, types, at: location)
      if member.schema.content.boolean == false || types.isEmpty { type = .never }
      if !member.schema.content.anyOf.isEmpty || !member.schema.content.oneOf.isEmpty {
        note(.looser, .kinds, at: location)
      }
      let namespace = schema.xmlNamespace(of: member)
      var node = XSDNode("attribute", [("name", member.xmlName)])
      switch type {
      case .builtin(let name): node.set("type", name)
      case .derived(let child): node.children = [child]
      }
      if let namespace, namespace != files[file].namespace {
        let target = self.file(for: namespace)
        _ = declareGlobal(node, "attribute", member.xmlName, in: target, at: location)
        node = XSDNode("attribute", [("ref", qualified(member.xmlName, of: target, in: file))])
      } else if namespace != nil {
        node.set("form", "qualified")
      }
      if member.isRequired { node.set("use", "required") }
      nodes.append(node)
    }
    return nodes
  }

  // MARK: - Content models

  /// Elements in their order; undeclared ones may stand between them.
  ///
  /// Each element comes with the undeclared ones after it, so that none of them could be taken for
  /// another (Unique Particle Attribution).
  private mutating func sequence(
    _ parts: [Part],
    in file: Int,
    _ admitsMore: Bool,
    at location: String
  ) -> XSDNode {
    let more = admitsMore ? undeclared(beside: parts, in: file, at: location) : nil
    var nodes: [XSDNode] = more.map { [$0] } ?? []
    for part in parts {
      let (least, most) = part.bare ?? (1, 1)
      let minimum = part.isRequired ? least : 0
      guard let more else {
        if part.isRequired || least == 1 {
          nodes.append(particle(part.name, part.type, in: file, minimum, most))
        } else {
          let inner = particle(part.name, part.type, in: file, least, most)
          nodes.append(XSDNode("sequence", [], [inner]).occurring(0, 1))
        }
        continue
      }
      let inner = particle(part.name, part.type, in: file, 1, 1)
      let node = XSDNode("sequence", [], [inner, more])
      if part.isRequired || least == 1 {
        nodes.append(node.occurring(minimum, most))
      } else {
        nodes.append(XSDNode("sequence", [], [node.occurring(least, most)]).occurring(0, 1))
      }
    }
    return XSDNode("sequence", [], nodes)
  }

  /// Elements in any order, each at most once.
  private mutating func freeElements(
    _ parts: [Part],
    in file: Int,
    at location: String
  ) -> XSDNode {
    var nodes: [XSDNode] = []
    for part in parts {
      let minimum = part.isRequired ? 1 : 0
      if part.name.namespace == nil || part.name.namespace == files[file].namespace {
        nodes.append(particle(part.name, part.type, in: file, minimum, 1))
        continue
      }
      // xs:all has no groups, so that the element must be a global one.
      let target = self.file(for: part.name.namespace)
      let node = element(part.name.local, part.type, in: target)
      _ = declareGlobal(node, "element", part.name.local, in: target, at: location)
      let reference = qualified(part.name.local, of: target, in: file)
      nodes.append(XSDNode("element", [("ref", reference)]).occurring(minimum, 1))
    }
    return XSDNode("all", [], nodes)
  }

  /// Elements in any order of which some may be repeated.
  private mutating func freeChoice(
    _ parts: [Part],
    in file: Int,
    _ admitsMore: Bool,
    at location: String
  ) -> XSDNode {
    note(.looser, .occurrence, at: location)
    var nodes = parts.map { particle($0.name, $0.type, in: file, 1, 1) }
    if admitsMore, let more = undeclared(beside: parts, in: file, at: location) {
      nodes.append(contentsOf: more.tag == "choice" ? more.children : [more.once])
    }
    let choice = XSDNode("choice", [], nodes).occurring(0, nil)
    return XSDNode("sequence", [], [choice])
  }

  /// Any number of undeclared elements, as far as no declared one could be meant.
  private mutating func undeclared(
    beside parts: [Part],
    in file: Int,
    at location: String
  ) -> XSDNode? {
    let own = files[file].namespace
    guard !parts.isEmpty else { return Self.wildcard("##any").occurring(0, nil) }
    note(.looser, .namesake, at: location)
    var wildcards: [XSDNode] = []
    if let foreign = parts.first(where: { $0.name.namespace != own && $0.name.namespace != nil }) {
      note(.stricter, .undeclaredElements(namespace: foreign.name.namespace), at: location)
    } else {
      wildcards.append(Self.wildcard("##other"))
    }
    note(.stricter, .undeclaredElements(namespace: own), at: location)
    if own != nil {
      if parts.contains(where: { $0.name.namespace == nil }) {
        note(.stricter, .undeclaredElements(namespace: nil), at: location)
      } else {
        wildcards.append(Self.wildcard("##local"))
      }
    }
    if wildcards.count == 1 { return wildcards[0].occurring(0, nil) }
    return wildcards.isEmpty ? nil : XSDNode("choice", [], wildcards).occurring(0, nil)
  }
}
